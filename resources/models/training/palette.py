# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of sea, sky, oil and things, for the colour camera and for infrared.

Colours are RGB float32 triplets in 0..1. In infrared everything is a grey tone, and a film is
a tone beside that of the sea; the rest of the generator need not know the difference."""

import colorsys

import cv2
import numpy as np

from noise import TAU, chance, fractal, log_uniform

SHEEN, RAINBOW, METALLIC, BROKEN, CONTINUOUS, EMULSION, SHIP, OTHER = range(1, 9)

SEAS = [  # hue range, saturation range, value range
    (0.55, 0.64, 0.45, 0.90, 0.15, 0.50),   # deep blue
    (0.47, 0.55, 0.30, 0.80, 0.20, 0.55),   # teal
    (0.30, 0.47, 0.15, 0.60, 0.18, 0.50),   # green
    (0.50, 0.65, 0.04, 0.30, 0.20, 0.65),   # grey
    (0.08, 0.18, 0.20, 0.50, 0.25, 0.55),   # brown, turbid
    (0.52, 0.66, 0.10, 0.60, 0.06, 0.18),   # nearly black
    (0.52, 0.62, 0.20, 0.50, 0.50, 0.75),   # bright, hazy
]


def hsv(h, s, v):
    return np.array(colorsys.hsv_to_rgb(h % 1.0, np.clip(s, 0, 1), np.clip(v, 0, 1)), np.float32)


def jitter(rng, colour, amount):
    return np.clip(colour + rng.normal(0, amount, 3), 0, 1).astype(np.float32)


def luminance(colour):
    return float(colour @ np.float32([0.3, 0.59, 0.11]))


class Colour:
    """What the colour camera sees."""
    infrared = False

    def __init__(self, rng, held_out=False):
        kinds = SEAS[:4] + SEAS[6:] if held_out else SEAS
        h0, h1, s0, s1, v0, v1 = kinds[rng.integers(len(kinds))]
        self.rng = rng
        self.held_out = held_out
        self.water = hsv(rng.uniform(h0, h1), rng.uniform(s0, s1), rng.uniform(v0, v1))
        self.water2 = np.clip(jitter(rng, self.water, 0.03) * rng.uniform(0.75, 1.3), 0, 1)
        value = max(rng.uniform(0.45, 0.95), self.water.max() + 0.12)
        self.sky = hsv(rng.uniform(0.52, 0.64), rng.uniform(0.0, 0.35), value)
        self.wave = log_uniform(rng, 0.015, 0.16)   # how strongly waves modulate the tone

    def film(self, kind, h, w, depth):
        """Colour and opacity (h, w maps or single values) and damping of waves of a film."""
        return {SHEEN: self._sheen, RAINBOW: self._rainbow, METALLIC: self._metallic,
                BROKEN: self._broken, CONTINUOUS: self._continuous,
                EMULSION: self._emulsion}[kind](h, w, depth)

    def _apart(self, colour, opacity, least):
        """The colour, changed until the film that it gives can be told from the water."""
        away = (colour - self.water) * opacity
        strength = float(np.abs(away).max())
        if strength >= least:
            return colour
        if strength < 0.2 * least:    # as good as the same: lighter or darker
            away = np.full(3, 1.0 if luminance(self.water) < 0.45 else -1.0, np.float32)
            strength = 1.0
        return np.clip(self.water + away * (least / strength) / opacity, 0, 1).astype(np.float32)

    def _opacity(self, h, w, low, high, unevenness):
        alpha = self.rng.uniform(low, high)
        n = fractal(self.rng, h, w, log_uniform(self.rng, 10, 200), 4)
        return np.clip(alpha * (1 + unevenness * self.rng.random() * n), 0.6 * low, 1)

    def _sheen(self, h, w, depth):
        """Thin film: more sky in the reflection, hence greyer, silvery and brighter. The water's
        colour shines through."""
        rng = self.rng
        grey = hsv(rng.uniform(0.5, 0.7), rng.uniform(0, 0.14),
                   max(rng.uniform(0.5, 0.95), self.water.max() + rng.uniform(0.12, 0.35)))
        colour = grey if chance(rng, 0.6) else 0.5 * (grey + self.sky)
        alpha = self._opacity(h, w, 0.14, 0.55, 0.35)
        colour = self._apart(colour, float(alpha.mean()), log_uniform(rng, 0.035, 0.1))
        return colour, alpha, rng.uniform(0.2, 0.9)

    def _rainbow(self, h, w, depth):
        """Interference colours that run through the hues with thickness."""
        rng = self.rng
        orders = log_uniform(rng, 0.3, 6)
        t = depth * orders + rng.random() + log_uniform(rng, 0.05, 0.6) * fractal(
            rng, h, w, log_uniform(rng, 12, 250), 4)
        if self.held_out != chance(rng, 0.3):   # bright hues in their order on a colour wheel
            band = np.stack([np.mod(t * 180, 180), np.full_like(t, rng.uniform(50, 190)),
                             np.full_like(t, rng.uniform(150, 235))], -1)
            colour = cv2.cvtColor(band.astype(np.uint8), cv2.COLOR_HSV2RGB) / np.float32(255)
        else:                                     # a thin film's interference
            lengths = np.float32([1.0, 1.0 / rng.uniform(1.12, 1.25), 1.0 / rng.uniform(1.3, 1.5)])
            wave = 0.5 + 0.5 * np.cos(TAU * t[..., None] / lengths + rng.uniform(0, TAU, 3) *
                                      (rng.random() < 0.5))
            middle, swing = rng.uniform(0.45, 0.72), rng.uniform(0.12, 0.36)
            colour = middle + swing * (2 * wave - 1)
        colour = np.clip(colour, 0, 1).astype(np.float32)
        return colour, self._opacity(h, w, 0.18, 0.75, 0.3), rng.uniform(0.2, 0.9)

    def _metallic(self, h, w, depth):
        """Even mirror of the sky with the oil's own hue: smooth, and hardly any water seen
        through it. Bronze, steel blue, purple or plain grey, darker than sheen as a rule."""
        rng = self.rng
        hue, low, high = [(rng.uniform(0.54, 0.68), 0.08, 0.4), (rng.uniform(0.05, 0.14), 0.1, 0.5),
                          (rng.uniform(0.68, 0.9), 0.08, 0.35), (rng.random(), 0.0, 0.08)][
            rng.choice(4, p=[0.33, 0.37, 0.12, 0.18])]
        base = hsv(hue, rng.uniform(low, high), rng.uniform(0.26, 0.66))
        if chance(rng, 0.25):
            base = 0.6 * base + 0.4 * self.sky * rng.uniform(0.6, 0.9)
        alpha = self._opacity(h, w, 0.5, 0.97, 0.12)
        base = self._apart(base, float(alpha.mean()), rng.uniform(0.06, 0.12))
        tone = 1 + rng.uniform(0, 0.1) * fractal(rng, h, w, log_uniform(rng, 30, 300), 3)
        return base * tone[..., None], alpha, rng.uniform(0.6, 0.97)

    def _dark_oil(self):
        rng = self.rng
        if chance(rng, 0.35):
            return hsv(rng.uniform(0, 1), rng.uniform(0, 0.2), rng.uniform(0.02, 0.14))
        return hsv(rng.uniform(0.03, 0.11), rng.uniform(0.3, 0.8), rng.uniform(0.07, 0.34))

    def _broken(self, h, w, depth):
        """Patches of the oil's own colour in a metallic film."""
        rng = self.rng
        film, alpha, damping = self._metallic(h, w, depth)
        if chance(rng, 0.2):    # a thinner film between the patches
            alpha = alpha * rng.uniform(0.4, 0.8)
        n = fractal(rng, h, w, log_uniform(rng, 6, 50), 3,
                    stretch=log_uniform(rng, 1, 4), angle=rng.uniform(0, TAU))
        edge = log_uniform(rng, 0.05, 0.6)
        patch = np.clip((n - rng.uniform(-0.6, 0.5)) / edge, 0, 1)[..., None]
        colour = film * (1 - patch) + self._dark_oil() * patch
        return colour, np.maximum(alpha, 0.9 * patch[..., 0]), damping

    def _continuous(self, h, w, depth):
        rng = self.rng
        tone = 1 + rng.uniform(0, 0.25) * fractal(rng, h, w, log_uniform(rng, 8, 200), 4)
        colour = self._dark_oil() * tone[..., None]
        if chance(rng, 0.3):    # patches that mirror the sky
            gloss = np.clip(fractal(rng, h, w, log_uniform(rng, 10, 120), 3) - 1.2, 0, 1)
            colour = colour + 0.5 * gloss[..., None] * self.sky
        return colour, self._opacity(h, w, 0.75, 1.0, 0.08), rng.uniform(0.6, 1.0)

    def _emulsion(self, h, w, depth):
        """Water in oil: orange, brown, red-brown, in ropes."""
        rng = self.rng
        base = hsv(rng.uniform(0.01, 0.105), rng.uniform(0.45, 0.95), rng.uniform(0.35, 0.85))
        other = hsv(rng.uniform(0.01, 0.11), rng.uniform(0.4, 0.9), rng.uniform(0.25, 0.8))
        n = fractal(rng, h, w, log_uniform(rng, 5, 80), 4,
                    stretch=log_uniform(rng, 1, 8), angle=rng.uniform(0, TAU))
        blend = np.clip(0.5 + 0.4 * n, 0, 1)[..., None]
        return base * blend + other * (1 - blend), self._opacity(h, w, 0.65, 1, 0.1), \
            rng.uniform(0.5, 1)

    def ship(self):
        rng = self.rng
        return hsv(rng.choice([0.0, 0.02, 0.58, 0.33, 0.1]), rng.uniform(0, 0.8),
                   rng.uniform(0.1, 1.0))

    def land(self):
        rng = self.rng
        if chance(rng, 0.3):    # sand, gravel, concrete, asphalt
            return hsv(rng.uniform(0.04, 0.7), rng.uniform(0, 0.25), rng.uniform(0.12, 0.9))
        return hsv(rng.uniform(0.06, 0.36), rng.uniform(0.1, 0.6), rng.uniform(0.12, 0.85))

    def foam(self):
        return np.float32([1, 1, 1]) * self.rng.uniform(0.75, 1.0)

    def algae(self):
        rng = self.rng
        return hsv(rng.uniform(0.15, 0.42), rng.uniform(0.35, 0.9), rng.uniform(0.2, 0.75))

    def turbid(self):
        rng = self.rng
        return hsv(rng.uniform(0.08, 0.5), rng.uniform(0.2, 0.6), rng.uniform(0.3, 0.7))


