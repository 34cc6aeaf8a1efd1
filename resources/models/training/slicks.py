# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of slicks: a depth field (0 at the edge, 1 where thickest) and classes by depth."""

import cv2
import numpy as np

from noise import TAU, chance, fractal, grid, log_uniform, smoothstep, warp
from palette import BROKEN, CONTINUOUS, EMULSION, METALLIC, RAINBOW, SHEEN


def _turned(rng, h, w, size):
    """Coordinates turned about a random centre and bent by noise, in pixels."""
    y, x = grid(h, w)
    cy, cx = rng.uniform(0.1, 0.9) * h, rng.uniform(0.1, 0.9) * w
    dy, dx = warp(rng, h, w, size * log_uniform(rng, 0.3, 2), size * rng.uniform(0.02, 0.3),
                  int(rng.integers(1, 6)))
    y, x = y - cy + dy, x - cx + dx
    a = rng.uniform(0, TAU)
    return y * np.cos(a) - x * np.sin(a), y * np.sin(a) + x * np.cos(a)


def ellipse(rng, h, w):
    size = log_uniform(rng, 0.06, 0.6) * max(h, w)
    v, u = _turned(rng, h, w, size)
    ratio = log_uniform(rng, 0.15, 1)
    return 1 - np.sqrt((u / size) ** 2 + (v / (size * ratio)) ** 2)


def trail(rng, h, w):
    """A discharge behind a ship: a bent band that widens along its length."""
    length = log_uniform(rng, 0.3, 2.0) * max(h, w)
    v, u = _turned(rng, h, w, length * 0.3)
    t = np.clip(u / length + 0.5, 0, 1)
    width = length * log_uniform(rng, 0.01, 0.12) * (0.15 + t ** rng.uniform(0.3, 1.2))
    ends = np.minimum(smoothstep(0, 0.08, t), smoothstep(0, rng.uniform(0.05, 0.4), 1 - t))
    return ends * 1.01 - 0.01 - np.abs(v) / width


def contours(rng, h, w):
    """Regions above a level of fractal noise."""
    n = fractal(rng, h, w, log_uniform(rng, 0.15, 1.2) * max(h, w), int(rng.integers(2, 7)),
                rng.uniform(0.4, 0.6), log_uniform(rng, 1, 5), rng.uniform(0, TAU))
    level = rng.uniform(-0.2, 1.3)
    return (n - level) / rng.uniform(0.8, 2)


def windrows(rng, h, w):
    """Narrow parallel bands along the wind, within a wider region."""
    angle = rng.uniform(0, TAU)
    n = fractal(rng, h, w, log_uniform(rng, 0.02, 0.12) * max(h, w), 3, 0.5,
                log_uniform(rng, 4, 16), angle)
    y, x = grid(h, w)
    n = n + 0.7 * fractal(rng, h, w, max(h, w) * rng.uniform(0.5, 1.5), 2)
    region = ellipse(rng, h, w) if chance(rng, 0.5) else np.float32(1)
    return np.minimum((n - rng.uniform(0.3, 1.2)) / 1.5, 2 * region)


def blobs(rng, h, w):
    """Many small patches."""
    n = fractal(rng, h, w, log_uniform(rng, 0.03, 0.15) * max(h, w), int(rng.integers(1, 4)))
    large = fractal(rng, h, w, max(h, w) * rng.uniform(0.4, 1.0), 2)
    return (n + 0.6 * large - rng.uniform(0.8, 1.8)) / 1.5


def flood(rng, h, w):
    """A slick that fills most of the picture, with openings."""
    n = fractal(rng, h, w, log_uniform(rng, 0.2, 1.5) * max(h, w), 5, 0.5,
                log_uniform(rng, 1, 4), rng.uniform(0, TAU))
    return (n + rng.uniform(0.6, 2.5)) / 3


