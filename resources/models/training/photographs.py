# SPDX-License-Identifier: GPL-3.0-or-later
"""Real pictures of water without oil, as what oil is laid on and as what is no oil.

The folder holds SOURCES.csv (columns file, split_group, ...) and the pictures that it names. Pictures of
one source look alike, so that those held out are chosen by source."""

import csv
from pathlib import Path

import cv2
import numpy as np

from noise import chance, log_uniform

HELD_OUT = ("korban_hanyut", "brighton_beach", "usgs_doodle_labeller")    # a fifth of the pictures
SIDE = 1100           # pictures are kept at this length of their longer side
NOT_OIL = 254         # label of what is water, a thing or land, and surely no oil
OFF_WATER = 22.0      # distance in Lab from the water around above which something else is seen
UNLIKE, ROUGH = 10.0, 0.018    # of water among land: departure from the commonest colour, and texture, at most
HOMOGENEOUS = 0.06    # share of such a crop that may lie above the first


def rows(folder, held_out):
    with open(Path(folder) / "SOURCES.csv", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file)
                if row["oil"] == "no" and (row["split_group"] in HELD_OUT) == held_out]


def names(folder, held_out):
    return [Path(folder) / row["file"] for row in rows(folder, held_out)]


def read(path, side=SIDE):
    """RGB, reduced to `side` where it is longer."""
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    scale = side / max(picture.shape[:2])
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(picture[..., ::-1])


class Water:
    """Crops of the pictures, with a label: 0 where it is water, NOT_OIL where that is not sure."""

    def __init__(self, folder, held_out=False):
        found = rows(folder, held_out)
        self.pictures = [read(Path(folder) / row["file"]) for row in found]
        # Of a lake or the open sea all is water but for boats, be it as uneven as glare makes it; of rivers,
        # coasts and marshes what is smooth and of one colour may be.
        self.open = [row.get("content", "sea").startswith(("lake", "sea")) for row in found]
        if not self.pictures:
            raise SystemExit(f"{folder}: SOURCES.csv names no picture for this")

    def crop(self, rng, size):
        """RGB of 0 to 1 (float32), label, and whether (nearly) all of it is water."""
        number = rng.integers(len(self.pictures))
        picture = self.pictures[number]
        h, w = picture.shape[:2]
        take = int(min(h, w, size * log_uniform(rng, 0.5, 3.5)))
        y, x = rng.integers(0, h - take + 1), rng.integers(0, w - take + 1)
        part = picture[y:y + take, x:x + take]
        how = cv2.INTER_AREA if take > size else cv2.INTER_CUBIC
        part = cv2.resize(part, (size, size), interpolation=how)
        if chance(rng, 0.5):
            part = np.ascontiguousarray(part[:, ::-1])
        label = np.full((size, size), NOT_OIL, np.uint8)
        open_water = self.open[number] or is_smooth(part)
        if open_water:
            label[off_water(part) < OFF_WATER] = 0
        return recoloured(rng, part.astype(np.float32) / 255), label, open_water


def lab_of(picture):
    return cv2.cvtColor(cv2.GaussianBlur(picture, (0, 0), 2).astype(np.float32) / 255, cv2.COLOR_RGB2LAB)


def off_water(picture):
    """Distance of each pixel's colour, a little blurred, from that of its wider surroundings (Lab)."""
    lab = lab_of(picture)
    return np.linalg.norm(lab - cv2.GaussianBlur(lab, (0, 0), max(picture.shape[:2]) / 8), axis=2)


def is_smooth(picture):
    """Whether a crop has one colour and hardly any texture, as calm water has."""
    lab, grey = lab_of(picture), picture.mean(2).astype(np.float32) / 255
    unlike = np.linalg.norm(lab - np.median(lab[::4, ::4].reshape(-1, 3), 0), axis=2) > UNLIKE
    return unlike.mean() < HOMOGENEOUS and np.abs(grey - cv2.GaussianBlur(grey, (0, 0), 3)).mean() < ROUGH


def slope(rng, h, w):
    """Light that falls off towards one side (the sky's mirror image, seen obliquely) or all corners."""
    y, x = np.mgrid[-1:1:h * 1j, -1:1:w * 1j].astype(np.float32)
    if chance(rng, 0.25):
        return 1 - rng.uniform(0.1, 0.6) * np.clip(x * x + y * y, 0, 2) / 2
    a = rng.normal(0, 0.6)
    along = np.clip(0.5 + 0.5 * (x * np.sin(a) - y * np.cos(a)), 0, 1) ** rng.uniform(0.7, 3)
    return 1 + rng.uniform(-0.5, 0.9) * along


def recoloured(rng, picture):
    """The same water under another sky, over another ground: another hue, darker or paler, its waves
    stronger or weaker."""
    if chance(rng, 0.6):
        hsv = cv2.cvtColor(np.clip(picture, 0, 1), cv2.COLOR_RGB2HSV)
        hsv[..., 0] = (hsv[..., 0] + rng.normal(0, 35)) % 360
        hsv[..., 1] = np.clip(hsv[..., 1] * log_uniform(rng, 0.4, 1.7), 0, 1)
        picture = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    if chance(rng, 0.5):
        mean = picture.mean((0, 1))
        picture = mean * log_uniform(rng, 0.45, 1.5) + (picture - mean) * log_uniform(rng, 0.4, 1.4)
    if chance(rng, 0.45):
        picture = picture * slope(rng, *picture.shape[:2])[..., None]
    if chance(rng, 0.2):    # haze
        picture = picture + rng.uniform(0.1, 0.5) * (rng.uniform(0.5, 0.9) - picture)
    return np.clip(picture, 0, 1).astype(np.float32)
