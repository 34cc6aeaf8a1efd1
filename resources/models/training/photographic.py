# SPDX-License-Identifier: GPL-3.0-or-later
"""One scene on real water: a crop of a picture without oil, oil laid on it, things and look-alikes, the
recording. Labels as in scene.py, and NOT_OIL where it is not known what else it is."""

import cv2
import numpy as np

import camera
import films
import forms
import spills
import things
from noise import chance, fractal, log_uniform
from palette import SHIP, Colour, hsv
from photographs import NOT_OIL

OIL_SHARE = 0.85        # of crops that show open water
OFF_WATER_AGAIN = 0.3   # of crops that show land: another is taken
FAINTEST = 0.018        # a film that changes its water less than this is no film for anybody
LEAST_OIL, LITTLE_OIL = 0.004, 0.03    # of a scene; most scenes have more than the second
MOST_OIL = 0.75
LAND_BESIDE = 0.3      # of scenes on open water: something else is seen at a side
BOOM_COLOURS = [(0.02, 0.06, 0.7, 1.0, 0.6, 1.0), (0.1, 0.16, 0.6, 1.0, 0.6, 1.0),
                (0.0, 1.0, 0.0, 0.1, 0.7, 1.0), (0.0, 1.0, 0.0, 0.3, 0.05, 0.2)]


def scene(rng, water, size, kinds=None):
    """A scene of size x size from crops of `water` (photographs.Water): picture (uint8 RGB), labels. `kinds` of
    spills with their weights, else as spills.KINDS has them."""
    picture, label, open_water = water.crop(rng, size)
    if not open_water and chance(rng, OFF_WATER_AGAIN):
        picture, label, open_water = water.crop(rng, size)
    palette = _palette(rng, picture)
    if open_water:
        waves = picture.mean(2) - cv2.GaussianBlur(picture.mean(2), (0, 0), 4)
        picture = _look_alikes(rng, palette, picture, label, waves)
        if chance(rng, OIL_SHARE):
            picture = _oiled(rng, picture, label, kinds)
        elif chance(rng, 0.3):
            picture = _boom(rng, picture, label, forms.boom(rng, size, size)[0])
        picture = _things(rng, palette, picture, label)
        if chance(rng, LAND_BESIDE):
            picture = _beside(rng, picture, label, water)
    return camera.record(rng, np.clip(picture, 0, 1), label, False, letters=0.4, lettered=0.22)


def _palette(rng, picture):
    palette = Colour(rng)
    palette.water = np.median(picture[::4, ::4].reshape(-1, 3), 0).astype(np.float32)
    palette.water2 = palette.water
    return palette


def _oiled(rng, picture, label, kinds):
    h, w = label.shape
    wanted = int(rng.choice([1, 2], p=[0.8, 0.2]))
    for _ in range(wanted + 6):
        layers = spills.spill(rng, h, w, kinds)
        if not layers:
            continue
        if chance(rng, 0.5):
            layers = spills.aslant(rng, layers)
        oil = np.any([layer.label > 0 for layer in layers], axis=0)
        least = LITTLE_OIL if chance(rng, 0.75) else LEAST_OIL
        if not least < oil.mean() < MOST_OIL:
            continue
        if chance(rng, 0.12):
            after, truth = _held(rng, picture, label.copy(), layers, kinds)
        else:
            after, truth = _laid(rng, picture, label.copy(), layers)
        if _visible(picture, after, (truth > 0) & (truth <= 6) & (label != truth)):
            picture, label[:] = after, truth
            wanted -= 1
        if wanted == 0:
            break
    return picture


def _laid(rng, picture, label, layers, where=None):
    """The layers on the water, not over what floats there."""
    coarse = cv2.GaussianBlur(picture, (0, 0), log_uniform(rng, 2, 8))
    floats = cv2.dilate((label > 6).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    before, kept = picture, label.copy()
    for layer in layers:
        if where is not None:
            layer.alpha, layer.change = layer.alpha * where, layer.change * where
            layer.damping, layer.label = layer.damping * where, layer.label * (where > 0.5)
        truth = label.copy()
        after = films.lay(picture, coarse, truth, layer)
        if not layer.alpha.any() or _visible(picture, after, layer.label > 0):    # else nobody could tell
            picture, coarse, label = after, films.lay(coarse, coarse, truth, layer), truth
    picture = np.where(floats[..., None], before, picture)
    label[floats] = kept[floats]
    return picture, label


def _held(rng, picture, label, layers, kinds):
    """Oil held in a boom, over the layers of a spill of which only what lies within is kept."""
    h, w = label.shape
    points, inside = forms.boom(rng, h, w)
    soft = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), log_uniform(rng, 0.6, 4))
    filled = inside & (fractal(rng, h, w, max(h, w) * 0.3, 3) > rng.uniform(-2, 0.3))
    kind = films.stain if chance(rng, 0.5) else films.emulsion
    if kinds and spills.silvery in kinds or chance(rng, 0.25):
        kind = films.silver
    layers = layers + [kind(rng, 3 * (soft - 0.3), filled)]
    picture, label = _laid(rng, picture, label, layers, soft)
    return _boom(rng, picture, label, points), label


def _boom(rng, picture, label, points):
    hue0, hue1, low, high, dark, bright = BOOM_COLOURS[rng.choice(len(BOOM_COLOURS), p=[0.45, 0.2, 0.15, 0.2])]
    colour = hsv(rng.uniform(hue0, hue1), rng.uniform(low, high), rng.uniform(dark, bright))
    thick = int(round(log_uniform(rng, 1, 8)))
    picture, line = np.ascontiguousarray(picture, np.float32), [np.int32(points * 8)]
    cv2.polylines(picture, line, False, [float(c) for c in colour], thick, cv2.LINE_AA, 3)
    cv2.polylines(label, line, False, SHIP, thick, cv2.LINE_8, 3)
    return picture


