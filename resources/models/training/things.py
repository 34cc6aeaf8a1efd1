# SPDX-License-Identifier: GPL-3.0-or-later
"""The sea itself and everything on it that is no oil."""

import cv2
import numpy as np

from noise import (TAU, chance, fractal, grid, log_uniform, sine_waves, smoothstep,
                   spectral_waves)
from palette import OTHER, SHIP
from slicks import contours, ellipse, trail, windrows


def blend(picture, colour, alpha):
    return picture + alpha[..., None] * (colour - picture)


def water(rng, palette, h, w):
    """The water's colour: patches of two tones, a slope of brightness over the picture."""
    size = max(h, w)
    n = smoothstep(-2, 2, fractal(rng, h, w, size * log_uniform(rng, 0.1, 2), 4, 0.5,
                                  log_uniform(rng, 1, 3), rng.uniform(0, TAU)))
    out = blend(np.broadcast_to(palette.water, (h, w, 3)), palette.water2,
                n * rng.random())
    y, x = grid(h, w)
    a = rng.uniform(0, TAU)
    slope = (x * np.cos(a) + y * np.sin(a)) / size
    tone = 1 + rng.normal(0, 0.12) * slope + log_uniform(rng, 0.003, 0.08) * fractal(
        rng, h, w, size * rng.uniform(0.2, 1.5), 3)
    return (out * tone[..., None]).astype(np.float32)


def waves(rng, palette, h, w, held_out):
    """Brightness of waves and wind streaks, to be added to the water where no film damps it."""
    wind = rng.uniform(0, TAU)
    peak = log_uniform(rng, 4, 200)
    if held_out != chance(rng, 0.2):
        field = sine_waves(rng, h, w, peak, int(rng.integers(12, 30)), rng.uniform(0.15, 0.7), wind)
    else:
        field = spectral_waves(rng, h, w, peak, rng.uniform(1.0, 2.6), log_uniform(rng, 0.5, 8),
                               wind)
    if chance(rng, 0.5):    # fine chop
        field = field + rng.uniform(0.2, 1) * spectral_waves(
            rng, h, w, rng.uniform(2, 5), rng.uniform(0.6, 1.5), rng.uniform(0, 2), wind)
    skew = rng.uniform(0, 0.5)
    field = (np.exp(skew * np.clip(field, -4, 4)) - 1) / skew if skew > 0.05 else field
    gust = 1 + rng.uniform(0, 0.4) * fractal(rng, h, w, max(h, w) * rng.uniform(0.2, 1), 3)
    field = field * np.clip(gust, 0.1, 3) * palette.wave * max(0.25, palette.water.max())
    if chance(rng, 0.4):
        streaks = fractal(rng, h, w, log_uniform(rng, 6, 60), 3, 0.6, log_uniform(rng, 4, 25), wind)
        field = field + streaks * log_uniform(rng, 0.004, 0.04)
    return field.astype(np.float32), wind


def calm(rng, palette, h, w, wave_field):
    """Look-alike: a patch without ripples, a little lighter or darker, not greyer."""
    shape = [ellipse, contours, windrows, trail][rng.integers(4)](rng, h, w)
    patch = smoothstep(0, log_uniform(rng, 0.3 if palette.infrared else 0.08, 1), shape)
    strength = 0.01 if palette.infrared else 0.05    # in infrared a tone is all that oil has
    return wave_field * (1 - rng.uniform(0.3, 0.9) * patch), \
        1 + rng.normal(0, strength) * patch


def shadow(rng, palette, h, w):
    """Look-alike: cloud shadows, soft and without effect on the waves."""
    n = fractal(rng, h, w, max(h, w) * log_uniform(rng, 0.15, 1.2), int(rng.integers(2, 5)))
    level = rng.uniform(-0.5, 1.2)
    if palette.infrared:    # no shadows there, only slow drifts of temperature
        return 1 + rng.normal(0, 0.05) * smoothstep(level, level + rng.uniform(1.5, 3), n)
    return 1 - rng.uniform(0.1, 0.6) * smoothstep(level, level + rng.uniform(0.15, 1.2), n)


