# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of overlays as recorders leave them: drawn in many faces, faint, over sea, glare and land, with
lines lost, compressed."""

import random as randoms

import cv2
import numpy as np

from faces import BASE, CAPITAL, CHARACTERS, ROWS
from texts import written

HEIGHT = 32        # rows that the network sees
SEEN_CAPITAL = 18  # of which a capital fills so many, more or less


class Ground:
    """Windows of photographs, and drawn seas."""

    def __init__(self, paths):
        self._pictures = []
        for path in paths:
            picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
            if picture is not None and min(picture.shape) > 300:
                scale = 1400 / max(picture.shape)
                if scale < 1:
                    picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
                self._pictures.append(picture)

    def window(self, rows, columns, random, generator):
        """float32, its mean anywhere."""
        if self._pictures and random.random() < 0.6:
            picture = random.choice(self._pictures)
            scale = random.choice((1, 1, 1.5, 2, 0.7))
            height, width = min(picture.shape[0], int(rows / scale) + 1), min(picture.shape[1], int(columns / scale) + 1)
            top, left = random.randrange(picture.shape[0] - height + 1), random.randrange(picture.shape[1] - width + 1)
            part = picture[top:top + height, left:left + width].astype(np.float32)
            ground = cv2.resize(part, (columns, rows), interpolation=cv2.INTER_LINEAR)
            if random.random() < 0.3:
                ground = (ground - ground.mean()) * random.uniform(0.3, 1.5) + ground.mean()
        else:
            ground = np.full((rows, columns), random.uniform(15, 200), np.float32)
            strength = random.uniform(0, 12) if random.random() < 0.8 else 0
            for grain in (32, 8, 3, 1):
                small = generator.standard_normal((rows // grain + 2, columns // grain + 2), np.float32)
                ground += strength * cv2.resize(small, (columns, rows), interpolation=cv2.INTER_CUBIC)
        if random.random() < 0.25:  # glints
            for _ in range(random.randrange(1, 1 + rows * columns // 250)):
                cv2.ellipse(ground, (random.randrange(columns), random.randrange(rows)),
                            (random.randrange(1, 6), random.randrange(1, 3)), random.uniform(-20, 20), 0, 360,
                            ground.mean() + random.uniform(30, 110), -1, cv2.LINE_AA)
        if random.random() < 0.3:
            ground += np.linspace(-1, 1, columns, dtype=np.float32) * random.uniform(-40, 40)
        return ground


class Writer:
    """Draws lines of text in one face."""

    def __init__(self, face, random):
        self._face, self._random = face, random
        self._pitch = None if random.random() < 0.4 else random.uniform(0.68, 1.15) * CAPITAL
        self._room = random.uniform(-0.02, 0.16) * CAPITAL
        self._zero = random.choices(("plain", "slashed", "dotted"), (0.5, 0.42, 0.08))[0]
        self._bold = random.choices((0, 1, 2, 3, 5), (0.55, 0.12, 0.15, 0.1, 0.08))[0]
        self._dots = None
        if random.random() < 0.24:
            self._dots = random.choice(((5, 7), (5, 7), (5, 7), (5, 7), (5, 7), (6, 8), (6, 9), (7, 9), (8, 10))), random.random() < 0.7
        self._cache = {}

    def _decorated(self, character):
        if character in self._cache:
            return self._cache[character]
        ink, advance = self._face.glyph(character)
        ink = cv2.copyMakeBorder(ink, 0, 0, 6, 6, cv2.BORDER_CONSTANT)
        box = cv2.boundingRect(ink)
        if self._dots and box[2] > 3:
            ink = self._dotted(ink, box)
        if self._bold:
            ink = cv2.dilate(ink, np.ones((self._bold, self._bold), np.uint8))
        if character == "0" and self._zero != "plain" and box[3] > 20:
            left, top, width, height = box
            if self._zero == "slashed":
                reach = self._random.uniform(0.0, 0.25)
                cv2.line(ink, (int(left + reach * width), int(top + height - reach * height)),
                         (int(left + width - reach * width), int(top + reach * height)), 255,
                         self._random.choice((3, 4, 5, 6)) + self._bold, cv2.LINE_AA)
            else:
                cv2.circle(ink, (left + width // 2, top + height // 2), 5 + self._bold // 2, 255, -1, cv2.LINE_AA)
        self._cache[character] = ink, advance
        return self._cache[character]

    def _dotted(self, ink, box):
        """The same shape on a grid of dots, as displays of old have it."""
        (columns, rows), filled = self._dots
        left, top, width, height = box
        part = ink[top:top + height, left:left + width]
        full = height > 0.7 * CAPITAL
        wide = max(1, round(columns * width / (0.72 * CAPITAL))) if not full or width < 0.35 * CAPITAL else columns
        high = rows if full else max(1, round(rows * height / CAPITAL))
        small = cv2.resize(part, (min(columns, wide), high), interpolation=cv2.INTER_AREA)
        level = 0.5 * small.max()
        on = small > level
        step_x, step_y = (0.72 * CAPITAL) / columns, CAPITAL / rows
        made = np.zeros((ROWS, int(step_x * on.shape[1]) + 14), np.uint8)
        for row in range(high):
            for column in range(on.shape[1]):
                if on[row, column]:
                    x, y = 6 + column * step_x, top + row * step_y
                    if filled:
                        cv2.rectangle(made, (round(x), round(y)), (round(x + step_x), round(y + step_y)), 255, -1)
                    else:
                        cv2.circle(made, (round(x + step_x / 2), round(y + step_y / 2)), round(0.42 * step_y), 255, -1,
                                   cv2.LINE_AA)
        return made

    def line(self, text):
        """Ink of a line, and where each of its characters ends."""
        places, x = [], 0.0
        for character in text:
            if character == " ":
                x += self._pitch or 0.45 * CAPITAL + self._room
                continue
            ink, advance = self._decorated("0" if character == "O" else character)
            if character == "O":
                ink, advance = self._plain_letter_o()
            if self._pitch:
                places.append((ink, x + self._pitch / 2 - ink.shape[1] / 2))
                x += self._pitch
            else:
                wide = self._dots and ink.shape[1] - 8 > advance
                step = ink.shape[1] - 8 if wide else advance
                places.append((ink, x + step / 2 - ink.shape[1] / 2))
                x += step + self._room
        canvas = np.zeros((ROWS, max(8, int(x) + 24)), np.uint8)
        for ink, left in places:
            first = max(0, int(round(left)) + 8)
            room = canvas[:, first:first + ink.shape[1]]
            np.maximum(room, ink[:, :room.shape[1]], out=room)
        columns = np.flatnonzero(canvas.any(0))
        return canvas[:, columns[0]:columns[-1] + 1] if len(columns) else canvas

    def _plain_letter_o(self):
        if "O" not in self._cache:
            zero, self._zero = self._zero, "plain"
            kept = self._cache.pop("0", None)
            self._cache["O"] = self._decorated("0")
            self._cache.pop("0")
            if kept:
                self._cache["0"] = kept
            self._zero = zero
        return self._cache["O"]


class Samples:
    """Endless batches of pictures and labels."""

    def __init__(self, groups, ground, seed):
        self._weights, self._groups = [each[0] for each in groups], [each[1] for each in groups]
        self._ground = ground
        self._random = randoms.Random(seed)
        self._generator = np.random.default_rng(seed)

    def batch(self, size):
        """float32 [size, 1, HEIGHT, width], and the labels as lists of places in CHARACTERS, counted from 1."""
        width = self._random.choice((64, 96, 128, 160, 160, 192, 224))
        pictures, labels = [], []
        for _ in range(size):
            picture, text = self.sample(width)
            pictures.append(picture)
            labels.append([1 + CHARACTERS.index("0" if each == "O" else each) for each in text])
        return np.stack(pictures)[:, None], labels

    def sample(self, width):
        random = self._random
        group = random.choices(self._groups, self._weights)[0]
        writer = Writer(random.choice(group), random)
        capital = random.uniform(9, 22) if random.random() < 0.75 else random.uniform(8, 13)
        seen = SEEN_CAPITAL * random.uniform(0.82, 1.2)  # the capital's height as the network sees it
        scale = seen / capital
        rows, columns = int(np.ceil(HEIGHT / scale)) + 4, int(np.ceil(width / scale)) + 4
        stretch = capital / CAPITAL * random.uniform(0.78, 1.2)
        ink, text = self._written(writer, rows, columns, capital, stretch)
        picture = self._composed(ink, rows, columns, capital)
        picture = self._recorded(picture)
        shown = cv2.resize(picture, None, fx=scale, fy=scale,
                           interpolation=cv2.INTER_LINEAR if scale > 1 else cv2.INTER_AREA)
        top = max(0, (shown.shape[0] - HEIGHT) // 2)
        shown = shown[top:top + HEIGHT, :width]
        shown = cv2.copyMakeBorder(shown, 0, HEIGHT - shown.shape[0], 0, width - shown.shape[1], cv2.BORDER_REPLICATE)
        return normalised(shown), text

    def _written(self, writer, rows, columns, capital, stretch):
        """Ink at the picture's size, 0 to 1, with the lines above and below and what a box cuts off."""
        random = self._random
        ink = np.zeros((rows, columns), np.float32)
        middle = rows / 2 + random.gauss(0, 0.13) * capital
        room = columns - 7  # the rest is beyond what the network sees
        text, line = ("", None) if random.random() < 0.05 else self._fitting(writer, room, capital, stretch)
        left = 0
        if line is not None:
            left = 1 + random.randrange(room - line.shape[1] + 1)
            self._put(ink, line, left, middle, capital)
            self._beside(writer, ink, line, left, middle, capital, stretch)
        if line is not None and random.random() < 0.06:  # a mark that points at the text
            row = int(np.clip(middle + random.uniform(-0.4, 0.4) * capital, 0, rows - 1))
            end = left - int(0.3 * capital) if random.random() < 0.5 else -1
            first = left + line.shape[1] + int(0.3 * capital)
            ink[row, :max(0, end)] = 1
            if end < 0:
                ink[row, first:] = 1
        for sign in (-1, 1):
            if random.random() < 0.6:
                other = self._shrunk(writer.line(written(random)), capital, stretch)
                away = random.choice((random.uniform(1.12, 1.35), random.uniform(1.3, 1.9))) * capital
                self._put(ink, other, left + random.randrange(-20, 20), middle + sign * away, capital)
        return ink, text.replace(" ", "")

    def _fitting(self, writer, room, capital, stretch):
        """A text that is no wider than there is room, and its ink."""
        for _ in range(8):
            text = written(self._random)
            line = self._shrunk(writer.line(text), capital, stretch)
            if line.shape[1] <= room:
                return text, line
        return "", None

    def _beside(self, writer, ink, line, left, middle, capital, stretch):
        """A part of another word at a side, cut by the box."""
        random = self._random
        if random.random() < 0.12:
            other = self._shrunk(writer.line(random.choice(CHARACTERS[:35])), capital, stretch)
            seen = max(1, int(other.shape[1] * random.uniform(0.1, 0.45)))
            if random.random() < 0.5 and left > seen + 0.7 * capital:
                self._put(ink, other[:, -seen:], 0, middle, capital)
            elif ink.shape[1] - left - line.shape[1] > seen + 0.7 * capital + 4:
                self._put(ink, other[:, :seen], ink.shape[1] - seen - 3, middle, capital)

    @staticmethod
    def _shrunk(line, capital, stretch):
        scale = capital / CAPITAL
        size = max(1, round(line.shape[1] * stretch)), max(1, round(ROWS * scale))
        return cv2.resize(line, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    @staticmethod
    def _put(ink, line, left, middle, capital):
        scale = capital / CAPITAL
        top = int(round(middle + capital / 2 - BASE * scale))
        first_row, first_column = max(0, -top), max(0, -left)
        rows = min(line.shape[0] - first_row, ink.shape[0] - top - first_row)
        columns = min(line.shape[1] - first_column, ink.shape[1] - left - first_column)
        if rows > 0 and columns > 0:
            room = ink[top + first_row:top + first_row + rows, left + first_column:left + first_column + columns]
            np.maximum(room, line[first_row:first_row + rows, first_column:first_column + columns], out=room)

    def _composed(self, ink, rows, columns, capital):
        random = self._random
        ground = self._ground.window(rows, columns, random, self._generator)
        contrast = random.uniform(20, 110) if random.random() < 0.75 else random.uniform(80, 230)
        level = min(ground.mean(), 250 - contrast)
        ground += level - ground.mean()
        if random.random() < 0.25:  # of several frames the darkest
            for _ in range(random.randrange(1, 4)):
                rolled = np.roll(ground, (random.randrange(-4, 5), random.randrange(-9, 10)), (0, 1))
                ground = np.minimum(ground, rolled)
        if random.random() < 0.15:  # fades towards a side or below
            ramp = np.linspace(1, random.uniform(0.45, 1), rows, dtype=np.float32)[:, None]
            ink = ink * (ramp if random.random() < 0.7 else ramp[::-1])
        look = random.random()
        edge = random.random() < 0.22
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
        if look < 0.09:    # dark letters in a bright box
            box = cv2.dilate(ink, np.ones((int(0.6 * capital) | 1, int(capital) | 1), np.uint8)) > 0.3
            ground = np.where(box, level + contrast, ground)
            return ground + ink * (random.uniform(0, 0.4) * level - ground)
        if look < 0.16:    # bright letters in a dark box
            box = cv2.dilate(ink, np.ones((int(0.5 * capital) | 1, int(capital) | 1), np.uint8)) > 0.3
            ground = np.where(box, ground * random.uniform(0, 0.6), ground)
        elif look < 0.19:  # dark letters
            return ground + ink * (max(0, level - contrast) - ground)
        elif edge:
            around = cv2.dilate(ink, kernel)
            if random.random() < 0.4:
                around = np.roll(around, (1, 1), (0, 1))
            ground = ground + around * random.uniform(0.5, 1) * (15 - ground)
        picture = ground + ink * (level + contrast - ground)
        for _ in range(random.choice((0, 0, 0, 0, 0, 1, 2))):  # scales and reticle
            if random.random() < 0.5:
                x = random.randrange(columns)
                cv2.line(picture, (x, random.randrange(-rows, rows)), (x, random.randrange(rows, 2 * rows)),
                         level + contrast, 1)
            else:
                y = random.choice((random.randrange(rows // 5 + 1), rows - 1 - random.randrange(rows // 5 + 1)))
                cv2.line(picture, (random.randrange(-columns, columns), y), (random.randrange(columns, 2 * columns), y),
                         level + contrast, 1)
        return picture

    def _recorded(self, picture):
        random = self._random
        if random.random() < 0.3:
            picture = cv2.GaussianBlur(picture, (0, 0), random.uniform(0.3, 1.0))
        if random.random() < 0.25:  # every second line, as the reader mends it
            half = picture[random.randrange(2)::2]
            picture = cv2.resize(np.ascontiguousarray(half), (picture.shape[1], picture.shape[0]),
                                 interpolation=cv2.INTER_CUBIC)
        if random.random() < 0.5:
            picture = picture + self._generator.standard_normal(picture.shape, np.float32) * random.uniform(0, 9)
        picture = np.clip(picture, 0, 255).astype(np.uint8)
        if random.random() < 0.75:
            _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, random.randrange(18, 90)])
            picture = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)
        return picture


def normalised(picture):
    """Mean 0, spread 1: what the network is fed, here as in the program."""
    picture = picture.astype(np.float32)
    return np.clip((picture - picture.mean()) / (picture.std() + 3), -4, 4)