class Infrared:
    """What the infrared camera sees: tones, warm as bright or (turned round) as dark.

    A film shows by a tone of its own, the same everywhere in the scene, and by waves that it
    damps. Nothing else on the sea has a tone so distinct with an edge so clear, else nobody
    could tell."""
    infrared = True

    def __init__(self, rng, held_out=False):
        self.rng = rng
        tone = rng.uniform(0.2, 0.8)
        self.water = np.full(3, tone, np.float32)
        self.water2 = self.water + rng.normal(0, 0.025)
        self.sky = np.full(3, np.clip(tone + rng.choice([-1, 1]) * rng.uniform(0.1, 0.45), 0, 1),
                           np.float32)
        self.wave = log_uniform(rng, 0.008, 0.16)
        self._films = self._tones(tone)
        self.least_contrast = float(min(abs(v) for v in self._films.values()))

    def _tones(self, tone):
        """A tone per class: growing with thickness to one side, the thick may turn back."""
        rng = self.rng
        thin = -1.0 if chance(rng, 0.6 * (tone > 0.3) + 0.3 * (tone > 0.6)) else 1.0
        thick = -thin if chance(rng, 0.3) else thin
        first = int(rng.integers(2, 5))    # the first class that counts as thick
        delta = np.empty(6)
        for sign, part in ((thin, np.s_[:first]), (thick, np.s_[first:])):
            room = 0.95 * ((1 - tone) if sign > 0 else tone)
            most = min(room, log_uniform(rng, 0.09, 0.6))
            least = min(0.7 * most, log_uniform(rng, 0.018, 0.15))
            count = delta[part].size
            delta[part] = sign * np.sort(rng.uniform(least, most, count))
            if chance(rng, 0.3):    # all alike
                delta[part] = sign * rng.uniform(least, most)
        return dict(zip((SHEEN, RAINBOW, METALLIC, BROKEN, CONTINUOUS, EMULSION), delta))

    def film(self, kind, h, w, depth):
        rng = self.rng
        n = fractal(rng, h, w, log_uniform(rng, 10, 200), 4)
        tone = self._films[kind] * (1 + rng.uniform(0, 0.25) * n)
        if chance(rng, 0.3):    # fainter towards the edge
            tone = tone * np.clip(depth / rng.uniform(0.05, 0.4), 0.4, 1)
        if kind == BROKEN:
            n = fractal(rng, h, w, log_uniform(rng, 6, 40), 3)
            patch = np.clip((n - rng.uniform(-0.4, 0.4)) / log_uniform(rng, 0.05, 0.6), 0, 1)
            tone = self._films[METALLIC] + patch * (self._films[CONTINUOUS] -
                                                    self._films[METALLIC])
        colour = np.repeat((self.water[0] + tone)[..., None], 3, 2).astype(np.float32)
        return colour, np.float32(rng.uniform(0.8, 1.0)), rng.uniform(0.1, 0.97)

    def _tone(self, low, high):
        sign = self.rng.choice([-1, 1])
        return np.full(3, np.clip(self.water[0] + sign * self.rng.uniform(low, high), 0, 1),
                       np.float32)

    def ship(self):
        return self._tone(0.15, 0.8)

    def land(self):
        return self._tone(0.05, 0.5)

    def foam(self):
        return self._tone(0.03, 0.25)

    def algae(self):
        return self._tone(0.01, 0.04)

    def turbid(self):
        return self._tone(0.01, 0.06)
