#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""False oil that a finished model file marks on oil-free scenes with look-alikes, rendered here from
numbers that neither the training nor the choice of caution and seed has seen."""

import argparse
import json
from multiprocessing import Pool

import cv2
import numpy as np
import torch

from evaluate import LEAST_AREAS, answer_to, has_patch
from scene import scene

FIRST = 900 * 64


def rendered(task):
    cv2.setNumThreads(1)
    number, infrared = task
    return scene(number, held_out=True, oil=False, infrared=infrared)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="as export.py writes it")
    parser.add_argument("--scenes", type=int, default=200, help="of each sensor")
    parser.add_argument("--sensor", choices=["colour", "infrared"], help="else both")
    parser.add_argument("--first", type=int, default=FIRST, help="number of the first scene")
    args = parser.parse_args()
    extra = {"model.json": ""}
    model = torch.jit.load(args.model, _extra_files=extra)
    oil = np.array([c["oil"] for c in json.loads(extra["model.json"])["classes"]])
    print("| scenes | of all pixels | of water | " +
          " | ".join(f"without a patch of {n} pixels" for n in LEAST_AREAS) + " |")
    print("|---" * (3 + len(LEAST_AREAS)) + "|")
    for infrared in [name == "infrared" for name in ([args.sensor] if args.sensor else ["colour", "infrared"])]:
        found, wet, water, clean = [], [], [], []
        with Pool() as pool:
            tasks = [(args.first + i, infrared) for i in range(args.scenes)]
            for picture, label in pool.imap(rendered, tasks):
                mask = oil[answer_to(model, picture[None]).argmax(1)[0].numpy()]
                found.append(mask.mean())
                wet.append((mask & (label == 0)).sum())
                water.append((label == 0).sum())
                clean.append([not has_patch(mask, n) for n in LEAST_AREAS])
        print(f"| {args.scenes} in {'infrared' if infrared else 'colour'} | {100 * np.mean(found):.2f} % | "
              f"{100 * sum(wet) / sum(water):.2f} % | " +
              " | ".join(f"{100 * share:.0f} %" for share in np.mean(clean, axis=0)) + " |")


if __name__ == "__main__":
    main()
