# SPDX-License-Identifier: GPL-3.0-or-later
"""Oil as it looks on real water: layers that change the reflectance and the texture of a picture.

A layer is laid over a picture p whose coarse tones are c (blurred) and whose waves are p - c:
    c (1 - alpha) + colour * shade * alpha + change + (p - c) (1 - damping)
`shade` is the picture's own light and dark, so that a film lies in the glare as the water does."""

from dataclasses import dataclass

import cv2
import numpy as np

from noise import TAU, chance, fractal, log_uniform, smoothstep
from palette import BROKEN, CONTINUOUS, EMULSION, METALLIC, RAINBOW, SHEEN, hsv


@dataclass
class Layer:
    colour: np.ndarray     # h x w x 3
    alpha: np.ndarray      # h x w
    change: np.ndarray     # h x w, brightness added to the water that shines through
    damping: np.ndarray    # h x w
    label: np.ndarray      # h x w uint8, 0 where the layer is not

    def fields(self):
        return [self.colour, self.alpha, self.change, self.damping, self.label]


def lay(picture, coarse, label, layer):
    """The picture with a layer over it, where `label` (changed here) is not yet something else."""
    shade = coarse.mean(2, keepdims=True)
    shade = np.clip(shade / (np.median(shade) + 1e-3), 0.6, 1.8) ** 0.6
    a = layer.alpha[..., None]
    film = coarse * (1 - a) + layer.colour * shade * a + layer.change[..., None]
    out = film + (picture - coarse) * (1 - layer.damping)[..., None]
    label[layer.label > 0] = layer.label[layer.label > 0]
    return np.clip(out, 0, 1).astype(np.float32)


def edge(depth, width):
    """Coverage that grows from the edge (depth 0) inwards: hard or soft."""
    return smoothstep(-0.02, max(0.01, width), depth)


def flat(h, w, colour):
    return np.broadcast_to(np.float32(colour), (h, w, 3)).astype(np.float32)


def even(rng, h, w, low, high, unevenness=0.3):
    n = fractal(rng, h, w, log_uniform(rng, 8, 150), 4)
    return np.clip(rng.uniform(low, high) * (1 + unevenness * rng.random() * n), 0.5 * low, 1)


def sheen(rng, depth, label, stretch=1.0, angle=0.0):
    """The commonest film: smoother water, a little paler or darker, greyer, without any rainbow."""
    h, w = depth.shape
    cover = edge(depth, log_uniform(rng, 0.03, 0.8))
    if chance(rng, 0.5):    # in wisps along the wind
        n = fractal(rng, h, w, log_uniform(rng, 6, 80), 4, 0.55, max(stretch, log_uniform(rng, 1, 8)), angle)
        cover = cover * np.clip(0.75 + 0.4 * n, 0.15, 1)
    strength = log_uniform(rng, 0.02, 0.16) * (1 if chance(rng, 0.72) else -0.8)
    grey = flat(h, w, hsv(rng.uniform(0.5, 0.7), rng.uniform(0, 0.15), rng.uniform(0.45, 0.95)))
    alpha = cover * (rng.uniform(0.05, 0.55) if strength > 0 else rng.uniform(0, 0.15))
    damping = cover * rng.uniform(0.0, 0.95)
    return Layer(grey, alpha, cover * strength, damping, label * np.uint8(SHEEN))


def veil(rng, depth, label):
    """An even sheen, wide: the water shines through with its waves, greyed by a mirrored sky; nothing else tells."""
    h, w = depth.shape
    value = rng.uniform(0.4, 0.9) if chance(rng, 0.8) else rng.uniform(0.15, 0.4)
    grey = flat(h, w, hsv(rng.uniform(0.45, 0.7), rng.uniform(0, 0.15), value))
    cover = edge(depth, log_uniform(rng, 0.01, 0.15))
    return Layer(grey, cover * even(rng, h, w, 0.1, 0.5, 0.25), np.zeros((h, w), np.float32),
                 cover * rng.uniform(0, 0.6), label * np.uint8(SHEEN))


