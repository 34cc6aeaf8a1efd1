#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores on held-out shards, the caution that suits, the softmax temperature, and false oil on
oil-free scenes."""

import argparse
import glob
import json

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from network import OilFirst, SheenCompact
from train import MEAN, STD, is_grey, tensors

NAMES = ["water", "sheen", "rainbow", "metallic", "true colour, discontinuous",
         "true colour, continuous", "emulsion", "ship or structure", "land, foam or other"]
LEAST_AREAS = (150, 600)    # pixels; smaller detections do not count. The application drops the
                            # first by default, the second is a spot of 25 x 25 pixels
CAUTIONS = np.arange(-2.0, 4.01, 0.25)
MOST_FALSE_OIL = 0.01       # share of pixels that a caution may leave on oil-free scenes
BINS = 15


def load(path, caution=(0.0, 0.0)):
    model = SheenCompact()
    model.load_state_dict(torch.load(path)["state"])
    grey = MEAN[2] / STD[2] - MEAN[0] / STD[0]
    return OilFirst(model, tuple(caution), grey).eval().to(memory_format=torch.channels_last)


def scenes(folders, limit):
    """Pictures and labels of the shards, four at a time, at most `limit` of each folder."""
    for folder in folders:
        left = limit
        for name in sorted(glob.glob(f"{folder}/*-labels.npy")):
            labels = np.load(name, mmap_mode="r")[:left]
            pictures = np.load(name.replace("labels", "pictures"), mmap_mode="r")[:left]
            left -= len(labels)
            for i in range(0, len(labels), 4):
                yield pictures[i:i + 4], labels[i:i + 4]


@torch.inference_mode()
def logits_of(model, pictures):
    small = model(tensors(pictures))
    return F.interpolate(small, pictures.shape[1:3], mode="bilinear", align_corners=False)


@torch.inference_mode()
def odds_of_oil(model, folders, limit, infrared):
    """For each caution: pixels of oil found, of oil missed, of water taken for oil, and water, in
    the scenes of one sensor."""
    counts = np.zeros((len(CAUTIONS), 4), np.int64)
    for pictures, labels in scenes(folders, limit):
        kept = [i for i, picture in enumerate(pictures) if is_grey(picture) == infrared]
        if not kept:
            continue
        logits = model(tensors(pictures[kept]))
        rest = torch.cat([logits[:, :1], logits[:, 7:]], 1).logsumexp(1)
        odds = (logits[:, 1:7].logsumexp(1) - rest).numpy()
        truth = labels[kept][:, 1::4, 1::4]
        oil = np.sort(odds[(truth > 0) & (truth < 7)])
        water = np.sort(odds[truth == 0])
        missed = np.searchsorted(oil, CAUTIONS)
        counts += np.stack([oil.size - missed, missed,
                            water.size - np.searchsorted(water, CAUTIONS),
                            np.full(len(CAUTIONS), water.size)], 1)
    return counts.T


def fit_caution(model, folders, oil_free, limit, infrared):
    """The caution with the best IoU of oil that keeps false oil rare."""
    found, missed, false, _ = odds_of_oil(model, folders, limit, infrared)
    _, _, wrong, water = odds_of_oil(model, oil_free, limit, infrared)
    share, iou = wrong / np.maximum(water, 1), found / np.maximum(found + missed + false, 1)
    for row in zip(CAUTIONS, share, iou):
        print("caution %5.2f false oil %.4f IoU %.3f" % row)
    allowed = share <= max(MOST_FALSE_OIL, share.min())
    return float(CAUTIONS[int(np.argmax(np.where(allowed, iou, -1)))])


def fit_temperature(samples):
    """The temperature with the least negative log-likelihood on sampled pixels."""
    logits, labels = (torch.cat(part) for part in zip(*samples))
    tries = np.exp(np.linspace(np.log(0.4), np.log(2.5), 60))
    losses = [F.cross_entropy(logits / float(t), labels).item() for t in tries]
    return float(tries[int(np.argmin(losses))])


def calibration_error(samples, temperature):
    logits, labels = (torch.cat(part) for part in zip(*samples))
    confidence, answer = (logits / temperature).softmax(1).max(1)
    bins = (confidence * BINS).long().clamp(max=BINS - 1)
    right, error = (answer == labels).float(), 0.0
    for b in range(BINS):
        inside = bins == b
        if inside.any():
            gap = (right[inside].mean() - confidence[inside].mean()).abs()
            error += gap.item() * inside.float().mean().item()
    return error


def intersection_over_union(counts):
    both = counts.diagonal().astype(float)
    either = counts.sum(0) + counts.sum(1) - counts.diagonal()
    return np.where(either > 0, both / np.maximum(either, 1), np.nan)


def grouped(counts, groups):
    """Counts with classes put together; group -1 is left out."""
    out = np.zeros((max(groups) + 1,) * 2, np.int64)
    for i, a in enumerate(groups):
        for j, b in enumerate(groups):
            if a >= 0 and b >= 0:
                out[a, b] += counts[i, j]
    return out


def score(model, folders, limit):
    counts, fit, check = np.zeros((9, 9), np.int64), [], []
    for number, (pictures, labels) in enumerate(scenes(folders, limit)):
        logits = logits_of(model, pictures)
        truth = torch.as_tensor(labels.astype(np.int64))
        pairs = (truth * 9 + logits.argmax(1)).flatten()
        counts += torch.bincount(pairs, minlength=81).reshape(9, 9).numpy()
        thin = logits.permute(0, 2, 3, 1)[:, 3::16, 3::16].reshape(-1, 9)
        (fit if number % 2 else check).append((thin, truth[:, 3::16, 3::16].reshape(-1)))
    temperature = fit_temperature(fit)
    codes = intersection_over_union(grouped(counts, [0, 1, 2, 3, 4, 4, 0, 0, 0]))[1:5]
    return {
        "iou": {n: round(float(v), 3) for n, v in zip(NAMES, intersection_over_union(counts))},
        "mean_iou_codes_4_and_5_as_one": round(float(codes.mean()), 3),
        "oil_against_water": round(float(intersection_over_union(
            grouped(counts, [0, 1, 1, 1, 1, 1, 1, 0, 0]))[1]), 3),
        "pixel_accuracy": round(float(counts.diagonal().sum() / counts.sum()), 3),
        "expected_calibration_error": round(calibration_error(check, temperature), 3),
    }, temperature, counts


def false_oil(model, folders, limit):
    """Share of oil-free scenes' pixels called oil, and of scenes without any detection."""
    wrong = pixels = wrong_water = water = total = 0
    clean = dict.fromkeys(LEAST_AREAS, 0)
    for pictures, labels in scenes(folders, limit):
        oil = logits_of(model, pictures).argmax(1)
        oil = ((oil > 0) & (oil < 7)).numpy().astype(np.uint8)
        wrong, pixels, total = wrong + int(oil.sum()), pixels + oil.size, total + len(oil)
        wrong_water, water = wrong_water + int(oil[labels == 0].sum()), water + (labels == 0).sum()
        for mask in oil:
            areas = cv2.connectedComponentsWithStats(mask)[2][1:, cv2.CC_STAT_AREA]
            for least in LEAST_AREAS:
                clean[least] += not (areas >= least).any()
    result = {"false_oil_pixels_on_oil_free_scenes": round(wrong / pixels, 4),
              "false_oil_on_water_of_oil_free_scenes": round(float(wrong_water / water), 4)}
    for least, number in clean.items():
        result[f"oil_free_scenes_without_detection_of_{least}_pixels"] = round(number / total, 3)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("--held-out", nargs="+", required=True, help="folders: the main scores")
    parser.add_argument("--oil-free", nargs="+", required=True)
    parser.add_argument("--part", nargs="*", default=[], metavar="NAME=FOLDER",
                        help="further sets to score by themselves")
    parser.add_argument("--limit", type=int, default=400, help="scenes of each set at most")
    parser.add_argument("--caution", type=float, nargs=2, metavar=("COLOUR", "INFRARED"),
                        help="else what suits these sets best")
    parser.add_argument("--out", help="write the scores here (JSON)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    parts = dict(p.split("=", 1) for p in args.part)
    caution = args.caution
    if caution is None:
        folders = list(parts.values()) + args.held_out
        caution = [fit_caution(load(args.checkpoint), folders, args.oil_free, args.limit, infrared)
                   for infrared in (False, True)]
    model = load(args.checkpoint, caution)
    scores, temperature, counts = score(model, args.held_out, args.limit)
    scores.update(false_oil(model, args.oil_free, args.limit))
    result = {"caution": caution, "temperature": round(temperature, 3),
              "scores": {"held_out": scores}}
    for name, folder in parts.items():
        part = score(model, [folder], args.limit)[0]
        result["scores"]["held_out_" + name] = {
            k: part[k] for k in ("oil_against_water", "mean_iou_codes_4_and_5_as_one", "iou")}
    text = json.dumps(result, indent=1)
    print(text)
    print((100 * counts / np.maximum(counts.sum(1, keepdims=True), 1)).astype(int))
    if args.out:
        with open(args.out, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
