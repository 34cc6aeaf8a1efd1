#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the network for pictures in colour, or for those without, on shards of scenes on real water and of rendered
ones; writes a checkpoint with averaged weights, and one to go on from."""

import argparse
import copy
import os
import time

os.environ["OMP_NUM_THREADS"] = "1"    # each part of a batch has a thread of its own

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import encoder
from crops import Crops
from network import SheenCompact
from photographs import NOT_OIL

WEIGHTS = {"colour": [0.8, 1.2, 1.3, 1.4, 1.3, 1.4, 1.4, 1.5, 1.2],    # of the classes in the loss
           "infrared": [0.8, 1.4, 1.5, 1.1]}
SLOW = 0.1    # rate of the encoder's upper stages; the lower ones stay as photographs made them


def tensors(pictures):
    """uint8 pictures (n, h, w, 3) in the encoder's units."""
    x = torch.as_tensor(pictures).permute(0, 3, 1, 2).float()
    return ((x - encoder.MEAN[0]) / encoder.STD[0]).contiguous(memory_format=torch.channels_last)


def overlap_loss(probability, truth):
    """One minus the Dice coefficient of each channel that occurs: it follows the IoU, in which
    a small class counts as much as a large one."""
    both = (probability * truth).sum((0, 2, 3))
    either = (probability + truth).sum((0, 2, 3))
    occurs = truth.sum((0, 2, 3)) > 8
    return (1 - (2 * both + 1) / (either + 1))[occurs].mean() if occurs.any() else 0.0


def loss_of(logits, label, weight):
    """Cross entropy over classes where they are known, and for the question that matters most: oil?"""
    known = torch.where(label == NOT_OIL, torch.full_like(label, -100), label)
    classes = F.cross_entropy(logits, known, weight=weight, reduction="sum") / label.numel()
    others = logits.shape[1] - 2    # the classes of oil stand between water and two others
    oil = logits[:, 1:others].logsumexp(1)
    rest = torch.cat([logits[:, :1], logits[:, others:]], 1).logsumexp(1)
    is_oil = ((label > 0) & (label < others)).float()
    question = F.binary_cross_entropy_with_logits(oil - rest, is_oil)
    probability = torch.sigmoid(oil - rest)
    both = (probability * is_oil).sum((1, 2))
    either = (probability + is_oil).sum((1, 2))
    dice = (1 - (2 * both + 20) / (either + 20)).mean()    # of each picture, for they count alike
    truth = F.one_hot(known.clamp_min(0), logits.shape[1]).permute(0, 3, 1, 2).float()
    valid = (known >= 0)[:, None].float()
    return 0.9 * classes + question + 0.6 * dice + 0.25 * overlap_loss(logits.softmax(1) * valid, truth * valid)


class Lower(nn.Module):
    """What of the encoder stays as it is."""

    def __init__(self, encoder):
        super().__init__()
        self.stem, self.step2, self.step4, self.step8 = (encoder.stem, encoder.step2, encoder.step4, encoder.step8)

    def forward(self, x):
        half = self.step2(self.stem(x))
        quarter = self.step4(half)
        return half, quarter, self.step8(quarter)


def compiled(part):
    return torch.jit.freeze(torch.jit.script(part.requires_grad_(False).to(memory_format=torch.channels_last).eval()))


class Learner(SheenCompact):
    """The network with the lower stages of its encoder as they are, compiled, for that takes half the time; or
    with all of them, which takes half of that."""

    def __init__(self, weights=None, classes=9):
        super().__init__(classes)
        if weights != "none":
            self.encoder.load_photographic(weights)
        self.lower, self.whole = [compiled(Lower(self.encoder))], []    # in a list: no part of the state

    def keep_encoder(self):
        """As it is now."""
        self.whole = [compiled(self.encoder)]

    def features(self, x):
        if self.whole:
            with torch.no_grad():
                return self.whole[0](x)
        with torch.no_grad():
            half, quarter, eighth = self.lower[0](x)
        sixteenth = self.encoder.step16(eighth)
        return half, quarter, eighth, sixteenth, self.encoder.step32(sixteenth)


def with_classes(state, classes):
    """The state of a network in colour as one with the four classes of pictures without: what is oil there is a mean."""
    found = dict(state)
    for key in ("head.weight", "head.bias"):
        rows = state[key]
        if len(rows) > classes:
            found[key] = torch.stack([rows[0], rows[1:-2].mean(0), rows[-2], rows[-1]])
    return found


def twin_of(model):
    (lower, whole), (model.lower, model.whole) = (model.lower, model.whole), (None, None)    # cannot be copied
    twin = copy.deepcopy(model)
    model.lower, model.whole = twin.lower, twin.whole = lower, whole
    return twin


