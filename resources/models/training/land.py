# SPDX-License-Identifier: GPL-3.0-or-later
"""Land as an aircraft sees it: covers with a texture of their own, laid out in plots or patches, relief,
roads, trees, houses, vehicles; and the coast, where it meets the sea."""

import cv2
import numpy as np

from noise import TAU, chance, fractal, grid, log_uniform, smoothstep, warp
from palette import OTHER
from things import blend, box, fill

DIFFERENT_PLOTS = 211    # cover and tone repeat after so many


def even(rng, palette, h, w):
    """Grass, sand, gravel, asphalt: one colour with stains of another, coarse and fine."""
    stains = smoothstep(-1, 1, fractal(rng, h, w, log_uniform(rng, 8, 400), 5, 0.6))
    colour = palette.land()
    other = palette.land() if chance(rng, 0.4) else colour * rng.uniform(0.6, 1.4)
    return blend(np.broadcast_to(colour, (h, w, 3)), other, stains * rng.random())


def places(rng, h, w, number):
    """A picture that is 0 in random places, from which the nearest one is sought."""
    seeds = np.full((h, w), 255, np.uint8)
    seeds[rng.integers(0, h, number), rng.integers(0, w, number)] = 0
    return seeds


def rows(rng, palette, h, w):
    """Crops, vines, furrows, planted trees: lines that follow the ground a little."""
    y, x = grid(h, w)
    a, length = rng.uniform(0, TAU), log_uniform(rng, 2.5, 40)
    bent, _ = warp(rng, h, w, max(h, w), length * log_uniform(rng, 0.2, 12), 2)
    wave = np.sin((x * np.cos(a) + y * np.sin(a) + bent) * (TAU / length))
    gaps = smoothstep(-2.2, 0.2, fractal(rng, h, w, log_uniform(rng, 4, 80), 4))
    return blend(np.broadcast_to(palette.land(), (h, w, 3)), palette.land(),
                 smoothstep(-rng.uniform(0.1, 1), rng.uniform(0.1, 1), wave) * gaps * rng.uniform(0.15, 1))


