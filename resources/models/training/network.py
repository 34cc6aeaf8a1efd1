# SPDX-License-Identifier: GPL-3.0-or-later
"""The network of Sheen Compact: an encoder to 1/32, a picture-wide context, a light decoder.

Plain 3x3 convolutions, because they train and run faster on a CPU than depthwise ones; the
logits come at a quarter of the input's resolution, the application enlarges them."""

import torch
import torch.nn.functional as F
from torch import nn


def conv(inputs, outputs, size=3, stride=1, dilation=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, dilation * (size // 2), dilation, bias=False),
        nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, width, dilation=1):
        super().__init__()
        self.first = conv(width, width)
        self.second = nn.Sequential(
            nn.Conv2d(width, width, 3, 1, dilation, dilation, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        return F.relu(x + self.second(self.first(x)))


class Context(nn.Module):
    """What the whole picture looks like: a film is seen against the sea that surrounds it."""

    def __init__(self, width):
        super().__init__()
        self.mean = nn.Linear(2 * width, width)

    def forward(self, x):
        mean = x.mean(dim=(2, 3), keepdim=True)
        deviation = (x - mean).abs().mean(dim=(2, 3), keepdim=True)
        both = torch.cat([mean, deviation], dim=1).flatten(1)
        return x + self.mean(both).unsqueeze(2).unsqueeze(3)


class Contrast(nn.Module):
    """Given features at 1/4: the tone, how it departs from the surroundings and from the whole
    picture, and how rough the water is. A film shows by just these, so that the network need
    not learn them first."""

    channels = 11

    def forward(self, x):
        tone = F.avg_pool2d(x, 4)
        whole = tone.mean(dim=(2, 3), keepdim=True)
        near = F.avg_pool2d(F.avg_pool2d(tone, 8), 3, 1, 1, count_include_pad=False)
        near = F.interpolate(near, scale_factor=8.0, mode="bilinear", align_corners=False)
        grey = x.mean(dim=1, keepdim=True)
        fine = (grey - F.interpolate(F.avg_pool2d(grey, 4), scale_factor=4.0)).abs()
        fine = F.avg_pool2d(fine, 4)
        rough = F.avg_pool2d(fine, 9, 1, 4, count_include_pad=False)
        return torch.cat([tone, 2.0 * (tone - whole), 2.0 * (tone - near), 4.0 * fine,
                          4.0 * rough], dim=1)


class Up(nn.Module):
    """Enlarge the coarse features and add what the encoder saw at the finer step."""

    def __init__(self, coarse, skip, outputs):
        super().__init__()
        self.coarse = nn.Conv2d(coarse, outputs, 1)
        self.skip = nn.Conv2d(skip, outputs, 1)
        self.mix = conv(outputs, outputs)

    def forward(self, x, skip):
        x = F.interpolate(self.coarse(x), scale_factor=2.0, mode="bilinear", align_corners=False)
        return self.mix(F.relu(x + self.skip(skip)))


class SheenCompact(nn.Module):
    stride = 32          # height and width of the input must be multiples of this
    reduction = 4        # the logits are this much smaller than the input

    def __init__(self, classes=9):
        super().__init__()
        self.step2 = conv(3, 16, stride=2)
        self.contrast = Contrast()
        self.step4 = conv(16, 24, stride=2)
        self.join4 = conv(24 + Contrast.channels, 24)
        self.step8 = nn.Sequential(conv(24, 48, stride=2), Residual(48))
        self.step16 = nn.Sequential(conv(48, 96, stride=2), Residual(96))
        self.deep = nn.Sequential(conv(96, 128, stride=2), Residual(128), Residual(128, 2),
                                  Context(128))
        self.up16 = Up(128, 96, 64)
        self.up8 = Up(64, 48, 48)
        self.up4 = Up(48, 24, 32)
        self.head = nn.Conv2d(32, classes, 1)

    def forward(self, x):
        quarter = self.step4(self.step2(x))
        quarter = self.join4(torch.cat([quarter, self.contrast(x)], dim=1))
        eighth = self.step8(quarter)
        sixteenth = self.step16(eighth)
        x = self.up16(self.deep(sixteenth), sixteenth)
        return self.head(self.up4(self.up8(x, eighth), quarter))


class OilFirst(nn.Module):
    """Asks first whether a pixel is oil at all, and only then of which class.

    Else six classes of oil that share a doubt among them lose against one water that has it to
    itself. The answer comes as logits again, so that their greatest is the class chosen."""

    def __init__(self, network):
        super().__init__()
        self.network = network
        self.sharpness = 4.0    # how clearly the classes of a group are told apart

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        logits = self.network(x)
        oil = self.decided(logits[:, 1:7])
        rest = self.decided(torch.cat([logits[:, :1], logits[:, 7:]], dim=1))
        return torch.cat([rest[:, :1], oil, rest[:, 1:]], dim=1)

    def decided(self, logits: torch.Tensor) -> torch.Tensor:
        group = torch.logsumexp(logits, dim=1, keepdim=True)
        return group + torch.log_softmax(self.sharpness * logits, dim=1)