def _beside(rng, picture, label, water):
    """A part of another picture, of land mostly, along a side or in a corner: so that land beside oil says
    nothing about either."""
    h, w = label.shape
    for _ in range(4):
        other, _, open_water = water.crop(rng, h)
        if not open_water:
            break
    y, x = np.mgrid[-1:1:h * 1j, -1:1:w * 1j].astype(np.float32)
    a = rng.uniform(0, 6.3)
    ragged = 0 if chance(rng, 0.3) else log_uniform(rng, 0.03, 0.3) * fractal(rng, h, w, h * rng.uniform(0.1, 0.5), 5)
    inland = x * np.cos(a) + y * np.sin(a) + ragged - rng.uniform(0.35, 1.1)
    share = np.clip(0.5 + inland * h / 2 / log_uniform(rng, 1, 6), 0, 1)[..., None]
    label[inland > 0] = NOT_OIL
    return (picture * (1 - share) + other * share).astype(np.float32)


def _visible(before, after, oil):
    if oil.sum() < 40:
        return False
    change = cv2.blur(np.abs(after - before).max(2), (5, 5))
    texture = np.abs(np.log((_roughness(after)[oil].mean() + 1e-4) / (_roughness(before)[oil].mean() + 1e-4)))
    return change[oil].mean() > FAINTEST or texture > 0.7


def _roughness(picture):
    grey = picture.mean(2)
    return np.abs(grey - cv2.blur(grey, (5, 5)))


def _look_alikes(rng, palette, picture, label, waves):
    h, w = label.shape
    if chance(rng, 0.15):
        picture = picture * things.shadow(rng, palette, h, w)[..., None]
    if chance(rng, 0.08):
        picture = things.glint(rng, palette, picture, waves, h, w)
    if chance(rng, 0.06):
        picture = things.turbid(rng, palette, picture, h, w)
    if chance(rng, 0.05):
        picture = things.algae(rng, palette, picture, label, h, w)
    if chance(rng, 0.08):
        picture = things.whitecaps(rng, palette, picture, label, waves, h, w)
    return picture


def _things(rng, palette, picture, label):
    h, w = label.shape
    for _ in range(int(rng.choice([0, 1, 2, 3], p=[0.6, 0.25, 0.1, 0.05]))):
        picture = things.ship(rng, palette, picture, label, h, w, longest=80)
    if chance(rng, 0.15):
        picture = _floats(rng, picture, label)
    if chance(rng, 0.04):
        picture = things.platform(rng, palette, picture, label, h, w, largest=60)
    if chance(rng, 0.12):    # coloured letters and signs of a programme or a firm
        picture = _logo(rng, picture)
    if chance(rng, 0.1):
        picture = things.haze(rng, palette, picture, label, h, w)
    return picture


def _floats(rng, picture, label):
    """Buoys, cones, swimmers, small things in the colours of emulsion and others: each one or two tones."""
    h, w = label.shape
    picture = np.ascontiguousarray(picture, np.float32)
    for _ in range(int(rng.integers(1, 6))):
        hue = rng.uniform(-0.05, 0.14) if chance(rng, 0.6) else rng.random()
        tone = hsv(hue, rng.uniform(0.3, 1), rng.uniform(0.4, 1))
        size, x, y = log_uniform(rng, 2, 14), rng.uniform(0, w), rng.uniform(0, h)
        corners = rng.uniform(0, 6.3) + np.sort(rng.uniform(0, 6.3, int(rng.integers(4, 8))))
        outline = np.int32([[8 * (x + size * np.cos(c)), 8 * (y + size * np.sin(c) * rng.uniform(0.6, 1))]
                            for c in corners])
        cv2.fillPoly(picture, [outline], [float(c) for c in tone], cv2.LINE_AA, 3)
        cv2.fillPoly(label, [outline], SHIP, cv2.LINE_8, 3)
        if chance(rng, 0.6):
            other = [float(c) for c in hsv(hue + rng.normal(0, 0.1), rng.uniform(0, 1), rng.uniform(0.1, 1))]
            cv2.circle(picture, (int(8 * x), int(8 * y)), int(8 * size * rng.uniform(0.2, 0.6)), other, -1, cv2.LINE_AA, 3)
    return picture


def _logo(rng, picture):
    h, w = picture.shape[:2]
    picture = np.ascontiguousarray(picture, np.float32)
    x, y = int(rng.choice([0.03, 0.7]) * w), int(rng.choice([0.1, 0.9]) * h)
    hue = rng.uniform(-0.03, 0.12) if chance(rng, 0.4) else rng.random()
    colour = [float(c) for c in hsv(hue, rng.uniform(0, 1), rng.uniform(0.2, 1))]
    if chance(rng, 0.5):
        box = (int(rng.uniform(0.05, 0.3) * w), int(rng.uniform(0.03, 0.12) * h))
        cv2.rectangle(picture, (x, y), (x + box[0], y - box[1]), colour, -1)
        colour = [1.0, 1.0, 1.0]
    cv2.putText(picture, "".join(rng.choice(list("ABCDEFGHKLMNORST0123456789 ."), 8)), (x + 3, y - 3),
                int(rng.integers(8)), log_uniform(rng, 0.4, 1.5), colour, int(rng.integers(1, 4)), cv2.LINE_AA)
    return picture