def silver(rng, depth, label, stretch=1.0, angle=0.0):
    """Sheen under a bright sky: smooth, pale, near to white, in wisps and curls; a faint hue of oil here and there."""
    h, w = depth.shape
    colour = flat(h, w, hsv(rng.uniform(0.5, 0.68), rng.uniform(0, 0.1), rng.uniform(0.6, 1.0)))
    if chance(rng, 0.5):
        hint = hsv(rng.uniform(-0.05, 0.12), rng.uniform(0.1, 0.45), rng.uniform(0.4, 0.9))
        where = np.clip(fractal(rng, h, w, log_uniform(rng, 8, 80), 4, 0.55, stretch, angle) - rng.uniform(0, 1), 0, 1)
        colour = colour + (hint - colour) * where[..., None]
    cover = edge(depth, log_uniform(rng, 0.02, 0.6))
    wisps = fractal(rng, h, w, log_uniform(rng, 4, 60), 5, 0.6, max(stretch, log_uniform(rng, 1, 10)), angle)
    alpha = cover * rng.uniform(0.2, 0.7) * np.clip(0.8 + rng.uniform(0.1, 0.5) * wisps, 0.15, 1.3)
    return Layer(colour.astype(np.float32), np.clip(alpha, 0, 0.9), np.zeros((h, w), np.float32),
                 cover * rng.uniform(0.3, 0.95), label * np.uint8(SHEEN))


def rainbow(rng, depth, label):
    h, w = depth.shape
    t = depth * log_uniform(rng, 0.3, 5) + rng.random() + log_uniform(rng, 0.05, 0.5) * fractal(
        rng, h, w, log_uniform(rng, 12, 200), 4)
    lengths = np.float32([1.0, 1.0 / rng.uniform(1.12, 1.25), 1.0 / rng.uniform(1.3, 1.5)])
    colour = rng.uniform(0.4, 0.7) + rng.uniform(0.1, 0.36) * np.cos(TAU * t[..., None] / lengths)
    cover = edge(depth, log_uniform(rng, 0.03, 0.5))
    return Layer(np.clip(colour, 0, 1).astype(np.float32), cover * even(rng, h, w, 0.15, 0.65),
                 cover * rng.normal(0.02, 0.04), cover * rng.uniform(0.2, 0.9), label * np.uint8(RAINBOW))


def metallic(rng, depth, label):
    """A smooth mirror with a hue of its own: steel, bronze, violet, grey."""
    h, w = depth.shape
    hue = rng.choice([rng.uniform(0.54, 0.68), rng.uniform(0.04, 0.14), rng.uniform(0.68, 0.95)])
    colour = flat(h, w, hsv(hue, rng.uniform(0.03, 0.4), rng.uniform(0.25, 0.75)))
    cover = edge(depth, log_uniform(rng, 0.02, 0.4))
    return Layer(colour, cover * even(rng, h, w, 0.45, 0.95, 0.2), np.zeros((h, w), np.float32),
                 cover * rng.uniform(0.5, 0.95), label * np.uint8(METALLIC))


def dark_colour(rng):
    if chance(rng, 0.45):    # black, slate, violet: sky mirrored in it
        return hsv(rng.uniform(0.55, 0.95), rng.uniform(0.05, 0.5), rng.uniform(0.06, 0.36))
    return hsv(rng.uniform(0.0, 0.11), rng.uniform(0.2, 0.8), rng.uniform(0.05, 0.34))


def dark(rng, depth, label, low=0.7, high=1.0):
    """Thick oil: dark, smooth, mirroring a slope of the sky."""
    h, w = depth.shape
    y = np.linspace(-0.5, 0.5, h, dtype=np.float32)[:, None]
    tone = 1 + rng.normal(0, 0.5) * y + rng.uniform(0, 0.25) * fractal(rng, h, w, log_uniform(rng, 8, 150), 3)
    colour = flat(h, w, dark_colour(rng)) * np.clip(tone, 0.3, 2)[..., None]
    cover = edge(depth, log_uniform(rng, 0.02, 0.3))
    if chance(rng, 0.3):    # seen flatly its far part mirrors the sky as the water does
        cover = cover * np.clip(1.4 - rng.uniform(0.3, 1.2) * (0.5 - y), 0.15, 1)
    return Layer(colour, cover * even(rng, h, w, low, high, 0.15), np.zeros((h, w), np.float32),
                 cover * rng.uniform(0.4, 0.95), label * np.uint8(CONTINUOUS))


