# SPDX-License-Identifier: GPL-3.0-or-later
"""Random fields from which the scenes are made. All are float32, one value per pixel."""

import cv2
import numpy as np

TAU = 2.0 * np.pi


def log_uniform(rng, low, high):
    """Sizes and strengths spread over decades: small values as likely as large ones."""
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def chance(rng, probability):
    return rng.random() < probability


def grid(h, w):
    """Pixel coordinates as two float32 arrays (y, x)."""
    return np.mgrid[0:h, 0:w].astype(np.float32)


def smoothstep(low, high, value):
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


def _octaves(rng, h, w, scale, octaves, gain):
    """Sum of enlarged random grids; the coarse ones are summed small to save time."""
    finest = scale / 2 ** (octaves - 1)
    shrink = max(1, int(finest // 4))
    sh, sw = -(-h // shrink) + 2, -(-w // shrink) + 2
    total = np.zeros((sh, sw), np.float32)
    size, amplitude = scale / shrink, 1.0
    for _ in range(octaves):
        gh, gw = int(sh / size) + 4, int(sw / size) + 4
        small = rng.standard_normal((gh, gw), dtype=np.float32)
        zoomed = max(sw + 1, int(gw * size)), max(sh + 1, int(gh * size))
        big = cv2.resize(small, zoomed,
                         interpolation=cv2.INTER_CUBIC)
        y0 = rng.integers(0, big.shape[0] - sh + 1)
        x0 = rng.integers(0, big.shape[1] - sw + 1)
        total += amplitude * big[y0:y0 + sh, x0:x0 + sw]
        size, amplitude = max(1.0, size / 2), amplitude * gain
    if shrink > 1:
        total = cv2.resize(total, (sw * shrink, sh * shrink), interpolation=cv2.INTER_CUBIC)
    return total[:h, :w]


def fractal(rng, h, w, scale, octaves=4, gain=0.5, stretch=1.0, angle=0.0):
    """Fractal noise of mean 0 and deviation 1; `scale` is its largest feature in pixels.

    A stretch above 1 draws it out along `angle` (radians), as wind and current do."""
    scale = max(1.0, min(scale, 4.0 * max(h, w)))
    octaves = max(1, min(octaves, int(np.log2(max(scale, 1.0))) + 1))
    if stretch <= 1.01:
        field = _octaves(rng, h, w, scale, octaves, gain)
    else:
        side = int(np.hypot(h, w)) + 4
        along = int(side / stretch) + 4
        field = _octaves(rng, side, along, scale, octaves, gain)
        c, s = np.cos(angle), np.sin(angle)
        matrix = np.array([[c / stretch, s / stretch, 0], [-s, c, 0]], np.float32)
        matrix[:, 2] = [along / 2, side / 2] - matrix[:, :2] @ np.float32([w / 2, h / 2])
        field = cv2.warpAffine(field, matrix, (w, h), borderMode=cv2.BORDER_REFLECT,
                               flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    field = field - field.mean()
    return field / (field.std() + 1e-6)


def spectral_waves(rng, h, w, peak, steepness, spread, angle):
    """A random sea: white noise shaped by a wave spectrum of peak length `peak` pixels."""
    ky = np.fft.fftfreq(h).astype(np.float32)[:, None]
    kx = np.fft.rfftfreq(w).astype(np.float32)[None, :]
    k = np.hypot(kx, ky) + 1e-6
    shape = k ** -steepness * np.exp(-0.6 * (1.0 / (peak * k)) ** 2)
    facing = np.abs(np.cos(np.arctan2(ky, kx) - angle))
    shape = shape * facing ** spread
    noise = np.fft.rfft2(rng.standard_normal((h, w), dtype=np.float32))
    field = np.fft.irfft2(noise * shape, s=(h, w)).astype(np.float32)
    return field / (field.std() + 1e-6)


def sine_waves(rng, h, w, peak, count, spread, angle):
    """Another sea: a sum of plane waves with sharpened crests."""
    y, x = grid(h, w)
    total = np.zeros((h, w), np.float32)
    for _ in range(count):
        length = peak * log_uniform(rng, 0.15, 1.5)
        a = angle + rng.normal(0, spread)
        phase = (x * np.cos(a) + y * np.sin(a)) * (TAU / max(2.5, length)) + rng.uniform(0, TAU)
        total += (1.0 - 2.0 * np.abs(np.sin(phase / 2))) * (length / peak) ** 0.6
    return (total - total.mean()) / (total.std() + 1e-6)


def warp(rng, h, w, scale, strength, octaves=3):
    """Displacements (dy, dx) in pixels that bend straight shapes into natural ones."""
    return (fractal(rng, h, w, scale, octaves) * strength,
            fractal(rng, h, w, scale, octaves) * strength)
