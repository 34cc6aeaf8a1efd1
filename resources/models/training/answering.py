# SPDX-License-Identifier: GPL-3.0-or-later
"""A finished model file and its card, asked for the oil in a picture much as the application asks it."""

import json

import cv2
import numpy as np
import torch
import torch.nn.functional as F

LONGEST, TILE = 2048, 1024    # pictures longer than the first are looked at in tiles


class Model:
    def __init__(self, path):
        extra = {"model.json": ""}
        self.script = torch.jit.load(str(path), _extra_files=extra).eval()
        self.card = json.loads(extra["model.json"])
        given = self.card["input"]
        self.mean, self.std = (torch.tensor(given[k]).view(1, 3, 1, 1) for k in ("mean", "std"))
        self.stride, self.bgr = given.get("stride", 32), given.get("channels") == "BGR"
        self.distance_m = given.get("ground_sample_distance_m", 0)
        self.oil = np.array([bool(c.get("oil") or c.get("code")) for c in self.card["classes"]])
        self.codes = np.array([c.get("code", 0) for c in self.card["classes"]])

    def classes(self, picture, distance_m=0.0):
        """The class of each pixel of an RGB picture; `distance_m` is its ground sample distance, 0 where
        that is not known."""
        h, w = picture.shape[:2]
        if distance_m and self.distance_m:
            scale = distance_m / self.distance_m
            picture = cv2.resize(picture, None, fx=scale, fy=scale,
                                 interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        side = TILE if max(picture.shape[:2]) > LONGEST else LONGEST
        rows = [np.hstack([self._tile(picture[y:y + side, x:x + side])
                           for x in range(0, picture.shape[1], side)])
                for y in range(0, picture.shape[0], side)]
        return cv2.resize(np.vstack(rows), (w, h), interpolation=cv2.INTER_NEAREST)

    @torch.inference_mode()
    def _tile(self, picture):
        h, w = picture.shape[:2]
        below, right = -h % self.stride, -w % self.stride
        full = cv2.copyMakeBorder(picture, 0, below, 0, right, cv2.BORDER_REFLECT_101)
        full = full[..., ::-1] if self.bgr else full
        x = torch.from_numpy(np.ascontiguousarray(full)).permute(2, 0, 1)[None].float()
        answer = self.script((x - self.mean) / self.std)
        answer = F.interpolate(answer, full.shape[:2], mode="bilinear", align_corners=False)
        return answer[0].argmax(0).numpy()[:h, :w].astype(np.uint8)
