# SPDX-License-Identifier: GPL-3.0-or-later
"""The network of Sheen Compact: an encoder that photographs trained, contrasts with the picture's own water, a light
decoder; how often and at what size it looks; and how its logits become an answer."""

from typing import List

import torch
import torch.nn.functional as F
from torch import nn

import encoder
from encoder import WIDTHS, Encoder

MEAN, STD = (100.0, 105.0, 108.0), (50.0, 50.0, 50.0)    # of the input, RGB on the scale 0 to 255; see the card


def conv(inputs, outputs, size=3, stride=1, dilation=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, dilation * (size // 2), dilation, bias=False),
        nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


def halved(x):
    """The mean of each square of four: what average pooling gives, six times as fast on a CPU."""
    return F.interpolate(x, scale_factor=0.5, mode="bilinear", align_corners=False)


class Contrast(nn.Module):
    """Given features at 1/4, mostly about how a place departs from the sea. A film shows by just
    these, and in infrared by nothing else, so that the network need not learn them first.

    Most are in units of the sea's own variation, because a contrast that is lost among the waves
    of one picture is plain to see in another."""

    @staticmethod
    def channels(bands):
        return 5 * bands + 3

    def forward(self, x):
        tone = halved(halved(x))
        size = tone.shape[2:]
        coarse = F.avg_pool2d(tone, 8, ceil_mode=True)
        near = tone - self.surroundings(coarse, 3, size)
        wide = tone - self.surroundings(coarse, 9, size)
        sea, spread = self.sea(F.avg_pool2d(tone, 2))
        away = ((tone - sea) / spread).clamp(-8.0, 8.0)
        far = (away * away).mean(dim=1, keepdim=True).sqrt()    # be it darker or brighter
        grey = x.mean(dim=1, keepdim=True)
        mean = tone.mean(dim=1, keepdim=True)
        fine = (F.avg_pool2d(grey * grey, 4) - mean * mean).clamp_min(1e-4)
        rough = self.surroundings(F.avg_pool2d(fine, 8, ceil_mode=True), 1, size)
        usual = fine.mean(dim=(2, 3), keepdim=True)
        return torch.cat([tone, 2.0 * near, 2.0 * wide, 2.0 * (tone - sea), 0.5 * away, 0.5 * far,
                          0.5 * (fine / usual).log(), (rough / usual).log()], dim=1)

    def surroundings(self, coarse, window: int, size: List[int]):
        mean = coarse
        if window > 1:
            mean = F.avg_pool2d(coarse, window, 1, window // 2, count_include_pad=False)
        return F.interpolate(mean, size, mode="bilinear", align_corners=False)

    def sea(self, tone):
        """The commonest tone of the picture and how it varies: a mean that leaves out, in a few
        rounds, what is far from it."""
        mean = tone.mean(dim=(2, 3), keepdim=True)
        spread = 0.6 * (tone - mean).square().mean(dim=(2, 3), keepdim=True).sqrt() + 0.04
        for _ in range(5):
            distance = ((tone - mean) / spread).square().mean(dim=1, keepdim=True)
            weight = torch.exp(-0.5 * distance) + 1e-4
            total = weight.sum(dim=(2, 3), keepdim=True)
            mean = (weight * tone).sum(dim=(2, 3), keepdim=True) / total
            spread = 1.15 * ((weight * (tone - mean).square()).sum(dim=(2, 3), keepdim=True)
                            / total).sqrt() + 0.04
        return mean, spread


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
    """What an encoder trained on photographs sees, and how each place departs from the picture's own water:
    for pictures in colour, and with four classes (water, oil, ship or structure, land or other) for those
    without.

    The logits come at half of the resolution at which it looks. It is run within Reduced, which says
    which that is. It has no Context: with one it learns what pictures have no oil at all, and then finds none in
    a sea that reminds it of these."""

    stride = 32
    reduction = 2

    def __init__(self, classes=9):
        super().__init__()
        self.encoder = Encoder()
        self.contrast = Contrast()
        self.departs = conv(Contrast.channels(3), 24)
        self.up16 = Up(WIDTHS[32], WIDTHS[16], 80)
        self.up8 = Up(80, WIDTHS[8], 56)
        self.up4 = Up(56, WIDTHS[4] + 24, 36)
        self.fine = conv(6, 8)
        self.up2 = Up(36, WIDTHS[2] + 8, 18)
        self.head = nn.Conv2d(18, classes, 1)

    def forward(self, x):
        """`x`: RGB in the encoder's units (see encoder.py)."""
        half, quarter, eighth, sixteenth, last = self.features(x)
        tones = self.opponent(x)
        quarter = torch.cat([quarter, self.departs(self.contrast(tones))], dim=1)
        tone = halved(tones)
        sea, spread = self.contrast.sea(halved(halved(tone)))
        away = ((tone - sea) / spread).clamp(-8.0, 8.0)
        half = torch.cat([half, self.fine(torch.cat([2.0 * (tone - sea), 0.5 * away], dim=1))], dim=1)
        x = self.up8(self.up16(last, sixteenth), eighth)
        return self.head(self.up2(self.up4(x, quarter), half))

    def features(self, x):
        return self.encoder(x)

    def opponent(self, x):
        """Brightness, red less green, yellow less blue: the axes along which colours vary least with
        light, so that a departure in hue is not lost among the waves' light and dark."""
        red, green, blue = x[:, :1], x[:, 1:2], x[:, 2:]
        return torch.cat([(red + green + blue) / 1.7, 2.0 * (red - green), red + green - 2.0 * blue], dim=1)


class Reduced(nn.Module):
    """The network behind the units of the card (mean and deviation of the input, scale 0 to 255),
    looking at large pictures at half their size: its logits are a quarter of theirs, or a half of small
    pictures'. It looks twice more, each time at half of the size before, for what is larger than what it was
    trained on, and gives the weighted mean: glare that looks like oil from near does not from afar."""

    LARGE = 500 * 400    # pixels
    WEIGHTS = (0.4, 0.4, 0.2)    # of the looks, the nearest first
    stride = 4 * SheenCompact.stride

    def __init__(self, network):
        super().__init__()
        self.network = network
        gain = [s / e for s, e in zip(STD, encoder.STD)]
        shift = [(m - e) / d for m, e, d in zip(MEAN, encoder.MEAN, encoder.STD)]
        self.register_buffer("gain", torch.tensor(gain).view(1, 3, 1, 1))
        self.register_buffer("shift", torch.tensor(shift).view(1, 3, 1, 1))
        self.large = self.LARGE
        self.near, self.far, self.farthest = self.WEIGHTS

    def forward(self, x):
        if x.shape[2] * x.shape[3] > self.large:
            x = halved(x)
        x = x * self.gain + self.shift
        half = halved(x)
        near = self.network(x)
        size = near.shape[2:]
        far = F.interpolate(self.network(half), size, mode="bilinear", align_corners=False)
        farthest = F.interpolate(self.padded(halved(half)), size, mode="bilinear", align_corners=False)
        return self.near * near + self.far * far + self.farthest * farthest

    def padded(self, x):
        """The network's answer to what need not be a multiple of its stride."""
        h, w = x.shape[2], x.shape[3]
        full = F.pad(x, [0, (32 - w % 32) % 32, 0, (32 - h % 32) % 32], mode="replicate")
        return self.network(full)[:, :, :h // 2, :w // 2]


CLASSES = {"colour": 9, "infrared": 4}    # of the network of each sensor


class OilFirst(nn.Module):
    """Asks first whether a pixel is oil at all, and only then of which class.

    Else six classes of oil that share a doubt among them lose against one water that has it to
    itself. The answer comes as probabilities, because these can be enlarged: half way from water
    to a ship, logits of both may lie below those of oil, and the ship gets a seam of film.

    Oil is what has odds above a limit and hangs together with a place whose odds are above
    `seed`: a slick that is sure somewhere is shown to its faint edge, what is nowhere sure is not
    shown (hysteresis, as in Canny's edges). The limit is `caution` beside oil that is sure, and up to `faint` lower where
    the surest oil around is itself faint: the edge of a film lies at a part of its own odds, not at the same odds for
    emulsion and for sheen. All are chosen by choose.py, because the training shows oil at other rates than the sea does."""

    DROP = 3.0     # the limit lies so far below the surest odds around
    COARSE = 4     # steps of the odds for one of those that are looked at for these,
    AROUND = 8     # so many steps in each direction

    def __init__(self, network, caution: float = 0.0, seed: float = -100.0, faint: float = 0.0):
        super().__init__()
        self.network = network
        self.temperature = 1.0    # what logits are divided by, so that probabilities are honest
        self.sharpness = 4.0    # how clearly the classes of a group are told apart
        self.caution, self.seed, self.faint = caution, seed, faint
        self.reach = 64         # steps of eight pixels from a sure place along the film
        self.drop, self.coarse, self.around = self.DROP, self.COARSE, self.AROUND

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        logits = self.network(x)
        others = logits.shape[1] - 2    # the classes of oil stand between water and two others
        oil = self.decided(logits[:, 1:others])
        rest = self.decided(torch.cat([logits[:, :1], logits[:, others:]], dim=1))
        odds = oil.amax(1, keepdim=True) - rest.amax(1, keepdim=True)
        limit = self.limit(odds)
        above = odds - limit
        doubtful = (above > 0) & ~self.hangs_together(odds, above)
        oil = oil - limit - doubtful.to(odds.dtype) * (above + 1.0)
        logits = torch.cat([rest[:, :1], oil, rest[:, 1:]], dim=1)
        return (logits / self.temperature).softmax(1)

    def limit(self, odds: torch.Tensor) -> torch.Tensor:
        """The odds from which on a place is oil."""
        coarse = F.avg_pool2d(odds, self.coarse, ceil_mode=True)
        surest = F.max_pool2d(coarse, 2 * self.around + 1, 1, self.around)
        surest = F.interpolate(surest, odds.shape[2:], mode="bilinear", align_corners=False)
        return (surest - self.drop).clamp(self.caution - self.faint, self.caution)

    def hangs_together(self, odds: torch.Tensor, above: torch.Tensor) -> torch.Tensor:
        """Where a film (`above` 0) can be followed to a place of odds above the seed's."""
        film = F.max_pool2d((above > 0).to(odds.dtype), 2, ceil_mode=True)
        sure = F.avg_pool2d(odds, 3, 1, 1) > self.seed
        reached = F.max_pool2d(sure.to(odds.dtype), 2, ceil_mode=True) * film
        if bool(reached.any()):
            for _ in range(self.reach):
                reached = F.max_pool2d(reached, 3, 1, 1) * film
        reached = F.interpolate(reached, scale_factor=2.0, mode="nearest")
        return reached[:, :, :odds.shape[2], :odds.shape[3]] > 0

    def decided(self, logits: torch.Tensor) -> torch.Tensor:
        """The logits with the doubt among them taken out: the greatest stands for all of them."""
        group = torch.logsumexp(logits, dim=1, keepdim=True)
        return group + self.sharpness * (logits - logits.amax(1, keepdim=True))
