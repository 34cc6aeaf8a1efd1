#!/usr/bin/env python3
"""Compares the masks that Sheen and Python make of the same pictures with the same TorchScript or ONNX file.

    compare.py MODEL PICTURE... [--sheen PROGRAM] [--least 0.9999]

Needs PyTorch and OpenCV for Python. Prints the share of equal pixels for each picture; exit status 1 where one is
lower than --least. Pictures that Sheen looks at in tiles or in several scales are not compared
(docs/model-card.md), which is an error.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

import cv2

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import reference  # noqa: E402


def sheen_mask(sheen, model, picture):
    with tempfile.TemporaryDirectory() as folder:
        mask = pathlib.Path(folder) / "mask.png"
        subprocess.run([sheen, "model", model, "--device", "cpu", "--picture", picture, "--mask", mask],
                       check=True, stdout=subprocess.DEVNULL)
        return cv2.imread(str(mask), cv2.IMREAD_UNCHANGED)


def compare(sheen, model, pictures, least=0.9999, network=None):
    """Whether all masks agree on `least` of their pixels with those of the file in Python, or of `network`."""
    loaded, card = reference.load(model)
    network = network or loaded
    good = True
    for picture in pictures:
        image = reference.picture_of(picture)
        if reference.in_parts(card, *image.shape[1::-1]):
            raise SystemExit(f"{picture} is not compared: Sheen looks at it in tiles, or in several scales. Choose a "
                             "smaller one; where the card has input.ground_sample_distance_m, none can be compared.")
        wanted = reference.mask_of(network, card, image)
        got = sheen_mask(sheen, model, picture)
        equal = float((wanted == got).mean()) if got.shape == wanted.shape else 0.0
        classes = sorted(set(wanted.ravel().tolist()))
        print(f"{100 * equal:9.4f} % equal, classes {classes}: {picture}")
        good = good and equal >= least
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("pictures", nargs="+")
    parser.add_argument("--sheen", default="sheen")
    parser.add_argument("--least", type=float, default=0.9999)
    arguments = parser.parse_args()
    sys.exit(0 if compare(arguments.sheen, arguments.model, arguments.pictures, arguments.least) else 1)


if __name__ == "__main__":
    main()
