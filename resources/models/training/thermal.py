# SPDX-License-Identifier: GPL-3.0-or-later
"""What a camera without colour makes of a crop in colour: the tones of infrared, or those of low light.

An oil film has a temperature and an emissivity of its own: thick oil is warmer than the sea by day and colder by
night, a thin film mostly the other way round; waves show less than by daylight."""

import cv2
import numpy as np

from noise import chance

LOW_LIGHT = 0.25      # share of crops that only lose their colour
THICKNESS = np.float32([0, 0.35, 0.45, 0.5, 0.75, 1, 1])    # how much of a film's tone shows, by class
CONTRAST = (0.04, 0.4)    # of a thick film, of the range
SHIP = 7


def without_colour(rng, frame, part, reduction):
    """`frame`: RGB, uint8, turned grey; `part`: its classes, at a `reduction`-th of its resolution."""
    grey = frame.astype(np.float32) @ (rng.dirichlet([2, 3, 2]).astype(np.float32) / 255)
    if not chance(rng, LOW_LIGHT):
        grey = warmth(rng, grey, cv2.resize(part, None, fx=reduction, fy=reduction, interpolation=cv2.INTER_NEAREST))
    if chance(rng, 0.5):
        grey = 1 - grey    # black is hot
    grey = recorded(rng, grey)
    return np.repeat(np.uint8(np.clip(255 * grey, 0, 255))[..., None], 3, 2)


def warmth(rng, grey, classes):
    calm = cv2.GaussianBlur(grey, (0, 0), rng.uniform(2, 7))
    grey = calm + rng.uniform(0.1, 1) * (grey - calm)
    grey = 0.5 + rng.uniform(0.3, 1) * (grey - np.median(grey))
    edge = rng.uniform(0.6, 2.5)
    film = cv2.GaussianBlur(((classes > 0) & (classes < SHIP)).astype(np.float32), (0, 0), edge)
    grey = grey - film * rng.uniform(0, 0.8) * (grey - cv2.GaussianBlur(grey, (0, 0), 4))    # waves are damped
    tones = np.zeros(256, np.float32)
    thick = rng.choice([-1, 1]) * np.exp(rng.uniform(*np.log(CONTRAST)))
    tones[:SHIP] = thick * THICKNESS * rng.uniform(0.7, 1.3, SHIP)
    if chance(rng, 0.4):
        tones[:4] *= -1
    tones[SHIP] = rng.uniform(-0.4, 0.4)
    return grey + cv2.GaussianBlur(tones[classes], (0, 0), edge)


def recorded(rng, grey):
    """Gain, unevenness of the detector, stripes of its lines and columns, noise."""
    h, w = grey.shape
    low, high = np.percentile(grey, [2, 98])
    if chance(rng, 0.5):    # the camera spreads what it sees over its range
        grey = 0.5 + rng.uniform(0.4, 0.9) * (grey - (low + high) / 2) / max(high - low, 0.08)
    grey = grey + rng.normal(0, 0.08)
    if chance(rng, 0.5):
        slopes = cv2.resize(rng.normal(0, 0.05, (3, 3)).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
        grey = grey + slopes
    if chance(rng, 0.3):
        lines = rng.normal(0, rng.uniform(0.003, 0.02), (h, 1) if chance(rng, 0.5) else (1, w))
        grey = grey + lines.astype(np.float32)
    return grey + rng.standard_normal((h, w), dtype=np.float32) * rng.uniform(0, 0.03)
