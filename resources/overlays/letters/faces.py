# SPDX-License-Identifier: GPL-3.0-or-later
"""Typefaces of a machine, glyph by glyph: capitals 48 pixels high on a common base line."""

import subprocess

import cv2
import numpy as np
from PIL import ImageFont

CHARACTERS = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ:.+-°'\"/,"  # an O is a 0
CAPITAL = 48
BASE = 72          # row of the base line in a canvas of
ROWS = 112
# Faces that the reading is measured with, and those drawn after the same shapes.
MEASURED = ("DejaVu Sans", "DejaVu Sans Condensed", "DejaVu Sans Light", "NanumGothic",
            "NanumBarunGothic", "Nanum Gothic", "Nanum BarunGothic", "Bitstream Vera Sans", "Verdana")
UNREADABLE = ("symbol", "icon", "awesome", "emoji", "dingbat", "script", "hand", "braille", "barcode",
              "music", "math", "blackletter", "gothger", "elusive", "cursor", "ornament", "fraktur")


def _likeness(ink, other):
    """Of two glyphs, each squeezed into the same square: 1 where they are one."""
    squares = []
    for each in (ink, other):
        left, top, width, height = cv2.boundingRect(each)
        square = cv2.resize(each[top:top + height, left:left + width], (24, 24), interpolation=cv2.INTER_AREA)
        square = cv2.GaussianBlur(square.astype(np.float32), (0, 0), 1.5)
        squares.append((square - square.mean()) / (square.std() + 1))
    return float((squares[0] * squares[1]).mean())


class Outline:
    """A scalable face."""

    def __init__(self, path):
        self._face = ImageFont.truetype(path, 100)
        box = self._face.getbbox("H")
        self._face = ImageFont.truetype(path, max(20, round(100 * CAPITAL / max(1, box[3] - box[1]))))
        top, bottom = self._face.getbbox("H")[1::2]
        self._shift = BASE - bottom
        self._glyphs = {}
        self.readable = all(self._is_lining(digit) for digit in "0123456789") and self._are_distinct()

    def resembles(self, other):
        """Whether its glyphs are like a plain face's, and no ornaments or outlines."""
        return np.mean([_likeness(self.glyph(each)[0], other.glyph(each)[0]) for each in CHARACTERS[:35]]) > 0.55

    def _is_lining(self, digit):
        left, top, right, bottom = self._face.getbbox(digit)
        return right > left and 0.82 * CAPITAL < bottom - top < 1.25 * CAPITAL

    def _are_distinct(self):
        absent = "\uffff"  # drawn as whatever the face has for what it lacks
        seen = {self._face.getmask(each).size + (bytes(self._face.getmask(each)),) for each in CHARACTERS + absent}
        return len(seen) == len(CHARACTERS) + 1

    def glyph(self, character):
        """Ink as uint8 in ROWS rows, and the advance in pixels."""
        if character not in self._glyphs:
            shown = character
            left, top, right, bottom = self._face.getbbox(shown)
            mask = self._face.getmask(shown, mode="L")
            ink = np.array(mask, np.uint8).reshape(mask.size[1], mask.size[0])
            canvas = np.zeros((ROWS, max(1, ink.shape[1])), np.uint8)
            first = top + self._shift
            for row in range(ink.shape[0]):
                if 0 <= first + row < ROWS:
                    canvas[first + row] = ink[row]
            self._glyphs[character] = canvas, max(4, round(self._face.getlength(shown)))
        return self._glyphs[character]


class Strokes:
    """A plotter's face, with strokes of one width."""

    def __init__(self, kind, thickness):
        self._kind, self._thickness, self._glyphs = kind, thickness, {}
        self.readable = True

    def glyph(self, character):
        if character not in self._glyphs:
            scale = cv2.getFontScaleFromHeight(self._kind, CAPITAL, self._thickness)
            if character == "°":
                canvas = np.zeros((ROWS, 28), np.uint8)
                cv2.circle(canvas, (14, BASE - 38), 9, 255, self._thickness, cv2.LINE_AA)
            else:
                (width, _), _ = cv2.getTextSize(character, self._kind, scale, self._thickness)
                canvas = np.zeros((ROWS, width + 8), np.uint8)
                cv2.putText(canvas, character, (4, BASE), self._kind, scale, 255, self._thickness, cv2.LINE_AA)
            columns = np.flatnonzero(canvas.any(0))
            if len(columns):
                canvas = canvas[:, columns[0]:columns[-1] + 1]
            self._glyphs[character] = np.ascontiguousarray(canvas), canvas.shape[1] + 10
        return self._glyphs[character]


def outlines():
    """One list of files for each family, of upright faces that hold all characters."""
    listed = subprocess.run(["fc-list", "--format", "%{family[0]}\t%{style[0]}\t%{file}\n"],
                            capture_output=True, text=True, check=True).stdout
    families = {}
    for line in sorted(listed.splitlines()):
        family, style, path = line.split("\t")
        unwanted = family in MEASURED or any(word in family.lower() for word in UNREADABLE)
        slanted = "italic" in style.lower() or "oblique" in style.lower()
        if not unwanted and not slanted and path.lower().endswith((".ttf", ".otf", ".ttc")):
            families.setdefault(family, []).append(path)
    return families


def faces():
    """Groups of faces, of which a sample takes one: (weight, [face, ...])."""
    stroked = [[Strokes(kind, thickness) for thickness in (2, 4, 6, 8, 11)]
               for kind in (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_PLAIN)]
    groups = [(14.0, group) for group in stroked]
    plain_face = Outline(outlines()["Liberation Sans"][0])
    for family, paths in outlines().items():
        group = []
        for path in paths:
            try:
                face = Outline(path)
            except (OSError, ValueError):
                continue
            if face.readable and face.resembles(plain_face):
                group.append(face)
        if group:
            plain = "mono" in family.lower() or "code" in family.lower() or "sans" in family.lower()
            groups.append((2.0 if plain else 1.0, group))
    return groups