def broken(rng, depth, label):
    """Patches of the oil's own colour in a thinner film."""
    film = metallic(rng, depth, label) if chance(rng, 0.5) else sheen(rng, depth, label)
    h, w = depth.shape
    n = fractal(rng, h, w, log_uniform(rng, 5, 50), 3, 0.5, log_uniform(rng, 1, 6), rng.uniform(0, TAU))
    patch = np.clip((n - rng.uniform(-0.4, 0.6)) / log_uniform(rng, 0.05, 0.6), 0, 1) * (depth > 0)
    film.colour = film.colour * (1 - patch[..., None]) + dark_colour(rng) * patch[..., None]
    film.alpha = np.maximum(film.alpha, patch * rng.uniform(0.6, 0.95))
    film.change = film.change * (1 - patch)
    film.label = label * np.uint8(BROKEN)
    return film


def emulsion(rng, depth, label, stretch=1.0, angle=0.0):
    """Water in oil: yellow, ochre, orange, red-brown, brown, in strands along its own direction."""
    h, w = depth.shape
    hue = rng.uniform(0.02, 0.11) if chance(rng, 0.6) else rng.uniform(-0.02, 0.14)
    base = hsv(hue, rng.uniform(0.4, 1.0), rng.uniform(0.3, 1.0))
    other = hsv(hue + rng.normal(0, 0.025), rng.uniform(0.3, 0.95), rng.uniform(0.2, 0.9))
    stretch = max(stretch, log_uniform(rng, 1, 8))
    n = fractal(rng, h, w, log_uniform(rng, 5, 60), 4, 0.55, stretch, angle)
    blend = np.clip(0.5 + 0.4 * n, 0, 1)[..., None]
    colour = base * blend + other * (1 - blend)
    if chance(rng, 0.3):    # mottled, with the oil's own dark between
        mottle = fractal(rng, h, w, log_uniform(rng, 4, 40), 3, 0.5, log_uniform(rng, 1, 4), angle)
        dark = np.clip((mottle - rng.uniform(-0.3, 1.2)) / log_uniform(rng, 0.3, 1.5), 0, rng.uniform(0.5, 1))[..., None]
        colour = colour * (1 - dark) + dark_colour(rng) * dark
    cover = edge(depth, log_uniform(rng, 0.02, 0.5))
    alpha = cover * even(rng, h, w, 0.5, 1.0, 0.25)
    if chance(rng, 0.3):    # torn: water between the strands
        strands = fractal(rng, h, w, log_uniform(rng, 4, 30), 3, 0.5, stretch, angle)
        alpha = alpha * np.clip(0.7 + 0.6 * strands, 0.1, 1)
    return Layer(colour.astype(np.float32), alpha, np.zeros((h, w), np.float32), cover * rng.uniform(0.2, 0.95),
                 label * np.uint8(EMULSION))


def stain(rng, depth, label):
    """Oil that the water shines through: clouds of brown and red-brown under and on the surface."""
    h, w = depth.shape
    colour = flat(h, w, hsv(rng.uniform(-0.03, 0.12), rng.uniform(0.3, 0.9), rng.uniform(0.12, 0.65)))
    n = fractal(rng, h, w, log_uniform(rng, 15, 150), 5, 0.55, log_uniform(rng, 1, 5), rng.uniform(0, TAU))
    cover = edge(depth, log_uniform(rng, 0.1, 0.8))
    alpha = cover * np.clip(rng.uniform(0.25, 0.8) * (1 + 0.4 * n), 0.1, 0.95)
    kind = EMULSION if colour[0, 0].max() > 0.35 else BROKEN
    return Layer(colour, alpha, np.zeros((h, w), np.float32), cover * rng.uniform(0.1, 0.7), label * np.uint8(kind))
