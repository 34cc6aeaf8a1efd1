#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores on held-out rendered shards, with the caution, seed and faint that choose.py chose; the softmax temperature; and
false oil on oil-free scenes."""

import argparse
import glob
import json

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from crops import GREY_CLASSES, is_grey
from network import CLASSES, MEAN, STD, OilFirst, Reduced, SheenCompact

NAMES = ["water", "sheen", "rainbow", "metallic", "true colour, discontinuous",
         "true colour, continuous", "emulsion", "ship or structure", "land, foam or other"]
INFRARED_NAMES = ["water", "oil", "ship or structure", "land or other"]
LEAST_AREAS = (150, 600)    # pixels; smaller detections do not count. The application drops the
                            # first by default, the second is a spot of 25 x 25 pixels
BINS = 15


def load(path, caution=0.0, seed=-100.0, faint=0.0):
    state = torch.load(path)
    network = SheenCompact(CLASSES[state["sensor"]])
    network.load_state_dict(state["state"])
    return OilFirst(Reduced(network), caution, seed, faint).eval().to(memory_format=torch.channels_last)


def tensors(pictures):
    """uint8 pictures (n, h, w, 3), RGB, as the input that the card tells of."""
    x = torch.as_tensor(pictures).permute(0, 3, 1, 2).float()
    x = (x - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(STD).view(1, 3, 1, 1)
    return x.contiguous(memory_format=torch.channels_last)


def scenes(folders, limit, infrared):
    """Pictures and labels of one sensor in the shards, four at a time, at most `limit` of each
    folder."""
    for folder in folders:
        kept = []
        for name in sorted(glob.glob(f"{folder}/*-labels.npy")):
            labels = np.load(name, mmap_mode="r")
            pictures = np.load(name.replace("labels", "pictures"), mmap_mode="r")
            kept += [(p, GREY_CLASSES[t] if infrared else t) for p, t in zip(pictures, labels)
                     if is_grey(p) == infrared]
        for i in range(0, len(kept[:limit]), 4):
            pictures, labels = zip(*kept[i:min(i + 4, limit)])
            yield np.stack(pictures), np.stack(labels)


@torch.inference_mode()
def answer_to(model, pictures):
    """Probabilities of the classes at the pictures' size, enlarged as the application does it."""
    small = model(tensors(pictures))
    return F.interpolate(small, pictures.shape[1:3], mode="bilinear", align_corners=False)


def has_patch(mask, least):
    areas = cv2.connectedComponentsWithStats(mask.astype(np.uint8))[2][1:, cv2.CC_STAT_AREA]
    return bool((areas >= least).any())


@torch.inference_mode()
def fit_temperature(model, folders, limit, infrared):
    """The temperature that makes the winner's probability tell best whether it is right, on every other
    four scenes. (The losers' probabilities mean little: OilFirst decides sharply among them.)"""
    model.temperature, answers, truths = 1.0, [], []
    for number, (pictures, labels) in enumerate(scenes(folders, limit, infrared)):
        if number % 2:
            found = answer_to(model, pictures)[:, :, 3::16, 3::16].log().clamp_min(-30.0)
            answers.append(found.permute(0, 2, 3, 1).reshape(-1, found.shape[1]))
            truths.append(torch.as_tensor(labels[:, 3::16, 3::16].astype(np.int64)).flatten())
    answers, truths = torch.cat(answers), torch.cat(truths)
    tries = np.exp(np.linspace(np.log(0.4), np.log(2.5), 60))
    right = (answers.argmax(1) == truths).float()
    losses = [F.binary_cross_entropy((answers / float(t)).softmax(1).amax(1).clamp(max=1.0), right).item()
              for t in tries]
    return round(float(tries[int(np.argmin(losses))]), 3)


def calibration_error(samples):
    """Expected calibration error of confidences and whether they were right."""
    confidence, right = (torch.cat(part) for part in zip(*samples))
    bins, error = (confidence * BINS).long().clamp(max=BINS - 1), 0.0
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


