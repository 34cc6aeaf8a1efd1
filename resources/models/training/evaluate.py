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

from network import NETWORKS, OilFirst
from train import INFRARED_CLASSES, is_grey, tensors

NAMES = ["water", "sheen", "rainbow", "metallic", "true colour, discontinuous",
         "true colour, continuous", "emulsion", "ship or structure", "land, foam or other"]
INFRARED_NAMES = ["water", "oil", "ship or structure", "land or other"]
LEAST_AREAS = (150, 600)    # pixels; smaller detections do not count. The application drops the
                            # first by default, the second is a spot of 25 x 25 pixels
CAUTIONS = np.arange(-2.5, 1.01, 0.5)
SEEDS = np.arange(0.0, 4.01, 0.25)    # above the caution
MOST_FALSE_OIL = 0.01       # share of the pixels of oil-free scenes that may be marked
LEAST_CLEAN_SCENES = 0.8    # share of oil-free scenes that nothing may be marked in,
DEAREST_CALM = 0.94         # unless that costs more than this leaves of the IoU
ABOUT_AS_GOOD = 0.01        # of IoU
BINS = 15


def load(path, caution=0.0, seed=-100.0, temperature=1.0):
    state = torch.load(path)
    network = NETWORKS[state["sensor"]]()
    network.load_state_dict(state["state"])
    model = OilFirst(network, caution, seed)
    model.temperature = temperature
    return model.eval().to(memory_format=torch.channels_last)


def scenes(folders, limit, infrared):
    """Pictures and labels of one sensor in the shards, four at a time, at most `limit` of each
    folder."""
    for folder in folders:
        kept = []
        for name in sorted(glob.glob(f"{folder}/*-labels.npy")):
            labels = np.load(name, mmap_mode="r")
            pictures = np.load(name.replace("labels", "pictures"), mmap_mode="r")
            kept += [(p, INFRARED_CLASSES[t] if infrared else t) for p, t in zip(pictures, labels)
                     if is_grey(p) == infrared]
        for i in range(0, len(kept[:limit]), 4):
            pictures, labels = zip(*kept[i:min(i + 4, limit)])
            yield np.stack(pictures), np.stack(labels)


@torch.inference_mode()
def answer_to(model, pictures):
    """Probabilities of the classes at the pictures' size, enlarged as the application does it."""
    small = model(tensors(pictures))
    return F.interpolate(small, pictures.shape[1:3], mode="bilinear", align_corners=False)


@torch.inference_mode()
def oil_marked(model, folders, limit, infrared):
    """For each caution and seed: pixels of oil found, of oil missed, of water taken for oil, of all that
    is taken for oil, and of all; scenes without a patch of the least area."""
    counts, clean = np.zeros((len(CAUTIONS), len(SEEDS), 5)), np.zeros((len(CAUTIONS), len(SEEDS)))
    number = 0
    for pictures, labels in scenes(folders, limit, infrared):
        logits = model.network(tensors(pictures))
        rest = logits.shape[1] - 2
        others = torch.cat([logits[:, :1], logits[:, rest:]], 1).logsumexp(1)
        odds = (logits[:, 1:rest].logsumexp(1) - others)[:, None]
        truth = labels[:, 1::4, 1::4]
        oil, water = (truth > 0) & (truth < rest), truth == 0
        number += len(truth)
        for i, caution in enumerate(CAUTIONS):
            for picture, is_oil, is_water in zip(odds - caution, oil, water):
                film, surest = (picture[0] > 0).numpy(), surest_along(picture).numpy()
                for k, seed in enumerate(SEEDS):
                    marked = film & (surest > seed)
                    counts[i, k] += [(marked & is_oil).sum(), (~marked & is_oil).sum(),
                                     (marked & is_water).sum(), marked.sum(), marked.size]
                    clean[i, k] += not has_patch(marked, LEAST_AREAS[0] / 16)
    return counts, clean / max(1, number)


def surest_along(odds):
    """Of each place (h, w) the surest odds to be found along its film, as OilFirst.hangs_together follows it, but
    however far: so that all seeds are tried at once."""
    film = F.max_pool2d((odds > 0).float(), 2, ceil_mode=True)[0].numpy().astype(np.uint8)
    sure = F.max_pool2d(F.avg_pool2d(odds[None], 3, 1, 1), 2, ceil_mode=True)[0, 0].numpy()
    number, parts = cv2.connectedComponents(film, connectivity=8)
    most = np.full(number, -np.inf, np.float32)
    np.maximum.at(most, parts, sure)
    most[0] = -np.inf
    along = torch.from_numpy(most[parts])[None, None]
    return F.interpolate(along, scale_factor=2.0, mode="nearest")[0, 0, :odds.shape[1], :odds.shape[2]]


def has_patch(mask, least):
    areas = cv2.connectedComponentsWithStats(mask.astype(np.uint8))[2][1:, cv2.CC_STAT_AREA]
    return bool((areas >= least).any())


def fit_caution(model, folders, oil_free, limit, infrared):
    """The caution and seed that find oil best while false oil stays rare. Of pairs that are about
    as good the least cautious: a false film is deleted sooner than a missed one is found."""
    counts, _ = oil_marked(model, folders, limit, infrared)
    wrong, clean = oil_marked(model, oil_free, limit, infrared)
    iou = counts[..., 0] / np.maximum(counts[..., :3].sum(-1), 1)
    share = wrong[..., 3] / np.maximum(wrong[..., 4], 1)
    for i, caution in enumerate(CAUTIONS):
        print("caution %5.2f" % caution, " ".join(
            "%.3f/%.3f/%.2f" % row for row in zip(iou[i], share[i], clean[i])))
    rare = np.where(share <= max(MOST_FALSE_OIL, share.min()), iou, -1)
    calm = np.where(clean >= LEAST_CLEAN_SCENES, rare, -1)
    best = calm if calm.max() >= DEAREST_CALM * rare.max() else rare
    caution = np.nonzero((best >= best.max() - ABOUT_AS_GOOD).any(1))[0][0]
    seed = np.nonzero(best[caution] >= best.max() - ABOUT_AS_GOOD)[0][-1]
    return float(CAUTIONS[caution]), float(CAUTIONS[caution] + SEEDS[seed])


@torch.inference_mode()
def fit_temperature(model, folders, limit, infrared):
    """The temperature that makes the winner's probability tell best whether it is right, on every other
    four scenes. (The losers' probabilities mean little: OilFirst decides sharply among them.)"""
    model.temperature, answers, truths = 1.0, [], []
    for number, (pictures, labels) in enumerate(scenes(folders, limit, infrared)):
        if number % 2:
            found = model(tensors(pictures)).log().clamp_min(-30.0)
            answers.append(found.permute(0, 2, 3, 1)[:, ::4, ::4].reshape(-1, found.shape[1]))
            truths.append(torch.as_tensor(labels[:, 1::16, 1::16].astype(np.int64)).flatten())
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
    parser.add_argument("--caution", type=float, nargs=2, metavar=("CAUTION", "SEED"),
                        help="else what suits these sets best")
    parser.add_argument("--out", help="write the scores here (JSON)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    infrared = torch.load(args.checkpoint)["sensor"] == "infrared"
    parts = dict(p.split("=", 1) for p in args.part)
    caution = args.caution or fit_caution(
        load(args.checkpoint), list(parts.values()) + args.held_out, args.oil_free, args.limit,
        infrared)
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
