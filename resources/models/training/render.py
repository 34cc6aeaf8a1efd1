#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Render scenes into shards: NAME-pictures.npy (n, h, w, 3) and NAME-labels.npy (n, h, w)."""

import argparse
import os
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path

import cv2
import numpy as np

import photographic
import spills
from photographs import Water
from scene import scene

SHARD = 64
photographs = lru_cache(Water)    # read once in each process


def shard(task):
    folder, number, held_out, size, wish, water, kinds = task
    name = folder / f"{number:04d}"
    if Path(f"{name}-labels.npy").exists():
        return number
    if water:
        pictures = photographs(water)
        scenes = [photographic.scene(np.random.default_rng([number * SHARD + i, 15485863]), pictures, size, kinds)
                  for i in range(SHARD)]
    else:
        scenes = [scene(number * SHARD + i, size, size, held_out, **wish) for i in range(SHARD)]
    np.save(f"{name}-pictures.npy", np.stack([picture for picture, _ in scenes]))
    np.save(f"{name}-part.npy", np.stack([label for _, label in scenes]))
    os.replace(f"{name}-part.npy", f"{name}-labels.npy")    # only whole shards are seen
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shards", type=int, default=40, help=f"of {SHARD} scenes each")
    parser.add_argument("--first", type=int, default=0, help="number of the first shard")
    parser.add_argument("--size", type=int, default=640)
    parser.add_argument("--water", type=Path, help="folder of real pictures of water to lay the oil on")
    parser.add_argument("--little-else", choices=spills.MISSED, help="with --water: than such sheen, and what it lies around")
    parser.add_argument("--held-out", action="store_true", help="the other settings")
    parser.add_argument("--oil-free", action="store_true", help="look-alikes only")
    parser.add_argument("--sensor", choices=["colour", "infrared"])
    parser.add_argument("--view", choices=["nadir", "oblique"])
    parser.add_argument("--coast", type=float, help="share of scenes with a coast, or land alone")
    parser.add_argument("--glint", type=float, help="share of scenes with the sun's mirror image")
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    wish = {"oil": False} if args.oil_free else {}
    if args.sensor:
        wish["infrared"] = args.sensor == "infrared"
    if args.view:
        wish["oblique"] = args.view == "oblique"
    if args.coast is not None:
        wish["coast"] = args.coast
    if args.glint is not None:
        wish["glint"] = args.glint
    kinds = spills.MISSED.get(args.little_else)
    tasks = [(args.folder, args.first + i, args.held_out, args.size, wish, args.water, kinds)
             for i in range(args.shards)]
    with Pool(args.processes) as pool:
        for number in pool.imap(shard, tasks):
            print("shard", number, flush=True)


if __name__ == "__main__":
    main()
