# SPDX-License-Identifier: GPL-3.0-or-later
"""From the scene to the recording: perspective, picture faults, and the text burnt over it."""

import cv2
import numpy as np

from noise import TAU, chance, fractal, log_uniform
from palette import OTHER

FONTS = [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_PLAIN, cv2.FONT_HERSHEY_DUPLEX,
         cv2.FONT_HERSHEY_COMPLEX_SMALL]


def oblique(rng, palette, picture, label):
    """Look at the scene from the side: the far edge is compressed, hazy, perhaps sky."""
    h, w = label.shape
    top = rng.uniform(0.0, 0.35) * (h if chance(rng, 0.2) else 0.0)
    pinch = rng.uniform(0.05, 0.85)
    source = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    inset = 0.5 * w * pinch
    target = np.float32([[-0.2 * w * pinch, top], [w * (1 + 0.2 * pinch), top],
                         [w + inset * 2.2, h], [-inset * 2.2, h]])
    matrix = cv2.getPerspectiveTransform(source, target)
    blurred = cv2.GaussianBlur(picture, (0, 0), 1 + 2 * pinch)
    sharp = cv2.warpPerspective(picture, matrix, (w, h), borderMode=cv2.BORDER_REFLECT)
    soft = cv2.warpPerspective(blurred, matrix, (w, h), borderMode=cv2.BORDER_REFLECT)
    rows = np.linspace(0, 1, h, dtype=np.float32)[:, None, None]
    far = np.clip(1 - (rows * h - top) / (0.8 * h), 0, 1)
    out = sharp + far * (soft - sharp)
    haze, slope = (0.2, 0.08) if palette.infrared else (0.5, 0.15)
    out = out + rng.uniform(0, haze) * far ** rng.uniform(1, 3) * (palette.sky - out)
    out = out * (1 + rng.normal(0, slope) * far)
    warped = cv2.warpPerspective(label, matrix, (w, h), flags=cv2.INTER_NEAREST,
                                 borderMode=cv2.BORDER_REFLECT)
    if top > 2:
        line = int(top)
        sky = palette.sky * (1 + 0.1 * fractal(rng, line, w, w * 0.3, 3))[..., None]
        out[:line] = np.clip(sky, 0, 1)
        warped[:line] = OTHER
    return np.ascontiguousarray(out, dtype=np.float32), warped


def tone(rng, picture, infrared):
    """Exposure, contrast, gamma, white balance and vignetting of one camera."""
    h, w = picture.shape[:2]
    mean = picture.mean()
    out = (picture - mean) * gain(rng, picture, infrared) + mean + rng.normal(0, 0.04)
    out = np.clip(out, 0, 1) ** log_uniform(rng, 0.7, 1.4)
    if not infrared:
        out = out * np.exp(rng.normal(0, 0.06, 3)).astype(np.float32)
        grey = out.mean(2, keepdims=True)
        out = grey + (out - grey) * rng.uniform(0.6, 1.35)
    if chance(rng, 0.5):
        y, x = np.ogrid[-1:1:h * 1j, -1:1:w * 1j]
        out = out * (1 - rng.uniform(0, 0.3) * (x * x + y * y) / 2)[..., None].astype(np.float32)
    return out.astype(np.float32)


def gain(rng, picture, infrared):
    """Contrast about the mean. Many an infrared camera sets it by the coldest and the warmest in sight, so that
    a calm sea fills the range as a rough one does."""
    if infrared and chance(rng, 0.35):
        low, high = np.quantile(picture[::8, ::8, 0], (0.02, 0.98))
        return float(np.clip(log_uniform(rng, 0.25, 0.9) / (high - low + 1e-6), 0.5, 6.0))
    return log_uniform(rng, 0.65, 1.6)


def _motion(rng, picture):
    size = int(rng.integers(3, 12))
    kernel = np.zeros((size, size), np.float32)
    a = rng.uniform(0, TAU)
    middle = (size - 1) / 2
    end = (int(round(middle + middle * np.cos(a))), int(round(middle + middle * np.sin(a))))
    start = (int(round(middle - middle * np.cos(a))), int(round(middle - middle * np.sin(a))))
    cv2.line(kernel, start, end, 1.0)
    return cv2.filter2D(picture, -1, kernel / kernel.sum())


