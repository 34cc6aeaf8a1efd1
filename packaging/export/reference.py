"""What a model's file means, in Python: Sheen's own mask has to agree with this one (docs/model-card.md)."""

import json

import cv2
import numpy as np
import torch
import torch.nn.functional as functional


def load(path):
    """The TorchScript network of a file and its card."""
    extra = {"model.json": ""}
    network = torch.jit.load(path, map_location="cpu", _extra_files=extra).eval()
    return network, json.loads(extra["model.json"])


def first_tensor(answer):
    if isinstance(answer, torch.Tensor):
        return answer
    if isinstance(answer, dict):
        for name in ("out", "logits", "seg_logits", "masks"):
            if name in answer:
                return first_tensor(answer[name])
        answer = list(answer.values())
    return first_tensor(answer[0])


def network_input(picture, description):
    """A BGR picture as the network takes it, filled up to its stride; 1 x 3 x height x width."""
    if description.get("width") and description.get("height"):
        raise SystemExit("Networks of one input size are not compared: their pictures are resampled.")
    stride = description.get("stride", 32)
    height, width = picture.shape[:2]
    down, right = -height % stride, -width % stride
    planes = picture.astype(np.float32)
    if description.get("channels", "RGB") == "RGB":
        planes = planes[..., ::-1]
    planes = (planes - np.float32(description["mean"])) / np.float32(description["std"])
    planes = cv2.copyMakeBorder(planes, 0, down, 0, right, cv2.BORDER_REFLECT_101)
    return torch.from_numpy(np.ascontiguousarray(planes.transpose(2, 0, 1)[None]))


@torch.inference_mode()
def mask_of(network, card, picture):
    """The class of each pixel of a BGR picture."""
    given = network_input(picture, card["input"])
    answer = first_tensor(network(given))
    height, width = picture.shape[:2]
    if card["output"]["kind"] == "classes":
        classes = answer.reshape(answer.shape[-2:])[None, None].float()
        classes = functional.interpolate(classes, given.shape[-2:], mode="nearest")
        return classes[0, 0, :height, :width].numpy().astype(np.uint8)
    planes = functional.interpolate(answer.float(), given.shape[-2:], mode="bilinear", align_corners=False)
    if planes.shape[1] == 1:
        threshold = 0.5 if card["output"]["kind"] == "probabilities" else 0.0
        return (planes[0, 0, :height, :width] > threshold).numpy().astype(np.uint8)
    return planes[0, :, :height, :width].argmax(0).numpy().astype(np.uint8)
