# SPDX-License-Identifier: GPL-3.0-or-later
"""A finished model file and its card, asked for the oil in a picture much as the application asks it: at the
scales that its card calls for (docs/model-card.md), the surer answer of several."""

import json

import cv2
import numpy as np
import torch
import torch.nn.functional as F

LONGEST, TILE = 2048, 1024    # pictures longer than the first are looked at in tiles
LONGEST_SIDE, HARDLY_LONGER = 1280, 1.25    # unless the card says otherwise
MANY_PIXELS, MOST_ENLARGED, SMALLEST = 2e6, 4.0, 0.24


class Model:
    def __init__(self, path):
        extra = {"model.json": ""}
        self.script = torch.jit.load(str(path), _extra_files=extra).eval()
        self.card = json.loads(extra["model.json"])
        given = self.card["input"]
        self.mean, self.std = (torch.tensor(given[k]).view(1, 3, 1, 1) for k in ("mean", "std"))
        self.stride, self.bgr = given.get("stride", 32), given.get("channels") == "BGR"
        distance = given.get("ground_sample_distance_m", 0)
        known = isinstance(distance, dict)
        self.finest_m, self.coarsest_m = (distance["min"], distance["max"]) if known else (distance, distance)
        self.longest_side = given.get("longest_side", LONGEST_SIDE)
        self.oil = np.array([bool(c.get("oil") or c.get("code")) for c in self.card["classes"]])
        self.codes = np.array([c.get("code", 0) for c in self.card["classes"]])

    def classes(self, picture, distance_m=0.0):
        """The class of each pixel of an RGB picture; `distance_m` is its ground sample distance, 0 where
        that is not known."""
        surest = None
        for scale in self.scales(picture.shape[:2], distance_m):
            found, sureness = self._look(picture, scale)
            if surest is None:
                surest, most = found, sureness
            else:
                surest, most = np.where(sureness > most, found, surest), np.maximum(sureness, most)
        return surest

    def scales(self, shape, distance_m):
        if distance_m and self.coarsest_m:
            few = np.sqrt(MANY_PIXELS / (shape[0] * shape[1]))
            scale = np.clip(min(1.0, few), distance_m / self.coarsest_m, distance_m / self.finest_m)
            return [1.0 if scale == 1 else min(2 ** (np.round(12 * np.log2(scale)) / 12), MOST_ENLARGED)]
        longest = max(shape)
        largest = 1 / np.ceil(longest / self.longest_side) if longest > HARDLY_LONGER * self.longest_side else 1.0
        if not self.coarsest_m:
            return [largest]
        step = np.clip(self.coarsest_m / self.finest_m, 2.0, 4.0)
        return [largest * part for part in step ** -np.arange(4.0) if part >= SMALLEST]

    def _look(self, picture, scale):
        """Of each pixel its class and the probability of that."""
        h, w = picture.shape[:2]
        if scale != 1:
            picture = cv2.resize(picture, (max(1, round(w * scale)), max(1, round(h * scale))),
                                 interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        side = TILE if max(picture.shape[:2]) > LONGEST else LONGEST
        rows = [[self._tile(picture[y:y + side, x:x + side]) for x in range(0, picture.shape[1], side)]
                for y in range(0, picture.shape[0], side)]
        found, sureness = (np.vstack([np.hstack([tile[i] for tile in row]) for row in rows]) for i in (0, 1))
        if found.shape != (h, w):
            found = cv2.resize(found, (w, h), interpolation=cv2.INTER_NEAREST)
            sureness = cv2.resize(sureness, (w, h), interpolation=cv2.INTER_LINEAR)
        return found, sureness

    @torch.inference_mode()
    def _tile(self, picture):
        h, w = picture.shape[:2]
        below, right = -h % self.stride, -w % self.stride
        full = cv2.copyMakeBorder(picture, 0, below, 0, right, cv2.BORDER_REFLECT_101)
        full = full[..., ::-1] if self.bgr else full
        x = torch.from_numpy(np.ascontiguousarray(full)).permute(2, 0, 1)[None].float()
        answer = self.script((x - self.mean) / self.std)
        answer = F.interpolate(answer, full.shape[:2], mode="bilinear", align_corners=False)
        sureness, found = answer[0].max(0)
        return found.numpy()[:h, :w].astype(np.uint8), sureness.numpy()[:h, :w]