def turbid(rng, palette, picture, h, w):
    """Look-alike: a plume of sediment or shallow water."""
    shape = [ellipse, contours][rng.integers(2)](rng, h, w)
    edge = rng.uniform(0.6 if palette.infrared else 0.15, 1.0)
    return blend(picture, palette.turbid(), rng.uniform(0.1, 0.6) * smoothstep(0, edge, shape))


def algae(rng, palette, picture, label, h, w):
    """Look-alike: green and brown filaments."""
    shape = [windrows, contours, ellipse][rng.integers(3)](rng, h, w)
    n = fractal(rng, h, w, log_uniform(rng, 6, 60), 5, 0.6, log_uniform(rng, 1, 10),
                rng.uniform(0, TAU))
    alpha = smoothstep(0, 0.3, shape) * smoothstep(-0.3, 0.8, n) * rng.uniform(0.3, 0.9)
    label[alpha > 0.3] = OTHER
    return blend(picture, palette.algae(), alpha)


def whitecaps(rng, palette, picture, label, wave_field, h, w):
    n = wave_field / (wave_field.std() + 1e-6) + 0.8 * fractal(rng, h, w, log_uniform(rng, 5, 30), 3)
    alpha = smoothstep(0, 0.5, n - rng.uniform(2.3, 3.6)) * rng.uniform(0.5, 1)
    label[alpha > 0.5] = OTHER
    return blend(picture, palette.foam(), alpha)


def glint(rng, palette, picture, wave_field, h, w):
    """Sun glitter: bright specks in a region, denser towards its middle."""
    region = [ellipse, contours][rng.integers(2)](rng, h, w)
    region = smoothstep(-0.3, rng.uniform(0.3, 1.2), region)
    sparkle = wave_field / (wave_field.std() + 1e-6)
    sparkle = sparkle + rng.uniform(0.3, 1.5) * fractal(rng, h, w, log_uniform(rng, 2, 12), 3)
    alpha = smoothstep(0, rng.uniform(0.3, 1.5), sparkle - 2.6 + 2.2 * region) * region
    soft = rng.uniform(0, 0.35 if chance(rng, 0.7) else 0.9) * region ** 2
    return blend(picture, np.minimum(palette.sky * 1.25, 1),
                 np.clip(alpha * rng.uniform(0.5, 1) + soft, 0, 1))


def box(cx, cy, length, beam, angle, bow):
    """Outline of a hull: a box with a pointed or blunt bow."""
    outline = np.array([[-0.5, -0.5], [0.5 - bow, -0.5], [0.5, 0], [0.5 - bow, 0.5], [-0.5, 0.5]])
    outline = outline * [length, beam]
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return ((outline @ turn + [cx, cy]) * 16).astype(np.int32)


def fill(picture, label, outline, colour, kind=SHIP):
    cv2.fillPoly(picture, [outline], [float(c) for c in colour], cv2.LINE_AA, 4)
    if kind is not None:
        cv2.fillPoly(label, [outline], kind, cv2.LINE_8, 4)


def ship(rng, palette, picture, label, h, w, longest=220):
    """A vessel with deck and superstructure, under way with its wake or at rest, at most `longest` pixels."""
    picture = np.ascontiguousarray(picture, dtype=np.float32)
    length = log_uniform(rng, 8, longest)
    beam = length * rng.uniform(0.12, 0.35)
    cx, cy, angle = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0, TAU)
    if chance(rng, 0.65):
        picture = wake(rng, palette, picture, label, cx, cy, length, beam, angle)
        picture = np.ascontiguousarray(picture, dtype=np.float32)
    if chance(rng, 0.4):    # its shadow
        fill(picture, label, box(cx + beam * rng.normal(0, .4), cy + beam * rng.normal(0, .4),
                                   length, beam, angle, 0.2), palette.water * 0.4, None)
    fill(picture, label, box(cx, cy, length, beam, angle, rng.uniform(0.02, 0.25)),
          palette.ship())
    c, s = np.cos(angle), np.sin(angle)
    for _ in range(rng.integers(1, 7)):
        along, across = rng.uniform(-0.42, 0.3) * length, rng.uniform(-0.15, 0.15) * beam
        fill(picture, label, box(cx + c * along - s * across, cy + s * along + c * across,
                                   length * rng.uniform(0.04, 0.25), beam * rng.uniform(0.2, 0.8),
                                   angle, 0.0), palette.ship())
    return picture


