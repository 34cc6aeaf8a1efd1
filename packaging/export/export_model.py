#!/usr/bin/env python3
"""Makes a model for Sheen of a network in Python: traces it, checks the trace, writes the card into the file.

    export_model.py --factory FILE.py:FUNCTION [--weights FILE] --card CARD.json --out MODEL.pt
    export_model.py --mmseg CONFIG.py CHECKPOINT --out MODEL.pt [--card CARD.json]

FUNCTION takes no arguments and returns a torch.nn.Module. The card is described in docs/model-card.md; with --mmseg
what the configuration knows (classes, colours, mean, deviation) is filled in where CARD.json does not say it: which of
the classes are oil, and their appearance codes, only CARD.json can say.

With --sheen PROGRAM the masks of Sheen and of Python are compared afterwards, on --picture FILE or on noise.
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


def portable(network, sizes):
    """TorchScript of the network; a trace is tried at every size, and refused where it answers otherwise."""
    first, *others = [torch.randn(1, 3, height, width) for width, height in sizes]
    network = network.eval()
    with torch.inference_mode():
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
    if given.get("width") and given.get("height"):
        return [(given["width"], given["height"])]
    stride = given.get("stride", 32)
    width, height = (stride * -(-side // stride) for side in size)
    return [(width, height), (width + 2 * stride, height + stride)]


def noise(folder):
    path = pathlib.Path(folder) / "noise.png"
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 256, (24, 40, 3), dtype=np.uint8)
    cv2.imwrite(str(path), cv2.resize(coarse, (637, 359), interpolation=cv2.INTER_CUBIC))
    return str(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_mutually_exclusive_group(required=True)
    kinds.add_argument("--factory")
    kinds.add_argument("--mmseg", nargs=2, metavar=("CONFIG", "CHECKPOINT"))
    parser.add_argument("--weights")
    parser.add_argument("--card")
    parser.add_argument("--out", required=True)
    parser.add_argument("--size", default="640x384", help="of the picture that the network is traced with")
    parser.add_argument("--sheen")
    parser.add_argument("--picture")
    arguments = parser.parse_args()

    card = json.loads(pathlib.Path(arguments.card).read_text()) if arguments.card else {}
    if arguments.mmseg:
        import mmseg_network
        network, known = mmseg_network.load(*arguments.mmseg)
        card = {**known, **card}
    else:
        network = from_factory(arguments.factory, arguments.weights)
    for field in ("name", "input", "output", "classes"):
        if field not in card:
            raise SystemExit(f'The card has no "{field}". See docs/model-card.md.')

    size = [int(side) for side in arguments.size.split("x")]
    script = portable(network, sizes_for(card, size))
    torch.jit.save(script, arguments.out, _extra_files={"model.json": json.dumps(card, ensure_ascii=False)})
    print(f"written: {arguments.out}")
    if arguments.sheen:
        with tempfile.TemporaryDirectory() as folder:
            pictures = [arguments.picture or noise(folder)]
            if not compare.compare(arguments.sheen, arguments.out, pictures):
                raise SystemExit("Sheen's mask is not that of Python: do not use the file.")


if __name__ == "__main__":
    main()
