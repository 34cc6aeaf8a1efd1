#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the network on rendered shards; writes a checkpoint with averaged weights."""

import argparse
import copy
import glob
import math
import os
import time
from concurrent.futures import ThreadPoolExecutor

os.environ["OMP_NUM_THREADS"] = "1"    # each part of a batch has a thread of its own, see Halves

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from network import NETWORKS

MEAN, STD = (100.0, 105.0, 108.0), (50.0, 50.0, 50.0)    # on the scale 0..255, RGB
INFRARED_CLASSES = np.uint8([0, 1, 1, 1, 1, 1, 1, 2, 3])    # of the scenes' classes: oil is oil there
STAGES = {    # crop side and crops per step; how many times wider the crop is in the scene;
    # weights of the classes in the loss
    # first whole scenes made small, where a film is seen with the sea around it, and rare classes
    # made heavy, so that every class is learned soon
    "coarse": ([(192, 10), (256, 6), (320, 4)], (1.3, 3.3),
               [0.6, 1.3, 1.5, 1.6, 1.8, 1.8, 2.0, 2.0, 1.2]),
    # then nearer, nearly as frequent as they are, so that confidence means something
    "fine": ([(192, 8), (256, 6), (320, 4)], (0.9, 2.8),
             [0.7, 1.3, 1.4, 1.5, 1.6, 1.5, 1.7, 1.8, 1.2]),
    "infrared": ([(320, 10), (448, 5), (640, 3)], (0.8, 2.0), [0.8, 1.4, 1.6, 1.0]),
}
LEAST_WATER = 0.08             # share of a crop with a film
LEAST_WATER_INFRARED = 0.25    # which tone is the sea's cannot be known otherwise
APART = {False: 1.1, True: 0.7}    # deviations by which a film stands out, at least; in infrared it is wide and even


def sensor_of(stage):
    return "infrared" if stage == "infrared" else "colour"


class Crops(torch.utils.data.IterableDataset):
    """Endless batches of augmented crops from all shards in a folder."""

    def __init__(self, folders, seed, sizes, zooms, infrared):
        self.folders, self.seed, self.sizes, self.zooms = folders, seed, sizes, zooms
        self.infrared = infrared

    def _open(self):
        names = [n for f in self.folders for n in sorted(glob.glob(f"{f}/*-labels.npy"))]
        return [(np.load(n.replace("labels", "pictures"), mmap_mode="r"),
                 np.load(n, mmap_mode="r")) for n in names]

    def __iter__(self):
        cv2.setNumThreads(1)
        rng = np.random.default_rng(self.seed)
        shards, count = self._open(), 0
        while True:
            count += 1
            if count % 200 == 0:
                shards = self._open()    # the renderer may have added some
            side, number = self.sizes[rng.integers(len(self.sizes))]
            pairs = [self._pair(rng, shards, side) for _ in range(number)]
            yield np.stack([p for p, _ in pairs]), np.stack([c for _, c in pairs])

    def _pair(self, rng, shards, side):
        """One crop of the sensor; those whose film can hardly be made out are mostly passed
        over."""
        tries = 0
        while True:
            pictures, labels = shards[rng.integers(len(shards))]
            i = rng.integers(len(labels))
            if is_grey(pictures[i]) != self.infrared:
                continue
            frame, part = crop(rng, pictures[i], labels[i], side, self.zooms)
            tries += 1
            if tries == 4 or visible(frame, part, least_apart=APART[self.infrared]) or rng.random() < 0.1:
                return frame, INFRARED_CLASSES[part] if self.infrared else part


def is_grey(frame):
    return np.array_equal(frame[::7, ::7, 0], frame[::7, ::7, 2])


def visible(frame, part, reduction=4, least_apart=1.1):
    """Whether a film stands out from the water in its crop, by so many deviations, or there is none."""
    oil, water = (part > 0) & (part < 7), part == 0
    if not oil.any():
        return True
    least = LEAST_WATER_INFRARED if is_grey(frame) else LEAST_WATER
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


def crop(rng, picture, label, side, zooms, reduction=4):
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


def tensors(pictures, mean=MEAN, std=STD):
    """uint8 pictures (n, h, w, 3) to the network's input."""
    x = torch.as_tensor(pictures).permute(0, 3, 1, 2).float()
    x = (x - torch.tensor(mean).view(1, 3, 1, 1)) / torch.tensor(std).view(1, 3, 1, 1)
    return x.contiguous(memory_format=torch.channels_last)


def overlap_loss(probability, truth):
    """One minus the Dice coefficient of each channel that occurs: it follows the IoU, in which
    a small class counts as much as a large one."""
    both = (probability * truth).sum((0, 2, 3))
    either = (probability + truth).sum((0, 2, 3))
    occurs = truth.sum((0, 2, 3)) > 8
    return (1 - (2 * both + 1) / (either + 1))[occurs].mean() if occurs.any() else 0.0


