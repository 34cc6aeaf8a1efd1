# SPDX-License-Identifier: GPL-3.0-or-later
"""Spills: which films lie in which form, as layers from the lowest to the topmost. They are made as seen
straight down; `aslant` looks at them from the side."""

import cv2
import numpy as np

import films
import forms
import slicks
from noise import chance, fractal, log_uniform
from palette import BROKEN


def _mask(depth, least=0.0):
    return (depth > least).astype(np.uint8)


def _one(rng, weighted):
    weights = np.array(list(weighted.values()))
    return list(weighted)[rng.choice(len(weighted), p=weights / weights.sum())]


def _outline(mask, reach):
    """The mask with gaps closed that are narrower than twice `reach` pixels: an analyst's outline."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)


def _any_form(rng, h, w):
    known = [f for f, _ in slicks.SHAPES if f is not slicks.flood]
    own = [forms.rope, forms.ropes, forms.streaks, forms.patch, forms.patch]
    choice = own if chance(rng, 0.6) else known
    return choice[rng.integers(len(choice))](rng, h, w).astype(np.float32)


def _torn(rng, depth):
    h, w = depth.shape
    holes = fractal(rng, h, w, log_uniform(rng, 8, 100), 4, 0.5, log_uniform(rng, 1, 8), rng.uniform(0, 7))
    return np.minimum(depth, rng.uniform(0.6, 1.6) - holes * rng.uniform(0.3, 0.9))


def pale(rng, h, w):
    """Sheen alone."""
    depth = _any_form(rng, h, w)
    depth = _torn(rng, depth) if chance(rng, 0.4) else depth
    return [films.sheen(rng, depth, _mask(depth))]


def thin(rng, h, w):
    """A rainbow or metallic film, with or without sheen around."""
    depth = _any_form(rng, h, w)
    inner = depth - rng.uniform(0.05, 0.4) * max(0.05, float(depth.max()))
    kind = films.rainbow if chance(rng, 0.5) else films.metallic
    below = [films.sheen(rng, depth, _mask(depth))] if chance(rng, 0.6) else []
    inner = inner if below else depth
    return below + [kind(rng, inner, _mask(inner))]


def rimmed(rng, h, w):
    """A dark, smooth patch with a rim of emulsion, thicker to leeward, or none."""
    depth = forms.patch(rng, h, w) if chance(rng, 0.7) else _any_form(rng, h, w)
    layers = [films.sheen(rng, depth + 0.15, _mask(depth + 0.15))] if chance(rng, 0.2) else []
    inner = _one(rng, {films.dark: 0.65, films.metallic: 0.15, films.stain: 0.1, films.sheen: 0.1})
    layers.append(inner(rng, depth, _mask(depth)))
    if inner is films.dark and chance(rng, 0.35):    # the water shines through, the rim tells
        layers[-1].alpha = layers[-1].alpha * rng.uniform(0.25, 0.7)
    if inner is not films.dark or chance(rng, 0.75):
        y, x = np.mgrid[-1:1:h * 1j, -1:1:w * 1j].astype(np.float32)
        a = rng.uniform(0, 6.3)
        lee = 1 + rng.uniform(0, 1) * (y * np.sin(a) + x * np.cos(a))
        ragged = np.clip(1 + 0.7 * fractal(rng, h, w, log_uniform(rng, 5, 40), 4), 0.1, 3)
        rim = log_uniform(rng, 0.03, 0.25) * lee * ragged - np.abs(depth - rng.uniform(-0.02, 0.06))
        rim = rim / 0.08
        if chance(rng, 0.5):    # in lumps
            lumps = fractal(rng, h, w, log_uniform(rng, 4, 16), 2)
            rim = np.minimum(rim, rng.uniform(0.4, 1.2) - lumps)
        layers.append(films.emulsion(rng, rim, _mask(rim)))
    return layers


def roped(rng, h, w):
    """A rope of emulsion, with thinner oil along one side of it or around."""
    depth = forms.rope(rng, h, w) if chance(rng, 0.7) else forms.ropes(rng, h, w)
    layers = []
    if chance(rng, 0.65):
        wide = depth + rng.uniform(1, 6)
        if chance(rng, 0.3):
            wide = forms.rope(rng, h, w, max(h, w) * log_uniform(rng, 0.05, 0.2))
        shift = np.float32([[1, 0, rng.normal(0, 0.03 * w)], [0, 1, rng.normal(0, 0.03 * h)]])
        wide = np.maximum(cv2.warpAffine(wide, shift, (w, h), borderValue=-1), depth)
        wide = _torn(rng, wide) if chance(rng, 0.4) else wide
        kind = _one(rng, {films.sheen: 0.35, films.stain: 0.25, films.metallic: 0.15, films.broken: 0.15, films.dark: 0.1})
        layers.append(kind(rng, wide, _mask(wide)))
    return layers + [films.emulsion(rng, depth, _mask(depth))]


def netted(rng, h, w):
    """A net of emulsion within a patch or a band; its cells belong to it."""
    depth = forms.net(rng, h, w)
    region = _any_form(rng, h, w)
    depth = np.minimum(depth, 3 * region + rng.uniform(0, 0.3))
    region = _outline(_mask(depth), int(rng.integers(8, 22)))
    layers = [films.emulsion(rng, depth, _mask(depth))]
    cells = films.sheen(rng, region.astype(np.float32), region)
    if chance(rng, 0.5):    # nothing to be seen in the cells
        cells.alpha, cells.change, cells.damping = cells.alpha * 0, cells.change * 0, cells.damping * 0
    cells.label = region * np.uint8(BROKEN)
    return [cells] + layers


def lined(rng, h, w):
    """Thin dark or ochre lines, in pieces; an analyst's outline is wider than they are."""
    pixels = log_uniform(rng, 1.2, 5)
    depth = forms.rope(rng, h, w, pixels)
    if chance(rng, 0.6):
        depth = _torn(rng, depth)
    kind = films.emulsion if chance(rng, 0.3) else films.dark
    film = kind(rng, depth, _mask(depth))
    film.alpha = film.alpha * rng.uniform(0.35, 1)
    around = cv2.dilate(_outline(film.label, 5), np.ones((5, 5), np.uint8))
    film.label = np.where(film.label > 0, film.label, (around > 0) * np.uint8(BROKEN))
    below = []
    if chance(rng, 0.4):
        wide = depth + rng.uniform(1, 4)
        below = [films.sheen(rng, wide, _mask(wide))]
    return below + [film]