class Halves:
    """Forward and backward of a batch, in one thread or in two, each with half of it: the twin shares the
    weights and has its own gradients."""

    def __init__(self, model, weight, threads):
        self.models, self.weight = [model] + [twin_of(model) for _ in range(threads - 1)], weight
        for twin in self.models[1:]:
            for mine, other in zip(model.parameters(), twin.parameters()):
                other.data = mine.data
        self.pool = ThreadPoolExecutor(threads)

    def _part(self, model, pictures, label):
        torch.set_num_threads(1)
        model.zero_grad(set_to_none=True)
        loss = loss_of(model(tensors(pictures)), label.long(), self.weight)
        loss.backward()
        return loss.item()

    def step(self, pictures, label):
        count = len(self.models)
        parts = [self.pool.submit(self._part, model, pictures[i::count], label[i::count])
                 for i, model in enumerate(self.models)]
        loss = sum(part.result() for part in parts) / count
        for twin in self.models[1:]:
            for mine, other in zip(self.models[0].parameters(), twin.parameters()):
                if mine.grad is not None:
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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", help="written every few minutes; gone on from where it is there")
    parser.add_argument("--shards", nargs="+", required=True, metavar="FOLDER=SHARE")
    parser.add_argument("--sensor", choices=WEIGHTS, default="colour", help="infrared: for pictures without colour")
    parser.add_argument("--steps", type=int, default=6000, help="until the rate has fallen to nothing")
    parser.add_argument("--since", type=int, default=0, help="the step from which on the rate falls")
    parser.add_argument("--within", type=float, default=1e9, help="minutes in which it falls at the latest")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weights", help="file of the encoder's weights, or none; else that of the package")
    parser.add_argument("--decoder", action="store_true",
                        help="train it alone, in halves of the usual steps: for little time on a busy machine")
    parser.add_argument("--threads", type=int, default=2, help="1 or 2")
    parser.add_argument("--minutes", type=float, default=10, help="between checkpoints")
    args = parser.parse_args()
    folders, shares = zip(*(s.rsplit("=", 1) for s in args.shards))
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    weight = torch.tensor(WEIGHTS[args.sensor])
    model = Learner(args.weights, len(weight)).to(memory_format=torch.channels_last)
    known = torch.load(args.checkpoint) if os.path.exists(args.checkpoint) else None
    if known:
        model.load_state_dict(with_classes(known["state" if args.decoder else "trained"], len(weight)))
    if args.decoder:
        model.keep_encoder()
    average = twin_of(model).eval()
    slow = [p for p in model.encoder.parameters() if p.requires_grad]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": fast, "share": 1.0}, {"params": slow, "share": SLOW}],
                                  lr=args.rate, weight_decay=0.01)
    first = 0
    if known:
        average.load_state_dict(with_classes(known["state"], len(weight)))
        if "optimiser" in known and not args.decoder and known["sensor"] == args.sensor:    # recover.py has none to give
            optimiser.load_state_dict(known["optimiser"])
        first = known["steps"]
    model.train()
    if args.decoder:    # few crops say little about the mean and variance of all
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()
    halves = Halves(model, weight, args.threads)
    crops = Crops(folders, [float(s) for s in shares], args.seed + first, 0.5 if args.decoder else 1.0,
                  args.sensor)
    loader = torch.utils.data.DataLoader(crops,
                                         batch_size=None, num_workers=1, prefetch_factor=4)
    begun = saved = time.time()
    running = None
    for step, (pictures, label) in enumerate(loader, first + 1):
        part = max((step - args.since) / (args.steps - args.since), (time.time() - begun) / 60 / args.within)
        fall = 0.5 + 0.5 * np.cos(np.pi * min(1, part))
        for group in optimiser.param_groups:
            group["lr"] = args.rate * group["share"] * min(1, (step - first) / 80) * fall
        loss = halves.step(pictures, label)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        follow(average, model, min(0.997, 1 - 1 / (1 + step / 8)))
        running = loss if running is None else 0.97 * running + 0.03 * loss
        if step % 20 == 0:
            print(f"{step} loss {running:.3f} {(time.time() - begun) / (step - first):.2f} s/step", flush=True)
        done = part >= 1
        if done or time.time() - saved > 60 * args.minutes:
            saved = time.time()
            torch.save({"state": average.state_dict(), "trained": model.state_dict(), "steps": step,
                        "optimiser": optimiser.state_dict(), "seed": args.seed, "sensor": args.sensor,
                        "data": " ".join(os.path.basename(folder) for folder in args.shards)}, args.checkpoint + ".part")
            os.replace(args.checkpoint + ".part", args.checkpoint)
        if done:
            break


if __name__ == "__main__":
    main()
