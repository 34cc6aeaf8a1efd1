# SPDX-License-Identifier: GPL-3.0-or-later
"""One scene: a picture as the turret would record it and the class of each of its pixels."""

import cv2
import numpy as np

import camera
import land
import things
from noise import chance, log_uniform
from palette import Colour, Infrared
from slicks import lay

OIL_FREE_SHARE = 0.28
COAST_SHARE = 0.15
GLINT_SHARE = 0.2        # of colour scenes
INFRARED_SHARE = 0.42
OBLIQUE_SHARE = {False: 0.4, True: 0.65}    # of colour, of infrared scenes
MOST_OIL = {False: 0.7, True: 0.45}    # in infrared the sea must be seen to know its tone


def scene(seed, h=640, w=640, held_out=False, oil=None, infrared=None, oblique=None,
          coast=COAST_SHARE, glint=GLINT_SHARE):
    """Render the scene that belongs to `seed`; None leaves a choice to chance. `coast` is the share of
    scenes with a coast, or land alone, `glint` that of scenes in which the sun's mirror image is seen.

    Returns the picture (h, w, 3 uint8, RGB) and the labels (h, w uint8)."""
    rng = np.random.default_rng([seed, 7919 if held_out else 104729])
    oil = not chance(rng, OIL_FREE_SHARE) if oil is None else oil
    infrared = chance(rng, INFRARED_SHARE) if infrared is None else infrared
    oblique = chance(rng, OBLIQUE_SHARE[infrared]) if oblique is None else oblique
    palette = (Infrared if infrared else Colour)(rng, held_out)
    label = np.zeros((h, w), np.uint8)
    sea = things.water(rng, palette, h, w)
    waves, _ = things.waves(rng, palette, h, w, held_out)
    more = 1.0 if oil else 1.8    # an oil-free scene shows look-alikes more often
    if chance(rng, (0.05 if infrared else 0.12) * more):
        sea = things.turbid(rng, palette, sea, h, w)
    if chance(rng, 0.2 * more):
        waves, tone = things.calm(rng, palette, h, w, waves)
        sea = sea * tone[..., None]
    if infrared:
        sea, waves = _calmed(rng, palette, sea, waves)
    if oil:
        sea, waves, label = _slicks(rng, palette, sea, waves, h, w, held_out)
    picture = sea + waves[..., None] * (0.4 + 0.6 * palette.sky)
    picture = _things(rng, palette, picture, label, waves, h, w, more, coast, glint)
    if oblique:
        picture, label = camera.oblique(rng, palette, picture, label)
    return camera.record(rng, picture, label, infrared)


def _calmed(rng, palette, sea, waves):
    """An infrared sea whose own variation does not drown the scene's faintest film."""
    most = palette.least_contrast / log_uniform(rng, 0.8, 7)
    spread = float(cv2.blur(sea[..., 0] + waves, (5, 5)).std())
    share, mean = min(1.0, most / (spread + 1e-6)), sea.mean()
    return mean + share * (sea - mean), share * waves


def _slicks(rng, palette, sea, waves, h, w, held_out):
    label = np.zeros((h, w), np.uint8)
    wanted = int(rng.choice([1, 2, 3], p=[0.55, 0.3, 0.15]))
    for _ in range(wanted + 3):    # some are too large or too small to be shown
        coated, damped, kinds = lay(rng, palette, sea, waves, h, w, held_out)
        if not 0 < np.mean((label > 0) | (kinds > 0)) <= MOST_OIL[palette.infrared]:
            continue
        sea, waves = coated, damped
        label = np.where(kinds > 0, kinds, label)
        wanted -= 1
        if wanted == 0:
            break
    return sea, waves, label


def _things(rng, palette, picture, label, waves, h, w, more, coast, glint):
    """Everything that lies on or over the water."""
    if chance(rng, (0.02 if palette.infrared else 0.08) * more):
        picture = things.algae(rng, palette, picture, label, h, w)
    if chance(rng, 0.2):
        picture = things.whitecaps(rng, palette, picture, label, waves, h, w)
    if not palette.infrared and chance(rng, glint * more):
        picture = things.glint(rng, palette, picture, waves, h, w)
    for _ in range(int(rng.choice([0, 1, 2, 4], p=[0.55, 0.3, 0.1, 0.05]))):
        picture = things.ship(rng, palette, picture, label, h, w)
    if chance(rng, 0.1):
        picture = things.platform(rng, palette, picture, label, h, w)
    if chance(rng, coast):
        picture = land.coast(rng, palette, picture, label, h, w)
    if chance(rng, 0.2 * more):
        picture = picture * things.shadow(rng, palette, h, w)[..., None]
    if chance(rng, 0.15):
        picture = things.haze(rng, palette, picture, label, h, w)
    return np.clip(picture, 0, 1).astype(np.float32)
