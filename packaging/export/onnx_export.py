"""The part of the export that writes ONNX, and has OpenCV run it as Sheen does."""

import inspect
import io
import json
import pathlib
import sys

import torch

import onnx_file
import reference


class FirstTensor(torch.nn.Module):
    """One answer, in floating point: what OpenCV gives."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x):
        return reference.first_tensor(self.network(x)).float()


def converted(network, given, opset):
    """The bytes of an ONNX file of the network for pictures of the given one's size."""
    written = io.BytesIO()
    # From 2.9 on PyTorch would take another way, which needs more packages and forgets the names.
    older = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    try:
        torch.onnx.export(FirstTensor(network).eval(), (given,), written, opset_version=opset, input_names=["x"],
                          output_names=["out"], **older)
    except Exception as problem:
        raise SystemExit(f"PyTorch cannot write this network as ONNX: {str(problem).splitlines()[0]} Try another "
                         "--opset or --size, or TorchScript (--out NAME.pt).")
    return onnx_file.without_copies(written.getvalue())


@torch.no_grad()
def problem_at(run, network, size):
    """What is wrong with OpenCV's answer to a picture of this size; empty where nothing is."""
    width, height = size
    given = torch.randn(1, 3, height, width)
    wanted = FirstTensor(network)(given)
    try:
        got = run(given)
    except Exception as problem:
        return " ".join(str(problem).split())
    if got.shape != wanted.shape:
        return f"its shape is {list(got.shape)}, not {list(wanted.shape)}"
    off = float((wanted - got).abs().max())
    return "" if off <= 1e-3 * max(1, float(wanted.abs().max())) else f"its numbers are off by up to {off:.2g}"


def save(network, card, sizes, path, opset):
    """Writes the file with its card, and returns the card: with one size where OpenCV runs it at that size alone."""
    first, *others = sizes
    model = converted(network, torch.randn(1, 3, first[1], first[0]), opset)
    pathlib.Path(path).write_bytes(model)
    try:
        run = onnx_file.Network(path)
        problem = problem_at(run, network, first)
    except Exception as error:
        problem = " ".join(str(error).split())
    if problem:
        pathlib.Path(path).unlink()
        raise SystemExit(f"OpenCV does not run this network as ONNX: {problem}. Try another --opset, or TorchScript "
                         "(--out NAME.pt).")
    if any(problem_at(run, network, size) for size in others):
        print(f"OpenCV runs this network at {first[0]} x {first[1]} pixels alone, so that is what its card says. Choose "
              'the size with --size; give "tile" in the card to have larger pictures looked at in tiles of it.',
              file=sys.stderr)
        card = {**card, "input": {**card["input"], "width": first[0], "height": first[1]}}
    pathlib.Path(path).write_bytes(onnx_file.with_card(model, json.dumps(card, ensure_ascii=False)))
    return card