def windrowed(rng, h, w):
    depth = np.minimum(forms.streaks(rng, h, w), 2 * _any_form(rng, h, w))
    kind = _one(rng, {films.sheen: 0.4, films.emulsion: 0.25, films.dark: 0.15, films.metallic: 0.1, films.rainbow: 0.1})
    return [kind(rng, depth, _mask(depth))]


def spotted(rng, h, w):
    depth = np.minimum(forms.spots(rng, h, w), 2 * _any_form(rng, h, w))
    kind = films.emulsion if chance(rng, 0.5) else films.dark
    layer = kind(rng, depth, _mask(depth))
    below = []
    if chance(rng, 0.4):
        region = _outline(layer.label, 8).astype(np.float32)
        region = cv2.GaussianBlur(region, (0, 0), 4) - 0.3
        below = [films.sheen(rng, region, _mask(region))]
    return below + [layer]


def stained(rng, h, w):
    depth = _any_form(rng, h, w)
    layers = [films.stain(rng, depth, _mask(depth))]
    if chance(rng, 0.5):
        inner = _torn(rng, depth - rng.uniform(0.05, 0.3))
        kind = films.emulsion if chance(rng, 0.6) else films.dark
        layers.append(kind(rng, inner, _mask(inner)))
    return layers


def covered(rng, h, w):
    """Oil over most of the picture, with openings."""
    depth = slicks.flood(rng, h, w)
    kind = _one(rng, {films.sheen: 0.4, films.dark: 0.15, films.broken: 0.1, films.metallic: 0.15, films.rainbow: 0.1,
                      films.stain: 0.1})
    layers = [kind(rng, depth, _mask(depth))]
    if chance(rng, 0.5):
        inner = _torn(rng, depth - rng.uniform(0.1, 0.4))
        layers.append(films.emulsion(rng, inner, _mask(inner)))
    return layers


def drifted(rng, h, w):
    """One release, drawn out along the wind: sheen, wide, alone or around thick oil that lies in the same direction."""
    angle, stretch = rng.uniform(0, 6.3), log_uniform(rng, 2, 12)
    depth = forms.drawn(rng, h, w, angle, stretch)
    wide = films.veil if chance(rng, 0.7) else films.sheen
    layers = [wide(rng, depth, _mask(depth))]
    if chance(rng, 0.65):
        if chance(rng, 0.7):
            inner = depth - rng.uniform(0.02, 0.5)
        else:
            inner = np.minimum(depth + 0.05, forms.drawn(rng, h, w, angle, stretch))
        kind = _one(rng, {films.emulsion: 0.5, films.dark: 0.35, films.stain: 0.1, films.rainbow: 0.05})
        if kind is films.emulsion:
            layers.append(kind(rng, inner, _mask(inner), stretch if chance(rng, 0.5) else 1.0, angle))
        else:
            layers.append(kind(rng, inner, _mask(inner)))
    return layers


