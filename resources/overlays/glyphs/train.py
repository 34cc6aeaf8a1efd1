#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the network that tells single glyphs of an overlay apart, and write it as ONNX.

    train.py TRAIN.bin OUT.onnx --test OTHER.bin [MORE.bin ...]

The files come from the program glyph_samples (tests/core/telemetry): a byte, the index of the
character, and 20 by 20 bytes of picture for each glyph."""

import argparse

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

CHARACTERS = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ:.+-"
SIDE, FULL = 20, 170.0    # FULL: as bright as the line's strokes


def load(path):
    rows = np.fromfile(path, np.uint8).reshape(-1, 1 + SIDE * SIDE)
    return torch.from_numpy(rows[:, 1:].copy()).view(-1, 1, SIDE, SIDE), \
        torch.from_numpy(rows[:, 0].astype(np.int64))


def network():
    return nn.Sequential(
        nn.Conv2d(1, 12, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(12, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(24, 32, 3, padding=1), nn.ReLU(),
        nn.Flatten(), nn.Linear(32 * 25, 96), nn.ReLU(), nn.Dropout(0.2),
        nn.Linear(96, len(CHARACTERS)))


def augmented(x, generator):
    """Shifts, strokes that fade to a side, other brightness, noise."""
    n = len(x)
    angle = torch.randn(n, generator=generator) * 0.04
    scale = 1 + torch.randn(n, 2, generator=generator) * 0.06
    shift = torch.randn(n, 2, generator=generator) * 0.07
    matrix = torch.zeros(n, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = scale[:, 0], angle
    matrix[:, 1, 0], matrix[:, 1, 1] = -angle, scale[:, 1]
    matrix[:, :, 2] = shift
    x = F.grid_sample(x, F.affine_grid(matrix, x.shape, align_corners=False),
                      align_corners=False)
    ramp = torch.linspace(-1, 1, SIDE)
    slope = torch.rand(n, 2, generator=generator) * 0.7 - 0.35
    fade = 1 + slope[:, 0, None, None] * ramp[:, None] + slope[:, 1, None, None] * ramp
    gain = 0.6 + 0.7 * torch.rand(n, 1, 1, 1, generator=generator)
    noise = torch.randn(x.shape, generator=generator) * 0.12 * torch.rand(n, 1, 1, 1,
                                                                          generator=generator)
    return (x * fade[:, None] * gain + noise).clamp(0, 1.5)


@torch.no_grad()
def report(model, path):
    x, label = load(path)
    model.eval()
    share = torch.cat([model(part.float() / FULL).softmax(1) for part in x.split(2000)])
    sure, guess = share.max(1)
    right = guess == label
    print(f"{path}: {len(label)} glyphs, {100 * right.float().mean():.2f} % right; "
          f"surer than 0.9: {100 * (sure > 0.9).float().mean():.1f} %, of these "
          f"{100 * right[sure > 0.9].float().mean():.3f} % right", flush=True)
    wrong = {}
    for a, b in zip(label[~right & (sure > 0.9)].tolist(), guess[~right & (sure > 0.9)].tolist()):
        pair = CHARACTERS[a] + CHARACTERS[b]
        wrong[pair] = wrong.get(pair, 0) + 1
    print("  shown and read:", sorted(wrong.items(), key=lambda item: -item[1])[:12])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train")
    parser.add_argument("out")
    parser.add_argument("--test", nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    generator = torch.Generator().manual_seed(args.seed)
    x, label = load(args.train)
    model = network()
    steps = args.epochs * (len(label) // 128)
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1)
    for epoch in range(args.epochs):
        model.train()
        total = 0.0
        order = torch.randperm(len(label), generator=generator)
        for batch in order.split(128)[:len(label) // 128]:
            picture = augmented(x[batch].float() / FULL, generator)
            loss = F.cross_entropy(model(picture), label[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total * 128 / len(label):.4f}", flush=True)
    for path in args.test:
        report(model, path)
    model.eval()
    torch.onnx.export(model, torch.zeros(1, 1, SIDE, SIDE), args.out, input_names=["glyphs"],
                      output_names=["scores"], opset_version=11,
                      dynamic_axes={"glyphs": {0: "count"}, "scores": {0: "count"}})


if __name__ == "__main__":
    main()
