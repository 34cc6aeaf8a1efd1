#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Join a model for the colour camera and a network for infrared into one file.

A frame without colour goes to the network for infrared, every other to the model for colour, so
that either can be trained anew without harm to the other. The card is that of the colour model
with what is said of infrared added."""

import argparse
import json

import torch
from torch import nn

from evaluate import load
from export import Portable, sensors
from train import MEAN, STD

INFRARED = (
    "A frame without colour is looked at by a second network, for infrared: it goes by tones that "
    "depart from the sea's and by damped waves.")
WEAKNESS = (
    "in infrared a part of the oil is found; what is warmer or colder than the sea for other reasons "
    "may be taken for oil, and the class is a guess")


class Branches(nn.Module):
    def __init__(self, colour, infrared, grey: float):
        super().__init__()
        self.colour = colour
        self.infrared = infrared
        self.grey = grey    # red minus blue of a grey picture, as the networks get them

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        chroma = float((x[:, :1, ::8, ::8] - x[:, 2:, ::8, ::8] - self.grey).abs().mean())
        if chroma < 0.03:
            return self.infrared(x)
        return self.colour(x)


def joined_card(card, scores, parameters):
    card = dict(card)
    card["description"] = f"{card['description'].replace(' It serves the colour camera.', '')} {INFRARED}"
    card["version"] = "2"
    card["parameters"] += parameters
    card["sensors"] = sensors(scores)
    card["scores"] = {**card["scores"],
                      "held_out_infrared": scores["scores"]["held_out_infrared"]}
    card["weaknesses"] = [w for w in card["weaknesses"] if "infrared" not in w] + [WEAKNESS]
    return card


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("colour", help="a model file for the colour camera")
    parser.add_argument("checkpoint", help="of the network for infrared")
    parser.add_argument("scores", help="of that network, what evaluate.py wrote")
    parser.add_argument("model", help="the file to write")
    args = parser.parse_args()
    extra = {"model.json": ""}
    colour = torch.jit.load(args.colour, _extra_files=extra)
    card = json.loads(extra["model.json"])
    if card["input"]["mean"] != list(MEAN) or card["input"]["std"] != list(STD):
        raise SystemExit("the models want their input on other scales")
    with open(args.scores, encoding="utf-8") as file:
        scores = json.load(file)
    network = load(args.checkpoint, scores["caution"])
    infrared = torch.jit.script(Portable(network).eval())
    grey = MEAN[2] / STD[2] - MEAN[0] / STD[0]
    script = torch.jit.freeze(torch.jit.script(Branches(colour, infrared, grey).eval()))
    card = joined_card(card, scores, sum(p.numel() for p in network.parameters()))
    torch.jit.save(script, args.model, _extra_files={"model.json": json.dumps(card, indent=1)})

    again = torch.jit.load(args.model)
    with torch.inference_mode():
        coloured = torch.randn(1, 3, 96, 160)
        flat = torch.rand(1, 1, 96, 160) * 4 - 2
        plain = torch.cat([flat, flat, flat - grey], dim=1)
        print("colour differs by", (again(coloured) - colour(coloured)).abs().max().item())
        print("infrared differs by", (again(plain) - infrared(plain)).abs().max().item())


if __name__ == "__main__":
    main()
