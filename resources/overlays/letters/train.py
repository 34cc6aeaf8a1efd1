#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the network that reads lines of an overlay, and write it as ONNX.

    train.py CHECKPOINT --ground FOLDER [FOLDER ...] [--steps N] [--threads N]
    train.py CHECKPOINT --export lines.onnx

It goes on from the checkpoint where there is one. Of the photographs of each folder every second is drawn on."""

import argparse
import multiprocessing
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn

from faces import CHARACTERS, faces
from samples import HEIGHT, Ground, Samples

BATCH = 64


def network():
    def step(inputs, outputs, kernel=3, padding=1):
        return [nn.Conv2d(inputs, outputs, kernel, padding=padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]

    return nn.Sequential(
        *step(1, 16), nn.MaxPool2d(2),                      # 16 rows, half the columns
        *step(16, 32), nn.MaxPool2d(2),                     # 8 rows, a quarter of the columns
        *step(32, 48), nn.MaxPool2d((2, 1)),                # 4 rows
        *step(48, 64), nn.MaxPool2d((2, 1)),                # 2 rows
        *step(64, 96), *step(96, 128, (2, 1), 0),           # one row
        *step(128, 112, (1, 5), (0, 2)), *step(112, 112, (1, 5), (0, 2)),
        nn.Conv2d(112, 1 + len(CHARACTERS), 1))             # 0: nothing


def worker(queue, folders, seed):
    ground = Ground([path for folder in folders for path in sorted(pathlib.Path(folder).glob("*.[jp][pn]g"))[::2]])
    samples = Samples(faces(), ground, seed)
    while True:
        queue.put(samples.batch(BATCH))


def texts(scores):
    """The likeliest, of scores [batch, classes, columns]."""
    found = []
    for row in scores.argmax(1).tolist():
        found.append([each for place, each in enumerate(row) if each and (place == 0 or row[place - 1] != each)])
    return found


def save(path, model, optimiser, step):
    part = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, part)
    part.replace(path)


def train(arguments):
    model = network()
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-4)
    first = 0
    if arguments.checkpoint.exists():
        kept = torch.load(arguments.checkpoint)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        first = kept["step"]
    queue = multiprocessing.Queue(6)
    multiprocessing.Process(target=worker, args=(queue, arguments.ground, random.randrange(1 << 30)), daemon=True).start()
    loss_of, right, seen, started = 0.0, 0, 0, time.time()
    model.train()
    for step in range(first, arguments.steps):
        rate = 2e-3 * min(1, (step + 1) / 300) * max(0.01, 0.5 * (1 + np.cos(np.pi * step / arguments.steps)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        pictures, labels = queue.get()
        scores = model(torch.from_numpy(pictures))[:, :, 0]
        odds = scores.log_softmax(1).permute(2, 0, 1)
        lengths = torch.tensor([len(each) for each in labels])
        loss = nn.functional.ctc_loss(odds, torch.tensor([each for label in labels for each in label], dtype=torch.long),
                                      torch.full((len(labels),), odds.shape[0]), lengths, zero_infinity=True)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimiser.step()
        loss_of += float(loss)
        right += sum(found == label for found, label in zip(texts(scores.detach()), labels))
        seen += len(labels)
        if (step + 1) % 100 == 0:
            print(f"{step + 1}: loss {loss_of / 100:.3f}, lines right {100 * right / seen:.1f} %, "
                  f"{(time.time() - started) / 100:.2f} s a step", flush=True)
            loss_of, right, seen, started = 0.0, 0, 0, time.time()
            save(arguments.checkpoint, model, optimiser, step + 1)


class AsProbabilities(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, picture):
        return self.model(picture).softmax(1)


def export(arguments):
    model = network()
    model.load_state_dict(torch.load(arguments.checkpoint)["model"])
    model.eval()
    torch.onnx.export(AsProbabilities(model), torch.zeros(1, 1, HEIGHT, 128), str(arguments.export), opset_version=11,
                      input_names=["line"], output_names=["odds"], dynamic_axes={"line": {3: "width"}, "odds": {3: "width"}})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--ground", nargs="*", default=[])
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--export", type=pathlib.Path)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    export(arguments) if arguments.export else train(arguments)


if __name__ == "__main__":
    main()
