"""What a model's file means, in Python: Sheen's own mask has to agree with this one (docs/model-card.md)."""

import json
import math
import pathlib

import cv2
import numpy as np
import torch
import torch.nn.functional as functional

import onnx_file


def card_beside(path):
    path = pathlib.Path(path)
    for beside in (path.with_suffix(".json"), pathlib.Path(f"{path}.json")):
        if beside.is_file():
            return beside.read_bytes()
    raise SystemExit(f"{path} has no card, neither inside nor as {path.stem}.json beside it. See docs/model-card.md.")


def load(path):
    """The network of a TorchScript or ONNX file, and its card."""
    if str(path).endswith(".onnx"):
        card = onnx_file.card_in(pathlib.Path(path).read_bytes())
        return onnx_file.Network(path), json.loads(card or card_beside(path))
    extra = {"model.json": ""}
    network = torch.jit.load(str(path), map_location="cpu", _extra_files=extra).eval().float()
    return network, json.loads(extra["model.json"] or card_beside(path))


def picture_of(path):
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if picture is None:
        raise SystemExit(f"The picture {path} cannot be read. Choose a PNG, JPEG or TIFF file.")
    return picture


def first_tensor(answer):
    if isinstance(answer, torch.Tensor):
        return answer
    if isinstance(answer, dict):
        for name in ("out", "logits", "seg_logits", "masks"):
            if name in answer:
                return first_tensor(answer[name])
        answer = list(answer.values())
    return first_tensor(answer[0])


def output_kind(card):
    return card.get("output", {}).get("kind", "logits")


def fixed_size(description):
    """Width and height of a network that takes one size only."""
    width, height = description.get("width"), description.get("height")
    return (width, height) if width and height else None


def reduction(description, width, height):
    """By what Sheen divides the sides of a picture of which it knows no more than the size."""
    longest = description.get("longest_side")
    if not longest and (description.get("tile") or fixed_size(description)):
        return 1
    longest = longest or 1280
    return 1 if max(width, height) <= 1.25 * longest else math.ceil(max(width, height) / longest)


def in_parts(card, width, height):
    """Whether Sheen looks at such a picture in tiles or in several scales, which is not done here."""
    description = card["input"]
    tile = description.get("tile")
    if description.get("ground_sample_distance_m"):
        return True
    if fixed := fixed_size(description):
        return bool(tile) and (width > fixed[0] or height > fixed[1])
    return max(width, height) / reduction(description, width, height) > (tile or 2048)


def input_geometry(description, width, height):
    """Sizes of the network's input and of the part of it that a picture fills, from the top left corner."""
    if fixed := fixed_size(description):
        scale = min(fixed[0] / width, fixed[1] / height)
        return fixed, tuple(min(max(math.floor(side * scale + 0.5), 1), most)
                            for side, most in zip((width, height), fixed))
    stride = description.get("stride", 32)
    divisor = reduction(description, width, height)
    content = tuple(max(math.floor(side / divisor + 0.5), 1) for side in (width, height))
    return tuple(stride * math.ceil(side / stride) for side in content), content


def network_input(picture, description):
    """A BGR picture as the network takes it, scaled to its size or filled up to its stride; 1 x 3 x height x width."""
    height, width = picture.shape[:2]
    whole, content = input_geometry(description, width, height)
    if content != (width, height):
        reduced = content[0] < width
        picture = cv2.resize(picture, content, interpolation=cv2.INTER_AREA if reduced else cv2.INTER_LINEAR)
    planes = picture.astype(np.float32)
    if description.get("channels", "RGB") == "RGB":
        planes = planes[..., ::-1]
    planes = (planes - np.float32(description["mean"])) / np.float32(description["std"])
    planes = cv2.copyMakeBorder(planes, 0, whole[1] - content[1], 0, whole[0] - content[0], cv2.BORDER_REFLECT_101)
    return torch.from_numpy(np.ascontiguousarray(planes.transpose(2, 0, 1)[None]))


def places(description, width, height):
    """Where the picture's columns and rows lie on the network's input; 0 to 1."""
    whole, content = input_geometry(description, width, height)
    return [(torch.arange(side, dtype=torch.float64) + 0.5) / side * filled / full
            for side, filled, full in zip((width, height), content, whole)]


@torch.inference_mode()
def mask_of(network, card, picture):
    """The class of each pixel of a BGR picture, which is not looked at in tiles."""
    height, width = picture.shape[:2]
    answer = first_tensor(network(network_input(picture, card["input"])))
    planes = answer.double().reshape(-1, *answer.shape[-2:])
    x, y = places(card["input"], width, height)
    kind = output_kind(card)
    if kind == "classes":
        rows, columns = (y * planes.shape[1]).long(), (x * planes.shape[2]).long()
        return planes[0][rows][:, columns].numpy().astype(np.uint8)
    grid = torch.stack(torch.meshgrid(2 * x - 1, 2 * y - 1, indexing="xy"), -1)[None]
    planes = functional.grid_sample(planes[None], grid, padding_mode="border", align_corners=False)[0]
    if planes.shape[0] == 1:
        # Half and half is class 1.
        threshold = 0.5 if kind == "probabilities" else 0.0
        return (planes[0] >= threshold).numpy().astype(np.uint8)
    return planes.argmax(0).numpy().astype(np.uint8)