def _infrared_faults(rng, picture):
    """Fixed pattern of a detector array: columns, rows, stripes of several, slow shading; a gain that jumps while
    the picture is read out, so that what comes after it is lighter or darker."""
    h, w = picture.shape[:2]
    columns = rng.normal(0, log_uniform(rng, 0.001, 0.015), (1, w, 1))
    rows = rng.normal(0, log_uniform(rng, 0.001, 0.008), (h, 1, 1))
    shading = fractal(rng, h, w, max(h, w), 2) * rng.uniform(0, 0.03)
    out = (picture + columns + rows + shading[..., None]).astype(np.float32)
    if chance(rng, 0.3):
        wide = int(log_uniform(rng, 2, 40))
        stripes = np.repeat(rng.normal(0, log_uniform(rng, 0.002, 0.012), -(-w // wide)), wide)[:w]
        out += stripes[None, :, None].astype(np.float32)
    if chance(rng, 0.1):
        line, mean = int(rng.uniform(0.1, 0.9) * h), out.mean()
        out[line:] = (out[line:] - mean) * np.exp(rng.normal(0, 0.15)) + mean + rng.normal(0, 0.03)
    return out


def degrade(rng, picture, infrared):
    """Blur, resampling, interlacing, noise: float picture in, uint8 out."""
    h, w = picture.shape[:2]
    if infrared and chance(rng, 0.6):
        picture = _infrared_faults(rng, picture)
    if chance(rng, 0.4):
        picture = cv2.GaussianBlur(picture, (0, 0), log_uniform(rng, 0.4, 1.8))
    if chance(rng, 0.15):
        picture = _motion(rng, picture)
    if chance(rng, 0.25):
        factor = rng.uniform(0.35, 0.9)
        small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        picture = cv2.resize(small, (w, h), interpolation=cv2.INTER_LINEAR)
    if chance(rng, 0.1):
        picture[1::2] = np.roll(picture[1::2], int(rng.integers(-4, 5)), axis=1)
    if chance(rng, 0.8):
        shape = (h, w, 1) if infrared or chance(rng, 0.4) else (h, w, 3)
        noise = rng.standard_normal(shape, dtype=np.float32) * log_uniform(rng, 0.002, 0.05)
        if chance(rng, 0.4):
            noise = cv2.GaussianBlur(noise, (0, 0), 0.8).reshape(shape) * 1.8
        picture = picture + noise
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)


def compress(rng, picture):
    """Losses of a video codec: coarse colour, blocks, a second smaller generation."""
    if chance(rng, 0.5):
        yuv = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
        h, w = picture.shape[:2]
        small = cv2.resize(yuv[..., 1:], (w // 2, h // 2), interpolation=cv2.INTER_AREA)
        yuv[..., 1:] = cv2.resize(small, (w, h))
        picture = cv2.cvtColor(yuv, cv2.COLOR_YCrCb2RGB)
    if chance(rng, 0.75):
        quality = int(rng.integers(18, 96))
        coded = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)[..., ::-1]
    return np.ascontiguousarray(picture)


def _text(rng, picture, text, x, y, scale, font, edge, inverse):
    thick = 1 if scale < 0.8 else int(rng.integers(1, 3))
    (tw, th), base = cv2.getTextSize(text, font, scale, thick)
    white = (int(rng.integers(215, 256)),) * 3
    if inverse:
        cv2.rectangle(picture, (x - 3, y - th - 3), (x + tw + 3, y + base), white, -1)
        cv2.putText(picture, text, (x, y), font, scale, (10, 10, 10), thick, cv2.LINE_AA)
        return
    if edge:
        cv2.putText(picture, text, (x, y), font, scale, (0, 0, 0), thick + 2, cv2.LINE_AA)
    cv2.putText(picture, text, (x, y), font, scale, white, thick, cv2.LINE_AA)


def _words(rng):
    letters, digits = "ABCDEFGHIKLMNOPRSTUVWX ", "0123456789:.-/"
    pool = digits if chance(rng, 0.6) else letters + digits
    return "".join(rng.choice(list(pool), int(rng.integers(2, 14))))


def overlay(rng, picture, letters=1.0):
    """Text blocks, reticle and scales, white, mostly near the edges; `letters` times their usual size."""
    h, w = picture.shape[:2]
    font, scale = FONTS[rng.integers(len(FONTS))], letters * log_uniform(rng, 0.4, 1.4)
    edge, step = chance(rng, 0.4), int(28 * scale)
    for _ in range(rng.integers(2, 8)):
        x = int(rng.choice([0.02, 0.4, 0.75]) * w + rng.integers(0, w // 8))
        y = int(rng.choice([0.06, 0.8]) * h + rng.integers(0, h // 8))
        if chance(rng, 0.15):
            x, y = int(rng.integers(0, w)), int(rng.integers(0, h))
        for line in range(rng.integers(1, 5)):
            _text(rng, picture, _words(rng), x, y + line * step, scale, font, edge,
                  chance(rng, 0.08))
    white, thick = (int(rng.integers(210, 256)),) * 3, int(rng.integers(1, 3))
    if chance(rng, 0.7):
        _reticle(rng, picture, white, thick)
    if chance(rng, 0.4):
        _scales(rng, picture, white, thick, scale, font)
    elif chance(rng, 0.4):
        _ticks(rng, picture, white, thick)
    if chance(rng, 0.4):
        _north(rng, picture, white, thick, scale, font)
    return picture


def _reticle(rng, picture, white, thick):
    h, w = picture.shape[:2]
    cx, cy, arm, gap = w // 2, h // 2, int(rng.integers(10, 80)), int(rng.integers(2, 12))
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        cv2.line(picture, (cx + dx * gap, cy + dy * gap), (cx + dx * arm, cy + dy * arm),
                 white, thick, cv2.LINE_AA)
    if chance(rng, 0.4):
        cv2.rectangle(picture, (cx - arm, cy - arm), (cx + arm, cy + arm), white, thick)
    if chance(rng, 0.2):    # corners of the next narrower field of view
        dx, dy, side = int(w * rng.uniform(0.1, 0.4)), int(h * rng.uniform(0.1, 0.4)), 14
        for sx, sy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
            x, y = cx + sx * dx, cy + sy * dy
            cv2.line(picture, (x, y), (x - sx * side, y), white, thick)
            cv2.line(picture, (x, y), (x, y - sy * side), white, thick)


def _ticks(rng, picture, white, thick):
    """A graticule of ticks along the edges."""
    h, w = picture.shape[:2]
    x, y, tick = int(rng.integers(4, 30)), h - int(rng.integers(4, 30)), int(rng.integers(8, 40))
    for k in range(0, min(h, w), tick):
        cv2.line(picture, (x, k), (x + 4 + 6 * (k // tick % 5 == 0), k), white, thick)
        cv2.line(picture, (k, y), (k, y - 4 - 6 * (k // tick % 5 == 0)), white, thick)


def _scales(rng, picture, white, thick, scale, font):
    """Scales of elevation (left) and azimuth (below) with numbers and a pointer."""
    h, w = picture.shape[:2]
    step, size, first = int(rng.integers(14, 48)), 0.7 * scale, int(rng.integers(0, 30))
    x, y = int(rng.uniform(0.01, 0.08) * w), int(rng.uniform(0.88, 0.98) * h)
    for k, at in enumerate(range(int(0.3 * h), int(0.7 * h), step)):
        cv2.line(picture, (x, at), (x + (12 if k % 3 == 0 else 6), at), white, thick)
        if k % 3 == 0:
            cv2.putText(picture, str(first + k), (x + 16, at + 5), font, size, white, 1,
                        cv2.LINE_AA)
    for k, at in enumerate(range(int(0.3 * w), int(0.7 * w), step)):
        cv2.line(picture, (at, y), (at, y - (12 if k % 3 == 0 else 6)), white, thick)
        if k % 3 == 0:
            cv2.putText(picture, str(first + k), (at - 8, y - 16), font, size, white, 1,
                        cv2.LINE_AA)
    at = int(rng.uniform(0.32, 0.68) * h)
    cv2.fillPoly(picture, [np.array([[x - 8, at - 5], [x - 8, at + 5], [x, at]])], white)


def _north(rng, picture, white, thick, scale, font):
    """An arrow to north with its letter."""
    h, w = picture.shape[:2]
    x, y, a = int(rng.uniform(0.05, 0.2) * w), int(rng.uniform(0.15, 0.35) * h), rng.uniform(0, TAU)
    reach = 26 * scale
    tip = (int(x + reach * np.cos(a)), int(y + reach * np.sin(a)))
    cv2.arrowedLine(picture, (x, y), tip, white, thick, cv2.LINE_AA, tipLength=0.3)
    cv2.putText(picture, "N", (int(x + 1.5 * reach * np.cos(a)) - 6,
                               int(y + 1.5 * reach * np.sin(a)) + 6), font, scale, white, thick,
                cv2.LINE_AA)


def bars(rng, frame, label):
    """Black bars beside a picture that is narrower than the frame."""
    h, w = label.shape
    wide = int(rng.uniform(0.02, 0.15) * w)
    black = int(rng.integers(0, 24))
    sides = [np.s_[:, :wide], np.s_[:, w - wide:]]
    if chance(rng, 0.2):
        sides = [np.s_[:wide], np.s_[h - wide:]]
    for side in sides[:2 if chance(rng, 0.7) else 1]:
        frame[side], label[side] = black, OTHER


def record(rng, picture, label, infrared, letters=1.0, lettered=0.65):
    """The whole way from scene to recorded frame; a share of `lettered` has text burnt in."""
    frame = degrade(rng, tone(rng, picture, infrared), infrared)
    if infrared:
        frame = np.repeat(frame.mean(2, keepdims=True).astype(np.uint8), 3, 2)
    frame = np.ascontiguousarray(frame)
    if chance(rng, 0.06):
        bars(rng, frame, label)
    if chance(rng, lettered):
        frame = overlay(rng, frame, letters)
    return compress(rng, frame), label
