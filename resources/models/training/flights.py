# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings rendered with truth (truth.csv, slicks.geojson): their frames, and the classes of oil in each."""

import csv
import json
from pathlib import Path

import cv2
import numpy as np

EARTH_M = 6371008.8


def frames(folder, every):
    """Every so manieth frame as (number, RGB)."""
    folder = Path(folder)
    pictures = sorted(folder.glob("frames/*.jpg"))
    if pictures:
        for number in range(0, len(pictures), every):
            yield number, cv2.imread(str(pictures[number]))[..., ::-1]
        return
    video = cv2.VideoCapture(str(next(folder.glob("flight.*"))))
    number = 0
    while video.grab():
        if number % every == 0:
            yield number, video.retrieve()[1][..., ::-1]
        number += 1


class Truth:
    """The true outlines of a flight, seen from where the camera was."""

    def __init__(self, folder):
        folder = Path(folder)
        with open(folder / "truth.csv", encoding="utf-8") as file:
            self.rows = [{k: float(v) for k, v in row.items() if v} for row in csv.DictReader(file)]
        with open(folder / "slicks.geojson", encoding="utf-8") as file:
            found = json.load(file)["features"]
        self.slicks = sorted(((f["properties"]["class"], polygons(f["geometry"])) for f in found),
                             key=lambda s: s[0])

    def labels(self, number, h, w):
        row, label = self.rows[number], np.zeros((h, w), np.uint8)
        for code, parts in self.slicks:
            for rings in parts:
                seen = [pixels(np.array(ring), row, h, w) for ring in rings]
                if all(s is not None for s in seen):
                    cv2.fillPoly(label, [np.int32(s * 16) for s in seen], code, cv2.LINE_8, 4)
        return label

    def distance_m(self, number, w):
        """Metres of sea that a pixel in the middle shows, across the line of sight."""
        row = self.rows[number]
        return 2 * row["slant"] * np.tan(np.radians(row["hfov"]) / 2) / w


def polygons(geometry):
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def pixels(places, row, h, w):
    """Places (longitude, latitude) on the sea as pixels; None where some lie behind the camera or far off."""
    north = np.radians(places[:, 1] - row["lat"]) * EARTH_M
    east = np.radians(places[:, 0] - row["lon"]) * EARTH_M * np.cos(np.radians(row["lat"]))
    bearing, depression = np.radians(row["brg"]), np.radians(row["dep"])
    ahead, aside = north * np.cos(bearing) + east * np.sin(bearing), east * np.cos(bearing) - north * np.sin(bearing)
    down = row["alt"] + (ahead ** 2 + aside ** 2) / (2 * EARTH_M)
    depth = ahead * np.cos(depression) + down * np.sin(depression)
    below = down * np.cos(depression) - ahead * np.sin(depression)
    if (depth < 1).any():
        return None
    focal = w / (2 * np.tan(np.radians(row["hfov"]) / 2))
    seen = np.stack([w / 2 + focal * aside / depth, h / 2 + focal * below / depth], -1)
    return seen if np.abs(seen).max() < 1e5 else None
