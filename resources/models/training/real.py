#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model file finds on real pictures, and on flights rendered with truth. What is not there is left out.

The photographs of oil choose among states and thresholds; nothing is ever trained on them. Keep count of the
times they were looked at (README.md): each makes them a little less of a test."""

import argparse
import csv
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import torch

import photographs
from answering import Model
from evaluate import has_patch
from flights import Truth, frames

OIL_SIZE = (640, 480)     # the photographs were squeezed to squares of 256 pixels
FOUND = 0.2               # IoU above which oil counts as found
PATCH = 150               # pixels of a patch that an analyst would have to look at
SCENE_M = 0.48 * 896      # width of the enlarged scene on the sea
SCENE_M2 = 36424          # oil that is truly in it
FLIGHTS = {"sea": 15, "demo": 15, "nadir-hd": 25, "frames-survey": 5, "oblique-sd": 40}


def overlap(found, true):
    return (found & true).sum() / max(1, (found | true).sum())


def rgb(path):
    return cv2.imread(str(path), cv2.IMREAD_COLOR)[..., ::-1]


def oil_pictures(folder):
    """Of each photograph: name and what it shows, RGB, and where there is oil."""
    with open(folder / "pictures.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        picture = rgb(folder / "pictures" / f"{row['picture']}.jpg")
        true = cv2.imread(str(folder / "masks" / f"{row['picture']}.png"), cv2.IMREAD_GRAYSCALE)
        yield (f"{row['picture']} {row['what']}", cv2.resize(picture, OIL_SIZE, interpolation=cv2.INTER_CUBIC),
               cv2.resize(true, OIL_SIZE, interpolation=cv2.INTER_NEAREST) > 127)


def shown(picture, sensor):
    """As a camera of this kind might show it, in one way or two."""
    if sensor == "colour":
        return [picture]
    grey = cv2.cvtColor(cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return [grey, 255 - grey]


def of_oil(model, folder, verbose, sensor="colour"):
    scores = []
    for what, picture, true in oil_pictures(folder):
        for seen in shown(picture, sensor):
            scores.append(overlap(model.oil[model.classes(seen)], true))
            if verbose:
                print(f"  {scores[-1]:.2f} {what}")
    found = sum(s > FOUND for s in scores)
    return f"mean IoU {np.mean(scores):.3f}, {found} of {len(scores)} found"


def of_water(model, folder, verbose, sensor="colour"):
    shares, clean = [], []
    for name in photographs.names(folder, held_out=True):
        for seen in shown(photographs.read(name, 640), sensor):
            marked = model.oil[model.classes(seen)]
            shares.append(marked.mean())
            clean.append(not has_patch(marked, PATCH))
            if verbose and shares[-1] > 0.01:
                print(f"  {name.parent.name}/{name.name} {100 * shares[-1]:.1f} %")
    return (f"false oil {100 * np.mean(shares):.2f} % of pixels, {100 * np.mean(clean):.0f} % of "
            f"{len(clean)} pictures without a patch")


def of_enlarged(model, folder, verbose):
    areas = []
    for part in sorted(folder.glob("w*"), key=lambda p: int(p.name[1:])):
        picture = rgb(next(part.glob("*.jpg")))
        distance = SCENE_M / picture.shape[1]
        area = model.oil[model.classes(picture, distance)].sum() * distance ** 2
        areas.append(f"{part.name[1:]}: {area:,.0f} m2 ({100 * (area / SCENE_M2 - 1):+.0f} %)")
    return ", ".join(areas)


def of_flight(model, folder, every):
    truth = Truth(folder)
    both = either = 0
    kinds = np.zeros((6, 6), np.int64)
    merged = np.array([0, 1, 2, 3, 4, 4])    # 4 and 5 as one
    for number, picture in frames(folder, every):
        true = truth.labels(number, *picture.shape[:2])
        found = model.classes(np.ascontiguousarray(picture), truth.distance_m(number, picture.shape[1]))
        oil = model.oil[found]
        both, either = both + (oil & (true > 0)).sum(), either + (oil | (true > 0)).sum()
        np.add.at(kinds, (merged[true], merged[model.codes[found]]), 1)
    counts = kinds[:5, :5]
    cross, size = counts.diagonal(), counts.sum(0) + counts.sum(1) - counts.diagonal()
    codes = [cross[k] / size[k] for k in range(1, 5) if counts[k].sum()]
    return f"oil IoU {both / max(1, either):.3f}, codes " + " ".join(f"{c:.2f}" for c in codes) + \
        f" (mean {np.mean(codes):.2f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="folder with oil, water, cases, flights")
    parser.add_argument("--only", nargs="+", help="names of rows: oil, water, 'oil without colour', enlarged, sea ...")
    parser.add_argument("--verbose", action="store_true", help="single pictures too")
    args = parser.parse_args()
    torch.set_num_threads(1)
    data, verbose = args.data, args.verbose
    rows = {"oil": (of_oil, data / "oil", verbose), "water": (of_water, data / "water", verbose),
            "oil without colour": (partial(of_oil, sensor="infrared"), data / "oil", verbose),
            "water without colour": (partial(of_water, sensor="infrared"), data / "water", verbose),
            "enlarged": (of_enlarged, data / "cases" / "29-picture-kinds", verbose)}
    rows.update({name: (of_flight, data / "flights" / name, every) for name, every in FLIGHTS.items()})
    for path in args.model:
        model = Model(path)
        print(f"| {path} | |\n|---|---|", flush=True)
        for name, (measure, folder, what) in rows.items():
            if folder.exists() and (not args.only or name in args.only):
                print(f"| {name} | {measure(model, folder, what)} |", flush=True)


if __name__ == "__main__":
    main()
