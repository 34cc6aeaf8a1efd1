# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of oil on real water, beside those of slicks.py. Each gives a depth field (0 at the edge, greater
inside) at the size asked for."""

import cv2
import numpy as np

from noise import TAU, chance, fractal, grid, log_uniform, warp


def path(rng, size, steps=24, wander=0.18):
    """A line that wanders both ways from a place in the picture: points (x, y)."""
    a = rng.uniform(0, TAU)
    start = np.array([0.5, 0.5]) * size + rng.normal(0, 0.25, 2) * size
    reach = size * log_uniform(rng, 0.3, 1.6)
    points = [start]
    for way in (1, -1):
        at, heading, turn, part = start, a + (0 if way > 0 else np.pi), 0.0, []
        for _ in range(steps):
            turn = 0.7 * turn + rng.normal(0, wander)
            heading += turn
            at = at + reach / steps / 1.2 * np.array([np.cos(heading), np.sin(heading)])
            part.append(at)
        points = points + part if way > 0 else part[::-1] + points
    return np.float32(points)


def distance_to(points, h, w):
    """Distance of each pixel from a line, in pixels."""
    canvas = np.full((h, w), 255, np.uint8)
    cv2.polylines(canvas, [np.int32(points * 8)], False, 0, 1, cv2.LINE_8, 3)
    return cv2.distanceTransform(canvas, cv2.DIST_L2, 5)


def rope(rng, h, w, width=None):
    """A ribbon that swells and thins: depth above 0 within its width."""
    width = width or max(h, w) * log_uniform(rng, 0.006, 0.1)
    swell = 1 + rng.uniform(0.1, 0.9) * fractal(rng, h, w, max(h, w) * rng.uniform(0.08, 0.5), 3)
    return 1 - distance_to(path(rng, max(h, w)), h, w) / (width * np.clip(swell, 0.15, 3))


def ropes(rng, h, w):
    """Several ribbons, a braid."""
    field = rope(rng, h, w)
    for _ in range(rng.integers(1, 5)):
        field = np.maximum(field, rope(rng, h, w))
    return field


def streaks(rng, h, w):
    """Narrow bands side by side along the wind."""
    a = rng.uniform(0, TAU)
    n = fractal(rng, h, w, log_uniform(rng, 0.02, 0.1) * max(h, w), 3, 0.5, log_uniform(rng, 6, 25), a)
    n = n + 0.8 * fractal(rng, h, w, max(h, w) * rng.uniform(0.4, 1.2), 2)
    return (n - rng.uniform(0.7, 1.7)) / 1.2


def drawn(rng, h, w, angle, stretch):
    """A wide field that the wind has drawn out along `angle`, with fingers at its ends and holes beside its
    edge: thicker in the middle."""
    size, length = max(h, w), log_uniform(rng, 0.35, 2.2)
    y, x = grid(h, w)
    y, x = y - h * rng.uniform(0.1, 0.9), x - w * rng.uniform(0.1, 0.9)
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    region = 1 - np.hypot(u / (0.5 * length), v / (0.5 * length / log_uniform(rng, 1.3, 4))) / size
    torn = fractal(rng, h, w, size * log_uniform(rng, 0.03, 0.2), 5, rng.uniform(0.45, 0.6), stretch, angle)
    return (region + log_uniform(rng, 0.08, 0.6) * torn).astype(np.float32)


def net(rng, h, w):
    """Lines between cells: depth above 0 on the lines, and the region that the net covers."""
    size = max(h, w) * log_uniform(rng, 0.04, 0.16)
    count = max(6, int(1.5 * h * w / size ** 2))
    dy, dx = warp(rng, h, w, size * 1.5, size * rng.uniform(0.1, 0.3))
    seeds = np.ones((h, w), np.uint8)
    seeds[rng.integers(0, h, count), rng.integers(0, w, count)] = 0
    _, cells = cv2.distanceTransformWithLabels(seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    y, x = grid(h, w)
    cells = cv2.remap(cells.astype(np.float32), x + dx, y + dy, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT)
    line = (cv2.dilate(cells, np.ones((3, 3))) > cv2.erode(cells, np.ones((3, 3)))).astype(np.uint8)
    away = cv2.distanceTransform(1 - line, cv2.DIST_L2, 5)
    thick = size * log_uniform(rng, 0.03, 0.3) * np.clip(1 + 0.6 * fractal(rng, h, w, size * 3, 3), 0.1, 3)
    return 1 - away / thick


def patch(rng, h, w):
    """One closed patch with a ragged, lobed outline."""
    y, x = grid(h, w)
    cy, cx = rng.uniform(0.2, 0.8, 2) * (h, w)
    size = max(h, w) * log_uniform(rng, 0.08, 0.45)
    a, ratio = rng.uniform(0, TAU), log_uniform(rng, 0.3, 1)
    v, u = (y - cy) * np.cos(a) - (x - cx) * np.sin(a), (y - cy) * np.sin(a) + (x - cx) * np.cos(a)
    angle = np.arctan2(v, u * ratio)
    outline = np.ones_like(y)
    for k in range(2, 7):
        outline = outline + rng.normal(0, 0.28 / k) * np.cos(k * angle + rng.uniform(0, TAU))
    depth = outline - np.hypot(u, v / ratio) / size
    return depth + log_uniform(rng, 0.01, 0.12) * fractal(rng, h, w, log_uniform(rng, 6, 60), 4)


def spots(rng, h, w):
    """Many small patches and lumps, thicker in one place."""
    n = fractal(rng, h, w, max(h, w) * log_uniform(rng, 0.015, 0.07), int(rng.integers(1, 4)))
    return (n + fractal(rng, h, w, max(h, w) * rng.uniform(0.3, 1), 2) - rng.uniform(1.6, 2.6)) / 1.5


def boom(rng, h, w):
    """A floating barrier, U-shaped or closed: its line as points (x, y) and the area within it."""
    size = max(h, w) * log_uniform(rng, 0.12, 0.5)
    t = np.linspace(-1, 1, 40) * (np.pi if chance(rng, 0.35) else rng.uniform(1.2, 2.6))
    a, ratio = rng.uniform(0, TAU), log_uniform(rng, 0.4, 1.6)
    points = np.stack([np.cos(t) * size, np.sin(t) * size * ratio], -1)
    points = points * (1 + 0.06 * np.cumsum(rng.normal(0, 0.3, (len(t), 1)), 0))
    turn = np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    points = np.float32(points @ turn + rng.uniform(0.25, 0.75, 2) * (w, h))
    inside = np.zeros((h, w), np.uint8)
    cv2.fillPoly(inside, [np.int32(points)], 1)
    return points, inside
