#!/usr/bin/env python3
"""Makes a model for Sheen of a network in Python: traces it, checks the trace, writes the card into the file.

    export_model.py --factory FILE.py:FUNCTION [--weights FILE] --card CARD.json --out MODEL.pt
    export_model.py --mmseg CONFIG.py CHECKPOINT --out MODEL.onnx [--card CARD.json]

What --out ends in chooses TorchScript (.pt) or ONNX (.onnx), which OpenCV runs.

FUNCTION takes no arguments and returns a torch.nn.Module. The card is described in docs/model-card.md; with --mmseg
the configuration and the checkpoint fill in what CARD.json does not say: the name, the channels' order, mean and
deviation, and of each class, known by its value, name and colour. Which of the classes are oil, and their appearance
codes, only CARD.json can say, such as {"classes": [{"value": 2, "oil": true}]}; without it no class is oil.

With --sheen PROGRAM the masks of Sheen and of Python are compared afterwards, on --picture FILE or on noise; not where
Sheen looks at that picture in tiles or in several scales.
"""

import argparse
import importlib.util
import json
import pathlib
import sys
import tempfile

import cv2
import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import compare  # noqa: E402
import onnx_export  # noqa: E402
import reference  # noqa: E402


def from_factory(text, weights):
    file, separator, function = text.rpartition(":")
    if not separator:
        raise SystemExit("--factory takes FILE.py:FUNCTION.")
    specification = importlib.util.spec_from_file_location("factory", file)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    network = getattr(module, function)()
    if weights:
        state = torch.load(weights, map_location="cpu", weights_only=True)
        network.load_state_dict(state.get("state_dict", state))
    return network


def merged(known, said):
    """What is said, and what is known where nothing is said; objects by their keys, classes by their values."""
    result = {**known, **said}
    for key in known.keys() & said.keys():
        if isinstance(known[key], dict) and isinstance(said[key], dict):
            result[key] = merged(known[key], said[key])
        elif key == "classes":
            result[key] = merged_classes(known[key], said[key])
    return result


def merged_classes(known, said):
    classes = {one["value"]: one for one in known}
    for one in said:
        if "value" not in one:
            raise SystemExit('Each of "classes" in the card needs a "value". See docs/model-card.md.')
        classes[one["value"]] = merged(classes.get(one["value"], {}), one)
    return list(classes.values())


def is_oil(one):
    return one.get("oil", one.get("code", 0) > 0)


def check(card):
    for field in ("name", "input", "classes"):
        if field not in card:
            raise SystemExit(f'The card has no "{field}". See docs/model-card.md.')
    if not any(is_oil(one) for one in card["classes"]):
        print('No class counts as oil, so that Sheen will find no slicks with this model. Give those of "classes" in '
              'CARD.json that are oil "oil": true, or their "code". See docs/model-card.md.', file=sys.stderr)


def portable(network, sizes):
    """TorchScript of the network; a trace is tried at every size, and refused where it answers otherwise."""
    first, *others = [torch.randn(1, 3, height, width) for width, height in sizes]
    network = network.eval()
    with torch.no_grad():
        script = torch.jit.trace(network, first, strict=False, check_trace=False)
        for given in [first, *others]:
            wanted = reference.first_tensor(network(given))
            got = reference.first_tensor(script(given))
            if wanted.shape != got.shape or not torch.allclose(wanted.float(), got.float(), atol=1e-3, rtol=1e-3):
                size = f"{given.shape[3]} x {given.shape[2]}"
                raise SystemExit(f"The trace answers otherwise than the network at {size} pixels: the network "
                                 "depends on the size of its input. Give the size that it shall have with --size, "
                                 "and input.width and input.height in the card.")
    return script


def sizes_for(card, size):
    given = card["input"]
    if fixed := reference.fixed_size(given):
        return [fixed]
    stride = given.get("stride", 32)
    width, height = (stride * -(-side // stride) for side in size)
    return [(width, height), (width + 2 * stride, height + stride)]


def noise(folder, card):
    """A picture that is no larger than a tile, so that it can be compared."""
    width, height = (min(side, card["input"].get("tile") or side) for side in (637, 359))
    path = pathlib.Path(folder) / "noise.png"
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 256, (24, 40, 3), dtype=np.uint8)
    cv2.imwrite(str(path), cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))
    return str(path)


def compare_masks(sheen, model, card, picture, network):
    height, width = reference.picture_of(picture).shape[:2]
    if reference.in_parts(card, width, height):
        print(f"The masks of Sheen and Python were not compared: Sheen looks at a picture of {width} x {height} pixels "
              "in tiles or in several scales with this card, which Python does not do. The file may be good all the "
              "same.", file=sys.stderr)
    elif not compare.compare(sheen, model, [picture], network=network):
        raise SystemExit("Sheen's mask is not that of Python: do not use the file.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_mutually_exclusive_group(required=True)
    kinds.add_argument("--factory")
    kinds.add_argument("--mmseg", nargs=2, metavar=("CONFIG", "CHECKPOINT"))
    parser.add_argument("--weights")
    parser.add_argument("--card")
    parser.add_argument("--out", required=True)
    parser.add_argument("--size", default="640x384", help="of the picture that the network is traced with")
    parser.add_argument("--opset", type=int, default=11, help="version of ONNX's operators; OpenCV 4.6 knows up to 13")
    parser.add_argument("--sheen")
    parser.add_argument("--picture")
    arguments = parser.parse_args()

    card = json.loads(pathlib.Path(arguments.card).read_text()) if arguments.card else {}
    if arguments.mmseg:
        import mmseg_network
        network, known = mmseg_network.load(*arguments.mmseg)
        card = merged(known, card)
    else:
        network = from_factory(arguments.factory, arguments.weights)
    check(card)

    size = [int(side) for side in arguments.size.split("x")]
    sizes = sizes_for(card, size)
    if arguments.out.endswith(".onnx"):
        card = onnx_export.save(network.eval(), card, sizes, arguments.out, arguments.opset)
    else:
        script = portable(network, sizes)
        torch.jit.save(script, arguments.out, _extra_files={"model.json": json.dumps(card, ensure_ascii=False)})
    print(f"written: {arguments.out}")
    if arguments.sheen:
        with tempfile.TemporaryDirectory() as folder:
            compare_masks(arguments.sheen, arguments.out, card, arguments.picture or noise(folder, card), network)


if __name__ == "__main__":
    main()
