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
           "#ffe14d", "#5c7a29", "#d94f70"]
CODES = [0, 1, 2, 3, 4, 5, 0, 0, 0, 0]
SHIP, OTHER, INFRARED_OIL = 7, 8, 9

DESCRIPTION = (
    "Marks oil on the sea, seen straight down or obliquely: in colour by its appearance; in a "
    "picture without colour, as infrared gives it, by tones that depart from the sea's, as one "
    "class without appearance code. Small enough for a computer without a graphics card. "
    "Probabilities come at a quarter of the input's resolution.")
WEAKNESSES = [
    "trained on rendered pictures only; never tested on real oil",
    "in infrared, what is warmer or colder than the sea for other reasons may be taken for oil",
    "land, foam and structures may be taken for oil; of one real recording over land alone, two "
    "thirds of every seventh frame were",
    "a slick that fills the whole picture has no clean water to be compared with",
    "sheen and metallic may be taken for each other where the sky is bright; calm patches, "
    "cloud shadows and wakes for thin films",
    "faint films that are nowhere sure are not shown; films narrower than about four pixels are "
    "lost"]


class Branches(nn.Module):
    """A picture without colour goes to the network for infrared, every other to that for colour,
    so that either can be trained anew without harm to the other. The channels are those of the
    colour network and one more for the oil in infrared, whose appearance nobody can tell."""

    def __init__(self, colour, infrared):
        super().__init__()
        self.colour = colour
        self.infrared = infrared
        self.grey = MEAN[2] / STD[2] - MEAN[0] / STD[0]    # red minus blue of a grey picture

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x.contiguous(memory_format=torch.channels_last)    # faster on a CPU
        chroma = float((x[:, :1, ::8, ::8] - x[:, 2:, ::8, ::8] - self.grey).abs().mean())
        if chroma < 0.03:
            found = self.infrared(x)    # water, oil, ship or structure, land or other
            none = torch.zeros_like(found[:, :1]).expand(-1, 6, -1, -1)
            return torch.cat([found[:, :1], none, found[:, 2:], found[:, 1:2]], dim=1)
        found = self.colour(x)
        return torch.cat([found, torch.zeros_like(found[:, :1])], dim=1)


def sensors(scores):
    """Infrared is named where the model finds half of what is there and no more than that."""
    infrared = scores["infrared"]["scores"]["held_out"]["oil_against_water"]
    return ["EOW", "EON"] + (["IR"] if infrared >= 0.5 else [])


def seen_by(value):
    """The sensors whose pictures can show a class; none named: all of them."""
    if value == INFRARED_OIL:
        return ["IR"]
    return ["EOW", "EON"] if 1 <= value <= 6 else []


def classes():
    names = NAMES + ["oil in infrared"]
    return [{"value": i, "name": name, "colour": COLOURS[i], "code": CODES[i],
             "oil": 1 <= i <= 6 or i == INFRARED_OIL, "sensors": seen_by(i)}
            for i, name in enumerate(names)]


def card(model, scores, training):
    temperature = {name: s["temperature"] for name, s in scores.items()}
    return {
        "format": "sheen-model-card/1", "name": "Sheen Compact", "version": "6",
        "description": DESCRIPTION, "licence": "GPL-3.0-or-later",
        "architecture": "two residual encoders with picture-wide context and additive decoders "
                        "to 1/4, one for colour, one for infrared; 3x3 convolutions",
        "parameters": sum(p.numel() for p in model.parameters()),
        "sensors": sensors(scores), "code_sensors": ["EOW", "EON"],
        "input": {"channels": "RGB", "mean": list(MEAN), "std": list(STD),
                  "stride": SheenCompact.stride, "width": 0, "height": 0},
        "output": {"kind": "probabilities"},
        "classes": classes(), "training": training,
        "calibration": {"temperature": temperature},
        "scores": {name: s["scores"] for name, s in scores.items()}, "weaknesses": WEAKNESSES}


def median_time(module, stride, size=(720, 1280), repeats=15):
    """Milliseconds of a forward pass; the height is padded to the stride."""
    height = -(-size[0] // stride) * stride
    x, times = torch.rand(1, 3, height, size[1]), []
    for i in range(repeats + 3):
        begun = time.perf_counter()
        module(x)
        times.append(1000 * (time.perf_counter() - begun))
    times = sorted(times[3:])
    return times[0], times[len(times) // 2]


def read(checkpoint, scores):
    """The network, what is known of its training, its scores."""
    state = torch.load(checkpoint)
    with open(scores, encoding="utf-8") as file:
        scores = json.load(file)
    if scores["sensor"] != state["sensor"]:
        raise SystemExit(f"{checkpoint} and its scores are of different sensors")
    training = {"data": state["data"], "seed": state["seed"], "steps": state["steps"]}
    return load(checkpoint, *scores["caution"], scores["temperature"]), training, scores


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the file to write")
    parser.add_argument("--colour", nargs=2, metavar=("CHECKPOINT", "SCORES"), required=True)
    parser.add_argument("--infrared", nargs=2, metavar=("CHECKPOINT", "SCORES"), required=True)
    args = parser.parse_args()
    torch.set_num_threads(2)
    colour, colour_training, colour_scores = read(*args.colour)
    infrared, infrared_training, infrared_scores = read(*args.infrared)
    model = Branches(colour, infrared)
    training = {"date": time.strftime("%Y-%m-%d"), "colour": colour_training,
                "infrared": infrared_training}
    text = json.dumps(card(model, {"colour": colour_scores, "infrared": infrared_scores},
                           training), indent=1)
    script = torch.jit.freeze(torch.jit.script(model.eval()))
    torch.jit.save(script, args.model, _extra_files={"model.json": text})

    extra = {"model.json": ""}
    again = torch.jit.load(args.model, _extra_files=extra)
    json.loads(extra["model.json"])
    with torch.inference_mode():
        coloured, grey = torch.randn(2, 3, 96, 160), torch.rand(2, 1, 96, 160) * 4 - 2
        grey = torch.cat([grey, grey, grey - model.grey], dim=1)
        for x in (coloured, grey):
            print("largest difference", (again(x) - model(x)).abs().max().item())
        print("ms, least and median: %.0f %.0f" % median_time(again, SheenCompact.stride))


if __name__ == "__main__":
    main()
