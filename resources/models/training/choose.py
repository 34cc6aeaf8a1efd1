#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose caution, seed and faint (see OilFirst) of a checkpoint of train.py by real pictures: the ten photographs of
oil, and the water that is held out; for pictures without colour both without theirs, and as a negative too. Writes what
export.py wants.

Of choices that leave real water alone as asked the one that finds most oil in the photographs is best; where
none does, the one that loses least. Of those that are about as good the one that shows the faintest films is taken, for a
false film is deleted sooner than a missed one is found."""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F

import photographs
from evaluate import has_patch, load, tensors
from real import FOUND, PATCH, oil_pictures, overlap, shown

CHOICES = [(caution, seed, faint) for faint in (0.0, 1.5, 2.5, 3.5) for caution in (-2.0, -1.0, -0.75, -0.5, -0.25, 0.0)
           for seed in np.arange(-1.5, 1.6, 0.25) if seed >= caution - faint]
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
    """The oil that a choice shows, at the picture's size."""
    above = odds - model.limit(odds)
    kept = torch.where(model.hangs_together(odds, above), above, above.clamp(max=-1.0))
    full = F.interpolate(kept, size, mode="bilinear", align_corners=False)[0, 0]
    return (full > 0).numpy()[:shape[0], :shape[1]]


def measures(model, oil, water):
    """For each choice: mean IoU of the photographs, number found, false oil, share of clean pictures."""
    oil = [(odds_of(model, picture), true) for picture, true in oil]
    water = [(odds_of(model, picture), picture.shape[:2]) for picture in water]
    table = []
    for model.caution, model.seed, model.faint in CHOICES:
        scores = [overlap(marked(model, *odds, true.shape), true) for odds, true in oil]
        false = [marked(model, *odds, shape) for odds, shape in water]
        table.append((np.mean(scores), sum(s > FOUND for s in scores), np.mean([m.mean() for m in false]),
                      np.mean([not has_patch(m, PATCH) for m in false])))
    return np.array(table)


def best(table):
    iou, found, false, clean = table.T
    loss = false + 20 * np.maximum(0, false - MOST_FALSE_OIL) + np.maximum(0, LEAST_CLEAN - clean)
    score = iou + 0.01 * found - loss
    good = np.nonzero(score >= score.max() - ABOUT_AS_GOOD)[0]
    return min(good, key=lambda i: (CHOICES[i][0] - CHOICES[i][2], -score[i]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("--data", type=Path, required=True, help="folder with oil and water")
    parser.add_argument("--out", help="write the choice here (JSON)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    model, sensor = load(args.checkpoint), torch.load(args.checkpoint)["sensor"]
    water = [seen for n in photographs.names(args.data / "water", held_out=True)
             for seen in shown(photographs.read(n, 640), sensor)]
    oil = [(seen, true) for _, picture, true in oil_pictures(args.data / "oil") for seen in shown(picture, sensor)]
    table = measures(model, oil, water)
    for choice, row in zip(CHOICES, table):
        print("caution %.2f seed %.2f faint %.1f: IoU %.3f, %d found, false oil %.4f, clean %.2f" % (*choice, *row))
    i = best(table)
    iou, found, false, clean = table[i]
    result = {"sensor": sensor, "caution": [float(c) for c in CHOICES[i]],
              "temperature": 1.0, "scores": {"real": {
                  "photographs_of_oil": {"pictures": len(oil), "mean_iou": round(iou, 3), "found": int(found),
                                         "note": "caution, seed and state were chosen by these"},
                  "water_held_out": {"pictures": len(water), "false_oil": round(false, 4),
                                     "pictures_without_a_patch": round(clean, 2)}}}}
    print(json.dumps(result, indent=1))
    if args.out:
        Path(args.out).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