def score(model, folders, limit, infrared):
    names = INFRARED_NAMES if infrared else NAMES
    size = len(names)
    counts, check = np.zeros((size, size), np.int64), []
    for number, (pictures, labels) in enumerate(scenes(folders, limit, infrared)):
        confidence, answer = answer_to(model, pictures).max(1)
        truth = torch.as_tensor(labels.astype(np.int64))
        pairs = (truth * size + answer).flatten()
        counts += torch.bincount(pairs, minlength=size * size).reshape(size, size).numpy()
        if number % 2 == 0:    # the others gave the temperature
            thin = np.s_[:, 3::16, 3::16]
            check.append((confidence[thin].flatten(), (answer == truth)[thin].float().flatten()))
    oil = [0] + [1] * (size - 3) + [0, 0]
    result = {
        "iou": {n: round(float(v), 3) for n, v in zip(names, intersection_over_union(counts))},
        "oil_against_water": round(float(intersection_over_union(grouped(counts, oil))[1]), 3),
        "pixel_accuracy": round(float(counts.diagonal().sum() / counts.sum()), 3),
        "expected_calibration_error": round(calibration_error(check), 3),
    }
    if not infrared:
        codes = intersection_over_union(grouped(counts, [0, 1, 2, 3, 4, 4, 0, 0, 0]))[1:5]
        result["mean_iou_codes_4_and_5_as_one"] = round(float(codes.mean()), 3)
    return result, counts


def false_oil(model, folders, limit, infrared):
    """Share of oil-free scenes' pixels called oil, and of scenes without any detection."""
    wrong = pixels = wrong_water = water = total = 0
    clean = dict.fromkeys(LEAST_AREAS, 0)
    for pictures, labels in scenes(folders, limit, infrared):
        answer = answer_to(model, pictures)
        oil = answer.argmax(1)
        oil = ((oil > 0) & (oil < answer.shape[1] - 2)).numpy()
        wrong, pixels, total = wrong + int(oil.sum()), pixels + oil.size, total + len(oil)
        wrong_water, water = wrong_water + int(oil[labels == 0].sum()), water + (labels == 0).sum()
        for least in LEAST_AREAS:
            clean[least] += sum(not has_patch(mask, least) for mask in oil)
    result = {"false_oil_pixels_on_oil_free_scenes": round(wrong / pixels, 4),
              "false_oil_on_water_of_oil_free_scenes": round(float(wrong_water / water), 4)}
    for least, number in clean.items():
        result[f"oil_free_scenes_without_detection_of_{least}_pixels"] = round(number / total, 3)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", help="its scenes are those of the sensor it was trained for")
    parser.add_argument("--held-out", nargs="+", required=True, help="folders: the main scores")
    parser.add_argument("--oil-free", nargs="+", required=True)
    parser.add_argument("--part", nargs="*", default=[], metavar="NAME=FOLDER",
                        help="further sets to score by themselves")
    parser.add_argument("--limit", type=int, default=400, help="scenes of each set at most")
    parser.add_argument("--choice", required=True, help="as choose.py writes it")
    parser.add_argument("--out", help="write the scores here (JSON)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    infrared = torch.load(args.checkpoint)["sensor"] == "infrared"
    parts = dict(p.split("=", 1) for p in args.part)
    with open(args.choice, encoding="utf-8") as file:
        caution = json.load(file)["caution"]
    model = load(args.checkpoint, *caution)
    model.temperature = fit_temperature(model, args.held_out, args.limit, infrared)
    scores, counts = score(model, args.held_out, args.limit, infrared)
    scores.update(false_oil(model, args.oil_free, args.limit, infrared))
    result = {"sensor": "infrared" if infrared else "colour", "caution": caution,
              "temperature": model.temperature, "scores": {"held_out": scores}}
    for name, folder in parts.items():
        result["scores"]["held_out_" + name] = score(model, [folder], args.limit, infrared)[0]
    text = json.dumps(result, indent=1)
    print(text)
    print((100 * counts / np.maximum(counts.sum(1, keepdims=True), 1)).astype(int))
    if args.out:
        with open(args.out, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
