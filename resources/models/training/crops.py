# SPDX-License-Identifier: GPL-3.0-or-later
"""Crops of rendered scenes, as training shows them: scaled, turned, recoloured, two in one."""

import glob

import cv2
import numpy as np
import torch

from network import SheenCompact
from photographs import NOT_OIL
from thermal import without_colour

SIZES = [(160, 8), (256, 3)]    # crop side and crops of a step: near, and with more of the sea around
OFTEN = [0.6, 0.4]
ZOOMS = (0.75, 2.6)
GREY = 0.06    # share of crops in colour whose colour is taken away
SEEN, FAINT = 7, 0.6   # a wide film is seen by its mean over such squares, that departs by so many deviations of the water
MIXED = {"colour": 0.45, "infrared": 0.15}   # share of crops of which a part shows another scene
LEAST_WATER = 0.08             # share of a crop with a film
LEAST_WATER_GREY = 0.25        # which tone is the sea's cannot be known otherwise
GREY_CLASSES = np.full(256, NOT_OIL, np.uint8)    # of the scenes' classes: oil is oil there
GREY_CLASSES[:9] = [0, 1, 1, 1, 1, 1, 1, 2, 3]


class Crops(torch.utils.data.IterableDataset):
    """Endless batches of augmented crops; each folder has its share."""

    def __init__(self, folders, shares, seed, part=1.0, sensor="colour"):
        self.part = part    # of the usual number
        self.sensor = sensor
        self.folders, self.shares, self.seed = folders, np.array(shares) / sum(shares), seed

    def _open(self):
        return [[(np.load(n.replace("labels", "pictures"), mmap_mode="r"), np.load(n, mmap_mode="r"))
                 for n in sorted(glob.glob(f"{folder}/*-labels.npy"))] for folder in self.folders]

    def __iter__(self):
        cv2.setNumThreads(1)
        rng, shards, count = np.random.default_rng(self.seed), self._open(), 0
        while True:
            count += 1
            if count % 100 == 0:
                shards = self._open()    # the renderer may have added some
            side, number = SIZES[rng.choice(len(SIZES), p=OFTEN)]
            pairs = [self._pair(rng, shards, side) for _ in range(int(np.ceil(self.part * number)))]
            pairs = [mixed(rng, pair, self._pair(rng, shards, side)) if rng.random() < MIXED[self.sensor] else pair
                     for pair in pairs]
            yield np.stack([p for p, _ in pairs]), np.stack([c for _, c in pairs])

    def _pair(self, rng, shards, side):
        for tries in range(4):
            pictures, labels = self._shard(rng, shards)
            i = rng.integers(len(labels))
            frame, part = crop(rng, pictures[i], labels[i], side, ZOOMS, SheenCompact.reduction)
            if self.sensor == "infrared" and not is_grey(frame):
                frame = without_colour(rng, frame, part, SheenCompact.reduction)
            if visible(cv2.blur(frame, (SEEN, SEEN)), part, SheenCompact.reduction, FAINT):
                break
        if self.sensor == "infrared":
            part = GREY_CLASSES[part]
        elif rng.random() < GREY:
            frame = np.repeat(frame.mean(2, keepdims=True).astype(np.uint8), 3, 2)
        return frame, part

    def _shard(self, rng, shards):
        while True:
            chosen = shards[rng.choice(len(shards), p=self.shares)]
            if chosen:
                return chosen[rng.integers(len(chosen))]