def plume(rng, h, w):
    """Parcels that drift from a source and spread: another way to a slick."""
    y, x = rng.uniform(0.1, 0.9) * h, rng.uniform(0.1, 0.9) * w
    a, scale = rng.uniform(0, TAU), max(h, w)
    field = np.zeros((h // 4, w // 4), np.float32)
    for step in range(60):
        a += rng.normal(0, 0.12)
        y, x = y + 0.015 * scale * np.sin(a), x + 0.015 * scale * np.cos(a)
        radius = scale * (0.004 + 0.0006 * step) * log_uniform(rng, 0.7, 1.6)
        off = rng.normal(0, radius * 0.6, 2)
        cv2.circle(field, (int((x + off[1]) / 4), int((y + off[0]) / 4)),
                   max(1, int(radius / 2)), 1.0, -1)
    field = cv2.GaussianBlur(cv2.resize(field, (w, h)), (0, 0), 0.012 * scale)
    dy, dx = warp(rng, h, w, 0.1 * scale, 0.012 * scale)
    yy, xx = grid(h, w)
    field = cv2.remap(field, xx + dx, yy + dy, cv2.INTER_LINEAR)
    return field * 1.3 - 0.25


def band(rng, h, w):
    """A streak across the picture that wind and current have bent and thinned in places."""
    size = max(h, w)
    v, u = _turned(rng, h, w, size * rng.uniform(0.3, 1))
    width = size * log_uniform(rng, 0.015, 0.12)
    swell = 1 + rng.uniform(0, 0.6) * fractal(rng, h, w, size * rng.uniform(0.15, 0.6), 3)
    taper = np.clip(1.2 - np.abs(u) / (size * rng.uniform(0.3, 1.2)), 0, 1)
    return 1 - np.abs(v) / (width * np.clip(swell, 0.1, 3) * (0.1 + taper))


def lobes(rng, h, w):
    """Several rounded patches that have run into one another."""
    field = ellipse(rng, h, w)
    for _ in range(int(rng.integers(1, 5))):
        field = np.maximum(field, ellipse(rng, h, w) * rng.uniform(0.5, 1))
    return field


SHAPES = [(ellipse, 0.2), (trail, 0.17), (contours, 0.22), (windrows, 0.08), (blobs, 0.07),
          (flood, 0.07), (band, 0.07), (lobes, 0.09), (plume, 0.03)]
HELD_OUT_SHAPES = [(ellipse, 0.15), (trail, 0.15), (contours, 0.2), (plume, 0.5)]

MIXES = [  # classes from the edge to the middle, and how often
    ((SHEEN,), 0.15), ((SHEEN, RAINBOW), 0.12), ((RAINBOW,), 0.07), ((METALLIC,), 0.09),
    ((SHEEN, RAINBOW, METALLIC), 0.16), ((RAINBOW, METALLIC), 0.06), ((SHEEN, METALLIC), 0.07),
    ((RAINBOW, METALLIC, BROKEN), 0.05), ((METALLIC, BROKEN), 0.05), ((BROKEN,), 0.03),
    ((SHEEN, RAINBOW, METALLIC, BROKEN, CONTINUOUS), 0.10), ((METALLIC, CONTINUOUS), 0.04),
    ((BROKEN, CONTINUOUS), 0.03), ((CONTINUOUS,), 0.05), ((SHEEN, CONTINUOUS), 0.03),
    ((EMULSION,), 0.05), ((SHEEN, RAINBOW, EMULSION), 0.03), ((METALLIC, EMULSION), 0.03),
]


def _pick(rng, weighted):
    weights = np.array([w for _, w in weighted])
    return weighted[rng.choice(len(weighted), p=weights / weights.sum())][0]


def slick(rng, h, w, held_out=False):
    """One slick: depth field and label map (0 outside)."""
    shape = _pick(rng, HELD_OUT_SHAPES if held_out else SHAPES)
    depth = shape(rng, h, w).astype(np.float32)
    if chance(rng, 0.4):    # ragged edge
        depth += log_uniform(rng, 0.02, 0.25) * fractal(rng, h, w, log_uniform(rng, 8, 100), 4)
    if chance(rng, 0.3):    # torn by wind and waves
        holes = fractal(rng, h, w, log_uniform(rng, 10, 150), 4, 0.5,
                        log_uniform(rng, 1, 8), rng.uniform(0, TAU))
        depth = np.minimum(depth, rng.uniform(0.5, 1.6) - holes * rng.uniform(0.3, 1))
    inside = depth > 0
    label = np.zeros((h, w), np.uint8)
    if inside.sum() < 60:
        return depth, label
    classes = _pick(rng, MIXES)
    key = depth + log_uniform(rng, 0.02, 0.3) * depth.max() * fractal(
        rng, h, w, log_uniform(rng, 20, 300), 4)
    cuts = np.quantile(key[inside][::7], np.sort(rng.dirichlet([2] * len(classes)).cumsum()[:-1]))
    label[inside] = np.array(classes, np.uint8)[np.searchsorted(cuts, key[inside])]
    return depth / max(1e-3, float(depth.max())), label


def coats(rng, label):
    """Softened share of each class per pixel: hard-edged, or feathered into each other."""
    sigma = log_uniform(rng, 0.3, 10) if chance(rng, 0.75) else 0.0
    shares = {}
    for kind in np.unique(label):
        share = (label == kind).astype(np.float32)
        shares[int(kind)] = cv2.GaussianBlur(share, (0, 0), sigma) if sigma > 0.35 else share
    return shares


def lay(rng, palette, water, waves, h, w, held_out=False):
    """Lay one slick on the sea. Returns the coated picture, damped waves and the labels."""
    depth, label = slick(rng, h, w, held_out)
    if not label.any():
        return water, waves, label
    shares = coats(rng, label)
    out = water * shares.get(0, np.zeros((h, w), np.float32))[..., None]
    damped = np.zeros((h, w), np.float32)
    for kind, share in shares.items():
        if kind == 0:
            continue
        colour, alpha, damping = palette.film(kind, h, w, depth)
        alpha = np.asarray(alpha, np.float32)[..., None] if np.ndim(alpha) else alpha
        out += share[..., None] * (water * (1 - alpha) + colour * alpha)
        damped += damping * share
    return out, waves * (1 - damped), label
