#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose caution and seed (see OilFirst) of a checkpoint of teach.py by real pictures: the ten photographs of
oil, and the water that is held out. Writes what export.py wants.

Of pairs that leave real water alone as asked the one that finds most oil in the photographs is best; where
none does, the one that loses least. Of those that are about as good the least cautious is taken, for a false
film is deleted sooner than a missed one is found."""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F

import photographs
from evaluate import has_patch, load
from network import Reduced
from real import FOUND, PATCH, oil_pictures, overlap
from train import MEAN, STD, tensors

CAUTIONS = np.arange(-3.0, 0.1, 0.25)
SEEDS = np.arange(0.0, 3.01, 0.5)    # above the caution
MOST_FALSE_OIL, LEAST_CLEAN = 0.01, 0.85
ABOUT_AS_GOOD = 0.02    # of IoU


@torch.inference_mode()
def odds_of(model, picture):
    """The odds (log) of oil at the network's resolution; the sides are filled up to its stride."""
    h, w = picture.shape[:2]
    stride = model.network.stride
    full = cv2.copyMakeBorder(picture, 0, -h % stride, 0, -w % stride, cv2.BORDER_REFLECT_101)
    logits = model.network(tensors(full[None]))
    rest = logits.shape[1] - 2
    others = torch.cat([logits[:, :1], logits[:, rest:]], 1).logsumexp(1, keepdim=True)
    return logits[:, 1:rest].logsumexp(1, keepdim=True) - others, full.shape[:2]


@torch.inference_mode()
def marked(model, odds, size, shape):
    """Oil that a pair of caution and seed shows, at the picture's size."""
    film = odds - model.caution
    kept = torch.where(model.hangs_together(film), film, torch.full_like(film, -1.0))
    full = F.interpolate(kept, size, mode="bilinear", align_corners=False)[0, 0]
    return (full > 0).numpy()[:shape[0], :shape[1]]


def measures(model, oil, water):
    """For each pair: mean IoU of the photographs, number found, false oil, share of clean pictures."""
    oil = [(odds_of(model, picture), true) for picture, true in oil]
    water = [(odds_of(model, picture), picture.shape[:2]) for picture in water]
    table = np.zeros((len(CAUTIONS), len(SEEDS), 4))
    for i, caution in enumerate(CAUTIONS):
        for k, seed in enumerate(SEEDS):
            model.caution, model.seed = float(caution), float(caution + seed)
            scores = [overlap(marked(model, *odds, true.shape), true) for odds, true in oil]
            false = [marked(model, *odds, shape) for odds, shape in water]
            table[i, k] = (np.mean(scores), sum(s > FOUND for s in scores), np.mean([m.mean() for m in false]),
                           np.mean([not has_patch(m, PATCH) for m in false]))
    return table


def best(table):
    iou, found, false, clean = np.moveaxis(table, -1, 0)
    loss = false + 20 * np.maximum(0, false - MOST_FALSE_OIL) + np.maximum(0, LEAST_CLEAN - clean)
    score = iou + 0.01 * found - loss
    i = np.nonzero((score >= score.max() - ABOUT_AS_GOOD).any(1))[0][0]
    return i, np.argmax(score[i])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("--data", type=Path, required=True, help="folder with oil and water")
    parser.add_argument("--out", help="write the choice here (JSON)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = load(args.checkpoint)
    model.network = Reduced(model.network, MEAN, STD)
    water = [photographs.read(n, 640) for n in photographs.names(args.data / "water", held_out=True)]
    table = measures(model, [pair for _, *pair in oil_pictures(args.data / "oil")], water)
    for caution, row in zip(CAUTIONS, table):
        print("caution %5.2f" % caution, " ".join("%.3f/%d/%.4f/%.2f" % tuple(cell) for cell in row))
    i, k = best(table)
    iou, found, false, clean = table[i, k]
    result = {"sensor": "photographic", "caution": [float(CAUTIONS[i]), float(CAUTIONS[i] + SEEDS[k])],
              "temperature": 1.0, "scores": {"real": {
                  "photographs_of_oil": {"pictures": 10, "mean_iou": round(iou, 3), "found": int(found),
                                         "note": "caution, seed and state were chosen by these"},
                  "water_held_out": {"pictures": len(water), "false_oil": round(false, 4),
                                     "pictures_without_a_patch": round(clean, 2)}}}}
    print(json.dumps(result, indent=1))
    if args.out:
        Path(args.out).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