def mixed(rng, one, other):
    """One crop on this side of a line, another beyond. Whether there is oil in a picture cannot be learned from
    what else is in it then; without this a network soon knows land by its texture, and no oil near to it."""
    side = one[0].shape[0]
    y, x = np.mgrid[-1:1:side * 1j, -1:1:side * 1j].astype(np.float32)
    a = rng.uniform(0, 2 * np.pi)
    beyond = x * np.cos(a) + y * np.sin(a) > rng.uniform(-0.5, 0.5)
    reduction = SheenCompact.reduction
    there = beyond[reduction // 4::reduction, reduction // 4::reduction]
    return np.where(beyond[..., None], other[0], one[0]), np.where(there, other[1], one[1])


def is_grey(frame):
    return np.array_equal(frame[::7, ::7, 0], frame[::7, ::7, 2])


def visible(frame, part, reduction, least_apart):
    """Whether a film stands out from the water in its crop, by so many deviations, or there is none."""
    oil, water = (part > 0) & (part < 7), part == 0
    if not oil.any():
        return True
    least = LEAST_WATER_GREY if is_grey(frame) else LEAST_WATER
    if oil.sum() < 12 or water.sum() < least * part.size:
        return False
    tones = frame[reduction // 4::reduction, reduction // 4::reduction].astype(np.float32)
    sea = tones[water]
    for kind in np.unique(part[oil]):
        film = tones[part == kind]
        apart = np.abs(film.mean(0) - sea.mean(0)) / (0.5 * (film.std(0) + sea.std(0)) + 3)
        if len(film) > 0.2 * oil.sum() and apart.max() < least_apart:
            return False
    return True


def crop(rng, picture, label, side, zooms, reduction):
    """A square of random size and place, scaled to `side`, turned, with changed colours."""
    h, w = label.shape
    take = int(min(h, side * np.exp(rng.uniform(*np.log(zooms)))))
    y, x = rng.integers(0, h - take + 1), rng.integers(0, w - take + 1)
    coarse = np.asarray(label[::8, ::8])
    kinds = np.unique(coarse)
    kinds = kinds[(kinds > 0) & (kinds < 9)]
    if len(kinds) and rng.random() < 0.4:    # show a class of this scene, all alike often
        cy, cx = np.nonzero(coarse == rng.choice(kinds))
        i = rng.integers(len(cy))
        y = int(np.clip(8 * cy[i] - rng.uniform(0.1, 0.9) * take, 0, h - take))
        x = int(np.clip(8 * cx[i] - rng.uniform(0.1, 0.9) * take, 0, w - take))
    part = label[y:y + take, x:x + take]
    frame = picture[y:y + take, x:x + take]
    how = cv2.INTER_AREA if take > side else cv2.INTER_LINEAR
    frame = cv2.resize(frame, (side, side), interpolation=how)
    part = cv2.resize(np.ascontiguousarray(part), (side, side), interpolation=cv2.INTER_NEAREST)
    turn, flip = int(rng.integers(4)), rng.random() < 0.5
    frame, part = np.rot90(frame, turn), np.rot90(part, turn)
    if flip:
        frame, part = frame[:, ::-1], part[:, ::-1]
    return colours(rng, np.ascontiguousarray(frame)), np.ascontiguousarray(part[reduction // 4::reduction, reduction // 4::reduction])


def colours(rng, frame):
    """Hue, saturation, exposure, contrast, white balance, noise."""
    grey = is_grey(frame)
    if not grey and rng.random() < 0.8:
        hsv = cv2.cvtColor(frame, cv2.COLOR_RGB2HSV)
        wide = 16 if rng.random() < 0.3 else 6
        shift, gain = int(round(rng.normal(0, wide))), rng.uniform(0.6, 1.35)
        hue = (np.arange(256) + shift) % 180
        saturation = np.clip(np.arange(256) * gain, 0, 255)
        tables = np.stack([hue, saturation, np.arange(256)], -1).astype(np.uint8)
        frame = cv2.cvtColor(cv2.LUT(hsv, tables[None]), cv2.COLOR_HSV2RGB)
    if grey and rng.random() < 0.15:
        frame = 255 - frame    # the other polarity
    if rng.random() < 0.8:
        levels = np.arange(256, dtype=np.float32)[:, None] / 255
        gamma = np.exp(rng.normal(0, 0.15))
        gain = np.exp(rng.normal(0, 0.12) + (0 if grey else rng.normal(0, 0.04, 3)))
        table = levels ** gamma * gain + rng.normal(0, 0.03)
        table = np.broadcast_to(np.clip(table * 255, 0, 255), (256, 3)).astype(np.uint8)
        frame = cv2.LUT(frame, np.ascontiguousarray(table)[None])
    if rng.random() < 0.15:
        noise = rng.standard_normal(frame.shape[:2] + (1 if grey else 3,), dtype=np.float32)
        frame = np.clip(frame + noise * rng.uniform(2, 10), 0, 255).astype(np.uint8)
    return frame