def wood(rng, palette, h, w):
    """Crown beside crown, each lit from one side, with dark between them."""
    size, leaf = log_uniform(rng, 3, 45), palette.land() * rng.uniform(0.3, 0.9)
    number = int(np.clip(h * w / (size * size), 30, 30000))
    away, crown = cv2.distanceTransformWithLabels(places(rng, h, w, number), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    dome = np.clip(1 - away / (size * rng.uniform(0.5, 1)), 0, 1)
    tone = rng.uniform(0.7, 1.3, number + 1).astype(np.float32)[crown] * (0.3 + dome ** rng.uniform(0.3, 1))
    return leaf * (tone * lit(rng, dome * size * 0.5, rng.uniform(0.1, 0.6)))[..., None]


def scrub(rng, palette, h, w):
    """Dark or light tufts on open ground: bushes, stones, heaps."""
    tufts = fractal(rng, h, w, log_uniform(rng, 3, 40), 3, 0.6) - rng.uniform(-0.3, 1.6)
    return blend(even(rng, palette, h, w), palette.land() * rng.uniform(0.4, 1.2),
                 rng.uniform(0.4, 1) * smoothstep(0, log_uniform(rng, 0.1, 1), tufts))


def rock(rng, palette, h, w):
    """Cliffs, shingle, lava, dunes: ridges in light and shade."""
    stretch, turned = log_uniform(rng, 1, 6), rng.uniform(0, TAU)
    ridge = -np.abs(fractal(rng, h, w, log_uniform(rng, 10, 200), 6, 0.65, stretch, turned))
    return even(rng, palette, h, w) * lit(rng, ridge * log_uniform(rng, 1, 12), 0.8)[..., None]


def yards(rng, palette, h, w):
    """Blocks with houses, yards and streets between them."""
    colour = plots(rng, h, w, [even(rng, palette, h, w) for _ in range(3)])
    colour = np.ascontiguousarray(colour, dtype=np.float32)
    houses(rng, palette, colour, int(log_uniform(rng, 40, 400)), log_uniform(rng, 5, 60))
    return colour


def lit(rng, height, strength):
    """Brightness of a surface of that height, pixels, in slanting light: about 1."""
    a = rng.uniform(0, TAU)
    slope = (cv2.Sobel(height, cv2.CV_32F, 1, 0, scale=0.125) * np.float32(np.cos(a)) +
             cv2.Sobel(height, cv2.CV_32F, 0, 1, scale=0.125) * np.float32(np.sin(a)))
    return 1 + np.float32(strength) * np.tanh(slope)


def straight(rng, h, w):
    """Numbers of plots with straight borders, laid as bricks are, turned and a little bent."""
    y, x = grid(h, w)
    a, side = rng.uniform(0, TAU), log_uniform(rng, 25, 500)
    dy, dx = warp(rng, h, w, max(h, w), side * rng.uniform(0, 0.2), 2)
    u = (x * np.cos(a) + y * np.sin(a) + dx) / side
    v = (y * np.cos(a) - x * np.sin(a) + dy) / (side * log_uniform(rng, 0.3, 3))
    strip = np.floor(u).astype(int)
    v = v + rng.uniform(0, 1, 997)[strip % 997]    # each strip begins somewhere else
    return strip * 31 + np.floor(v).astype(int) * 17


def ragged(rng, h, w):
    """Numbers of plots around random places, with uneven borders."""
    y, x = grid(h, w)
    seeds = places(rng, h, w, int(log_uniform(rng, 4, 200)))
    how, mask = (cv2.DIST_L1, 3) if chance(rng, 0.5) else (cv2.DIST_L2, 5)
    _, plot = cv2.distanceTransformWithLabels(seeds, how, mask, labelType=cv2.DIST_LABEL_PIXEL)
    dy, dx = warp(rng, h, w, log_uniform(rng, 10, 200), log_uniform(rng, 0.5, 25), 4)
    return cv2.remap(plot.astype(np.float32), x + dx, y + dy, cv2.INTER_NEAREST,
                     borderMode=cv2.BORDER_REFLECT).astype(int)


def plots(rng, h, w, covers):
    """The covers in plots, each with a tone of its own."""
    plot = (straight if chance(rng, 0.5) else ragged)(rng, h, w) % DIFFERENT_PLOTS
    kind = rng.integers(0, len(covers), DIFFERENT_PLOTS)[plot]
    tone = rng.uniform(0.7, 1.3, DIFFERENT_PLOTS)[plot]
    colour = np.select([(kind == i)[..., None] for i in range(len(covers))], covers)
    return (colour * tone[..., None]).astype(np.float32)


COVERS = [even, rows, wood, scrub, rock, yards]


def ground(rng, palette, h, w):
    """All that lies on land, from its covers to its vehicles."""
    covers = [COVERS[i](rng, palette, h, w) for i in rng.choice(len(COVERS), int(rng.integers(1, 5)))]
    if chance(rng, 0.6):
        colour = plots(rng, h, w, covers)
    else:
        colour = covers[0]
        for cover in covers[1:]:
            n = fractal(rng, h, w, log_uniform(rng, 20, 500), 5, 0.6) - rng.uniform(-1, 1)
            colour = blend(colour, cover, smoothstep(0, log_uniform(rng, 0.03, 1.5), n))
    if chance(rng, 0.5):
        hills = fractal(rng, h, w, log_uniform(rng, 60, 900), int(rng.integers(2, 6)), 0.5)
        colour = colour * lit(rng, hills * log_uniform(rng, 3, 60), rng.uniform(0.1, 0.7))[..., None]
    colour = roads(rng, palette, np.ascontiguousarray(colour, dtype=np.float32))
    if chance(rng, 0.35):
        crowns(rng, palette, colour, int(log_uniform(rng, 5, 300)), log_uniform(rng, 3, 60))
    grain = log_uniform(rng, 0.01, 0.2) * fractal(rng, h, w, log_uniform(rng, 5, 80), 5, 0.7) + \
        log_uniform(rng, 0.01, 0.15) * fractal(rng, h, w, log_uniform(rng, 1.5, 12), 3, 0.7)
    colour = np.ascontiguousarray(colour * np.clip(1 + grain, 0.2, 2)[..., None], dtype=np.float32)
    if chance(rng, 0.4):
        houses(rng, palette, colour, int(log_uniform(rng, 1, 60)), log_uniform(rng, 6, 400))
    return colour


def roads(rng, palette, colour):
    """Roads, tracks, rivers and paved places: bent bands of one tone, softer or harder at the edge, some
    with ruts or a line along the middle."""
    h, w = colour.shape[:2]
    for _ in range(int(rng.integers(1, 6)) if chance(rng, 0.6) else 0):
        ends = rng.uniform(-0.2, 1.2, (3, 2)) * [w, h]
        t = np.linspace(0, 1, 40)[:, None]
        bow = ends[0] * (1 - t) ** 2 + 2 * ends[1] * t * (1 - t) + ends[2] * t ** 2
        line, width = (bow * 16).astype(np.int32), int(log_uniform(rng, 1, 120))
        band = np.zeros((h, w), np.float32)
        cv2.polylines(band, [line], False, 1.0, width, cv2.LINE_AA, 4)
        if width > 6 and chance(rng, 0.4):
            cv2.polylines(band, [line], False, rng.uniform(0, 0.8), max(1, width // 12), cv2.LINE_AA, 4)
        band = cv2.GaussianBlur(band, (0, 0), log_uniform(rng, 0.4, 12))
        colour = blend(colour, palette.land() * rng.uniform(0.6, 1.4), band * rng.uniform(0.4, 1))
    return np.ascontiguousarray(colour, dtype=np.float32)


def crowns(rng, palette, colour, number, size):
    """Single trees: a lit crown and its shadow."""
    h, w = colour.shape[:2]
    leaf, sun, dark = palette.land() * rng.uniform(0.4, 1), rng.uniform(0, TAU), rng.uniform(0.15, 0.5)
    for _ in range(number):
        r, x, y = size * rng.uniform(0.5, 1.3), rng.uniform(0, w), rng.uniform(0, h)
        for shift, tone in ((0.9, leaf * dark), (0.0, leaf), (-0.35, leaf * rng.uniform(1, 1.5))):
            middle = (int(x + shift * r * np.cos(sun)), int(y + shift * r * np.sin(sun)))
            cv2.circle(colour, middle, max(1, int(r * (1 - abs(shift) * 0.4))),
                       [float(c) for c in tone], -1, cv2.LINE_AA)


def houses(rng, palette, colour, number, largest):
    """Houses with roofs of two sides and a shadow, mostly in line with each other, and vehicles, as boxes."""
    h, w = colour.shape[:2]
    turned, sun, dark = rng.uniform(0, TAU), rng.uniform(0, TAU), rng.uniform(0.25, 0.8)
    for _ in range(number):
        side, shape = largest * rng.uniform(0.1, 1), rng.uniform(0.3, 1)
        angle = turned + (0 if chance(rng, 0.7) else rng.uniform(0, TAU))
        x, y, high = rng.uniform(0, w), rng.uniform(0, h), side * rng.uniform(0.1, 0.6)
        roof = palette.ship() if chance(rng, 0.5) else palette.land()
        for dx, dy, long, wide, tone in (
                (high * np.cos(sun), high * np.sin(sun), side, side * shape, roof * 0.2 * dark),
                (0, 0, side, side * shape, roof),
                (-0.25 * side * shape * np.sin(angle), 0.25 * side * shape * np.cos(angle),
                 side, side * shape / 2, roof * rng.uniform(0.6, 1.3))):
            fill(colour, None, box(x + dx, y + dy, long, wide, angle, 0), tone, None)


def coast(rng, palette, picture, label, h, w):
    """Land with surf along its edge; or much of it, with little sea or none."""
    size = max(h, w)
    y, x = grid(h, w)
    a = rng.uniform(0, TAU)
    side = ((x - w / 2) * np.cos(a) + (y - h / 2) * np.sin(a)) / size
    shore = rng.uniform(0.05, 0.4) if chance(rng, 0.6) else rng.uniform(-1.1, 0.05)
    field = side - shore
    if chance(rng, 0.85):    # no quay
        field = field + rng.uniform(0.02, 0.15) * fractal(rng, h, w, size * rng.uniform(0.2, 1), 6, 0.55)
    colour = ground(rng, palette, h, w)
    if chance(rng, 0.4):    # beach or rocks along the water
        strip = 1 - smoothstep(0, rng.uniform(0.02, 0.15), field)
        colour = blend(colour, (even if chance(rng, 0.6) else rock)(rng, palette, h, w), strip)
    land = smoothstep(0, 0.01, field)
    texture = fractal(rng, h, w, log_uniform(rng, 5, 80), 5, 0.7)
    surf = np.exp(-(field / rng.uniform(0.005, 0.03)) ** 2) * (texture > rng.uniform(-1, 2))
    picture = blend(picture, palette.turbid(), rng.uniform(0, 0.5) * smoothstep(-0.3, 0, field))
    label[(land > 0.5) | (surf > 0.5)] = OTHER
    return blend(blend(picture, np.clip(colour, 0, 1), land), palette.foam(),
                 surf.astype(np.float32))
