#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the TorchScript model with its card inside, and check that it answers as the network."""

import argparse
import json
import time

import torch
from torch import nn

from evaluate import NAMES, load
from network import SheenCompact
from train import MEAN, STD

# Light for thin films, dark for thick; apart in lightness as well as hue, so that the classes
# stay distinguishable on a blue sea and without colour vision.
COLOURS = ["#1b4f8a", "#f7f7f7", "#e86bc6", "#7fd4d8", "#c9971c", "#2b1608", "#e8540c",
           "#ffe14d", "#5c7a29"]
CODES = [0, 1, 2, 3, 4, 5, 0, 0, 0]

DESCRIPTION = (
    "Marks oil on the sea by its appearance, seen straight down or obliquely, in colour and, less "
    "surely, in infrared. Small enough for a computer without a graphics card. Logits come at a "
    "quarter of the input's resolution.")
WEAKNESSES = [
    "trained on rendered pictures only; never tested on real recordings",
    "in infrared it finds about half of what is there (see the scores); what is warmer or colder "
    "than the sea for other reasons may be taken for oil, and the class is a guess",
    "land, foam and structures may be taken for oil: on oil-free scenes most false oil lies there",
    "a slick that fills the whole picture has no clean water to be compared with",
    "sheen and metallic may be taken for each other where the sky is bright; calm patches, "
    "cloud shadows and wakes for thin films",
    "films narrower than about four pixels are lost"]


class Portable(nn.Module):
    """The network behind a change of memory layout that makes it faster on a CPU."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x.contiguous(memory_format=torch.channels_last))


def sensors(scores):
    """Infrared is named where the model finds half of what is there and no more than that."""
    infrared = scores["scores"].get("held_out_infrared", {}).get("oil_against_water", 0)
    return ["EOW", "EON"] + (["IR"] if infrared >= 0.5 else [])


def card(model, scores, training, note):
    return {
        "format": "sheen-model-card/1", "name": "Sheen Compact", "version": "1",
        "description": f"{note} {DESCRIPTION}".strip(), "licence": "GPL-3.0-or-later",
        "architecture": "residual encoder to 1/32 with picture-wide context, additive decoder "
                        "to 1/4; 3x3 convolutions",
        "parameters": sum(p.numel() for p in model.parameters()),
        "sensors": sensors(scores), "code_sensors": ["EOW", "EON"],
        "input": {"channels": "RGB", "mean": list(MEAN), "std": list(STD),
                  "stride": SheenCompact.stride, "width": 0, "height": 0},
        "output": {"kind": "logits", "temperature": scores["temperature"]},
        "classes": [{"value": i, "name": name, "colour": COLOURS[i], "code": CODES[i],
                     "oil": 1 <= i <= 6} for i, name in enumerate(NAMES)],
        "training": training, "scores": scores["scores"], "weaknesses": WEAKNESSES}


def median_time(module, size=(720, 1280), repeats=15):
    """Milliseconds of a forward pass; the height is padded to the stride."""
    height = -(-size[0] // SheenCompact.stride) * SheenCompact.stride
    x, times = torch.rand(1, 3, height, size[1]), []
    for i in range(repeats + 3):
        begun = time.perf_counter()
        module(x)
        times.append(1000 * (time.perf_counter() - begun))
    times = sorted(times[3:])
    return times[0], times[len(times) // 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("scores", help="what evaluate.py wrote")
    parser.add_argument("model", help="the file to write")
    parser.add_argument("--data", default="rendered scenes")
    parser.add_argument("--note", default="", help="said first in the description")
    args = parser.parse_args()
    torch.set_num_threads(2)
    state = torch.load(args.checkpoint)
    with open(args.scores, encoding="utf-8") as file:
        scores = json.load(file)
    model = load(args.checkpoint, scores["caution"])
    training = {"data": args.data, "seed": state["seed"], "steps": state["steps"],
                "date": time.strftime("%Y-%m-%d")}
    text = json.dumps(card(model, scores, training, args.note), indent=1)
    script = torch.jit.freeze(torch.jit.script(Portable(model).eval()))
    torch.jit.save(script, args.model, _extra_files={"model.json": text})

    extra = {"model.json": ""}
    again = torch.jit.load(args.model, _extra_files=extra)
    json.loads(extra["model.json"])
    with torch.inference_mode():
        x = torch.randn(2, 3, 96, 160)
        print("largest difference", (again(x) - model(x)).abs().max().item())
        print("ms, least and median: %.0f %.0f" % median_time(again))
        fast = torch.jit.optimize_for_inference(again)
        print("ms, optimised for inference: %.0f %.0f" % median_time(fast))


if __name__ == "__main__":
    main()