def wake(rng, palette, picture, label, cx, cy, length, beam, angle):
    """Foam and smoothed water behind a ship, with the arms of its wave."""
    h, w = label.shape
    y, x = grid(h, w)
    c, s = np.cos(angle), np.sin(angle)
    back = -((x - cx) * c + (y - cy) * s) - 0.4 * length
    side = -(x - cx) * s + (y - cy) * c + rng.normal(0, 0.0006) * np.clip(back, 0, None) ** 2
    reach = length * log_uniform(rng, 1, 12)
    fade = smoothstep(0, 4, back) * np.exp(-np.clip(back, 0, None) / reach)
    width = beam * (0.4 + rng.uniform(0.05, 0.4) * np.sqrt(np.clip(back, 0, None) / length))
    core = fade * np.exp(-(side / width) ** 2)
    n = fractal(rng, h, w, log_uniform(rng, 4, 20), 4)
    alpha = np.clip(core * (0.7 + 0.5 * n) * rng.uniform(0.5, 1.3), 0, 1)
    opening = rng.uniform(0.15, 0.4)
    arms = fade * np.exp(-((np.abs(side) - opening * back) / (1.5 + 0.08 * beam + 0.01 *
                                                               np.clip(back, 0, None))) ** 2)
    alpha = np.maximum(alpha, arms * np.clip(0.5 + 0.5 * n, 0, 1) * rng.uniform(0, 0.7))
    label[alpha > 0.45] = OTHER
    smooth = rng.normal(0, 0.06) * np.clip(fade * np.exp(-(side / (2.5 * width)) ** 2), 0, 1)
    return blend(picture * (1 + smooth)[..., None], palette.foam(), alpha)


def platform(rng, palette, picture, label, h, w, largest=160):
    """An installation: decks, legs and bridges as boxes and lines."""
    picture = np.ascontiguousarray(picture, dtype=np.float32)
    size, angle = log_uniform(rng, 15, largest), rng.uniform(0, TAU)
    cx, cy = rng.uniform(0, w), rng.uniform(0, h)
    for _ in range(rng.integers(3, 12)):
        dx, dy = rng.normal(0, 0.3, 2) * size
        fill(picture, label, box(cx + dx, cy + dy, size * rng.uniform(0.1, 0.8),
                                   size * rng.uniform(0.1, 0.6), angle, 0.0), palette.ship())
    for _ in range(rng.integers(0, 4)):
        a = angle + rng.integers(4) * TAU / 4
        end = (int(cx + size * 1.2 * np.cos(a)), int(cy + size * 1.2 * np.sin(a)))
        thick = max(1, int(size * 0.04))
        cv2.line(picture, (int(cx), int(cy)), end, [float(c) for c in palette.ship()], thick,
                 cv2.LINE_AA)
        cv2.line(label, (int(cx), int(cy)), end, SHIP, thick)
    return picture


def haze(rng, palette, picture, label, h, w):
    """Thin cloud or haze between camera and sea."""
    n = fractal(rng, h, w, max(h, w) * rng.uniform(0.3, 1.5), 4)
    alpha = np.clip(rng.uniform(0.02, 0.3) * (1 + rng.uniform(0, 0.7) * n), 0, 0.6)
    return blend(picture, 0.5 * (palette.sky + palette.sky.mean()), alpha)