def silvery(rng, h, w):
    """Sheen that mirrors a bright sky: drawn out, in bands with curls, or torn; seldom with a little thick oil in it."""
    angle, stretch = rng.uniform(0, 6.3), log_uniform(rng, 1.5, 10)
    form = _one(rng, {"drawn": 0.4, "band": 0.35, "any": 0.25})
    if form == "drawn":
        depth = forms.drawn(rng, h, w, angle, stretch)
    elif form == "band":
        depth = forms.rope(rng, h, w, max(h, w) * log_uniform(rng, 0.02, 0.2))
    else:
        depth = _any_form(rng, h, w)
    depth = _torn(rng, depth) if chance(rng, 0.4) else depth
    layers = [films.silver(rng, depth, _mask(depth), stretch, angle)]
    if chance(rng, 0.15):
        inner = _torn(rng, depth - rng.uniform(0.1, 0.5))
        layers.append(films.emulsion(rng, inner, _mask(inner), stretch, angle))
    return layers


def textbook(rng, h, w):
    """The appearances in their order from the edge to the middle, all or the first of them, with clear bounds."""
    depth = _any_form(rng, h, w) if chance(rng, 0.4) else forms.patch(rng, h, w)
    top = float(depth.max())
    if top <= 0:
        return []
    last = int(rng.integers(2, 6))
    cuts = np.concatenate([[0], np.sort(rng.uniform(0.06, 0.92, last - 1))]) * top
    kinds = [films.veil if chance(rng, 0.6) else films.sheen, films.rainbow, films.metallic,
             films.broken if chance(rng, 0.5) else films.dark, films.dark]
    layers = []
    for code, (kind, cut) in enumerate(zip(kinds, cuts), 1):
        inner = depth - cut
        layers.append(kind(rng, inner, _mask(inner)))
        layers[-1].label = _mask(inner) * np.uint8(code)
    return layers


def ringed(rng, h, w):
    """The classes by thickness, one within the other, as slicks.py has them."""
    depth, label = slicks.slick(rng, h, w)
    made = {1: films.sheen, 2: films.rainbow, 3: films.metallic, 4: films.broken, 5: films.dark,
            6: films.emulsion}
    soft = log_uniform(rng, 0.5, 6)
    layers = []
    for kind in np.unique(label[label > 0]):
        part = (label == kind).astype(np.uint8)
        cover = cv2.GaussianBlur(part.astype(np.float32), (0, 0), soft)
        layers.append(made[int(kind)](rng, 4 * (cover - 0.25), part))
    return layers


KINDS = {pale: 0.2, thin: 0.08, rimmed: 0.15, roped: 0.15, netted: 0.08, lined: 0.12, windrowed: 0.06, spotted: 0.03,
         stained: 0.07, covered: 0.04, ringed: 0.08, drifted: 0.22, textbook: 0.16}


MISSED = {    # first, by networks as by people
    "wide-sheen": {drifted: 0.55, pale: 0.2, textbook: 0.25},
    "silver": {silvery: 0.7, pale: 0.15, drifted: 0.15}}


def spill(rng, h, w, kinds=None):
    return _one(rng, kinds or KINDS)(rng, h, w)


def aslant(rng, layers):
    """The layers seen obliquely: what is far is small, and all is flattened."""
    h, w = layers[0].label.shape
    oil = np.any([layer.label > 0 for layer in layers], axis=0)
    if oil[0].any() or oil[:, 0].any() or oil[:, -1].any():    # it would end at the plane's edge
        return layers
    flat, pinch = log_uniform(rng, 0.25, 0.9), rng.uniform(0, 0.6)
    top = rng.uniform(0.0, 1 - flat)
    source = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    far, near = 0.5 * w * (1 - pinch), 0.5 * w * (1 + pinch)
    target = np.float32([[w / 2 - far, top * h], [w / 2 + far, top * h],
                         [w / 2 + near, (top + flat) * h], [w / 2 - near, (top + flat) * h]])
    matrix = cv2.getPerspectiveTransform(source, target)
    seen = []
    for layer in layers:
        moved = [cv2.warpPerspective(f, matrix, (w, h), flags=cv2.INTER_LINEAR) for f in layer.fields()[:4]]
        label = cv2.warpPerspective(layer.label, matrix, (w, h), flags=cv2.INTER_NEAREST)
        seen.append(films.Layer(*moved, label))
    return seen