def loss_of(logits, label, weight):
    """Cross entropy over classes, and once more for the question that matters most: oil?"""
    oils = slice(1, logits.shape[1] - 2)
    classes = F.cross_entropy(logits, label, weight=weight)
    oil = torch.logsumexp(logits[:, oils], 1)
    rest = torch.logsumexp(torch.cat([logits[:, :1], logits[:, oils.stop:]], 1), 1)
    is_oil = (label > 0) & (label < oils.stop)
    question = F.binary_cross_entropy_with_logits(oil - rest, is_oil.float())
    overlap = overlap_loss(torch.sigmoid(oil - rest)[:, None], is_oil[:, None].float())
    if oils.stop > 2:
        truth = F.one_hot(label, logits.shape[1]).permute(0, 3, 1, 2).float()
        overlap = overlap + overlap_loss(logits.softmax(1), truth)
    return classes + 0.5 * question + 0.25 * overlap


class Halves:
    """Forward and backward of a batch in one thread, or in two, each with half of it.

    Threads that meet once a step lose less on a busy machine than threads that meet in every
    layer. The twin shares the model's weights and has its own gradients."""

    def __init__(self, model, weight, threads):
        self.models, self.weight = [model] + [copy.deepcopy(model) for _ in range(threads - 1)], weight
        for twin in self.models[1:]:
            for mine, other in zip(model.parameters(), twin.parameters()):
                other.data = mine.data
        self.pool = ThreadPoolExecutor(threads)

    def _half(self, model, pictures, label):
        torch.set_num_threads(1)
        model.zero_grad(set_to_none=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(tensors(pictures))
        loss = loss_of(logits.float(), label.long(), self.weight)
        loss.backward()
        return loss.item()

    def step(self, pictures, label):
        count = len(self.models)
        parts = [self.pool.submit(self._half, model, pictures[i::count], label[i::count])
                 for i, model in enumerate(self.models)]
        loss = sum(part.result() for part in parts) / count
        for twin in self.models[1:]:
            for mine, other in zip(self.models[0].parameters(), twin.parameters()):
                mine.grad.add_(other.grad).div_(count)
        return loss


@torch.no_grad()
def follow(average, model, decay):
    """Move the averaged model towards the trained one."""
    for a, m in zip(average.state_dict().values(), model.state_dict().values()):
        if a.dtype.is_floating_point:
            a.lerp_(m, 1 - decay)
        else:
            a.copy_(m)


@torch.no_grad()
def settle(average, loader, batches=30):
    """Measure the statistics of batch normalisation anew: they belong to the trained weights,
    not to their average."""
    for module in average.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.reset_running_stats()
            module.momentum = None    # the plain mean over what follows
    average.train()
    for (pictures, _), _ in zip(loader, range(batches)):
        average(tensors(pictures))


def batches(stage, shards, seed):
    """Endless batches of crops as a stage wants them, made in a process of their own."""
    sizes, zooms, _ = STAGES[stage]
    return torch.utils.data.DataLoader(Crops(shards, seed, sizes, zooms, sensor_of(stage) == "infrared"),
                                       batch_size=None, num_workers=1, prefetch_factor=8)


def take_over(model, state):
    """Start from earlier weights; layers that have changed since keep their random start."""
    own = model.state_dict()
    fits = {k: v for k, v in state.items() if k in own and v.shape == own[k].shape}
    model.load_state_dict(fits, strict=False)
    print("taken over", len(fits), "of", len(own), flush=True)


def save(path, average, args, step):
    torch.save({"state": average.state_dict(), "steps": step, "seed": args.seed, "data": args.data,
                "sensor": sensor_of(args.stage)}, path + ".part")
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("--shards", nargs="+", required=True, help="folders of shards")
    parser.add_argument("--steps", type=int, default=9000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stage", choices=STAGES, default="coarse")
    parser.add_argument("--start", help="checkpoint to go on from")
    parser.add_argument("--data", default="rendered scenes", help="said of them in the card")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop then at the latest")
    parser.add_argument("--threads", type=int, choices=(1, 2), default=2)
    parser.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    parser.add_argument("--hold", type=float, default=0.0,
                        help="share of the run at the full rate, before it falls")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    model = NETWORKS[sensor_of(args.stage)]()
    if args.start:
        take_over(model, torch.load(args.start)["state"])
    model = model.to(memory_format=torch.channels_last).train()
    average = copy.deepcopy(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01)
    halves = Halves(model, torch.tensor(STAGES[args.stage][2]), args.threads)
    begun = saved = time.time()
    running = None
    loader = batches(args.stage, args.shards, args.seed)
    for step, (pictures, label) in enumerate(loader, 1):
        done = max(step / args.steps, (time.time() - begun) / 60 / args.minutes)
        fall = min(1, max(0, done - args.hold) / (1 - args.hold))
        rate = args.rate * min(1, step / 100) * (0.5 + 0.5 * math.cos(math.pi * fall))
        for group in optimiser.param_groups:
            group["lr"] = rate
        loss = halves.step(pictures, label)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        follow(average, model, min(0.998, 1 - 1 / (1 + step / 10)))
        running = loss if running is None else 0.98 * running + 0.02 * loss
        if step % 100 == 0:
            print(f"{step} loss {running:.3f} {(time.time() - begun) / step:.3f} s/step", flush=True)
        if time.time() - saved > 60 * args.every:
            saved = time.time()
            save(args.checkpoint, average, args, step)
        if done >= 1:
            break
    settle(average, loader)
    save(args.checkpoint, average, args, step)


if __name__ == "__main__":
    main()
