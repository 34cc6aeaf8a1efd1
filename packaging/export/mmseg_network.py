"""The part of the export that knows mmsegmentation (1.x). Where it is not installed, Sheen's tests use a stand-in."""

import importlib.machinery
import importlib.util
import sys
import types

import torch


class NotCompiled(types.ModuleType):
    """In place of mmcv's compiled operators: mmsegmentation asks for all of them, its common networks use none."""

    def __init__(self, name):
        super().__init__(name)
        self.__spec__ = importlib.machinery.ModuleSpec(name, None)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)

        def missing(*_, **__):
            raise SystemExit(f"This network uses {name}, which mmcv-lite does not have. Install mmcv in its place.")
        return missing


if importlib.util.find_spec("mmcv") and not importlib.util.find_spec("mmcv._ext"):
    sys.modules["mmcv._ext"] = NotCompiled("mmcv._ext")

from mmengine.config import Config  # noqa: E402
from mmengine.model import revert_sync_batchnorm  # noqa: E402
from mmseg.apis import init_model  # noqa: E402


class Logits(torch.nn.Module):
    """From a normalised picture to logits, without what mmsegmentation does before and after."""

    def __init__(self, model):
        super().__init__()
        if isinstance(model.decode_head, torch.nn.ModuleList):
            raise SystemExit("A network with several heads in a row is not exported by --mmseg: use --factory.")
        self.backbone = model.backbone
        self.neck = model.neck if model.with_neck else torch.nn.Identity()
        self.head = model.decode_head

    def forward(self, x):
        logits = self.head(self.neck(self.backbone(x)))
        if getattr(self.head, "align_corners", False):  # Sheen enlarges otherwise
            logits = torch.nn.functional.interpolate(logits, x.shape[2:], mode="bilinear", align_corners=True)
        return logits


def input_of(preprocessor):
    """The card's input, as SegDataPreProcessor makes it: what its settings leave out, it does not do."""
    # Pictures come from mmcv as BGR, and either setting turns the channels round.
    turned = preprocessor.get("bgr_to_rgb") or preprocessor.get("rgb_to_bgr")
    normalised = preprocessor.get("mean") is not None
    return {"channels": "RGB" if turned else "BGR",
            "mean": list(preprocessor["mean"]) if normalised else [0, 0, 0],
            "std": list(preprocessor["std"]) if normalised else [1, 1, 1],
            "stride": 32}


def load(config, checkpoint):
    """The network, and as much of the card as configuration and checkpoint know."""
    configuration = Config.fromfile(config)
    # Batch norm over several graphics cards does not run on a CPU.
    model = revert_sync_batchnorm(init_model(configuration, checkpoint, device="cpu"))
    names = model.dataset_meta["classes"]
    palette = model.dataset_meta.get("palette") or [[(37 * i) % 256, (91 * i) % 256, (53 * i) % 256]
                                                    for i in range(len(names))]
    card = {
        "name": configuration.get("experiment_name", type(model.backbone).__name__),
        "input": input_of(configuration.model.get("data_preprocessor") or {}),
        "output": {"kind": "logits"},
        "classes": [{"value": value, "name": name, "colour": "#%02x%02x%02x" % tuple(palette[value])}
                    for value, name in enumerate(names)],
    }
    if model.decode_head.out_channels == 1:
        raise SystemExit("A head with one channel has a threshold of its own: export it with --factory, as two classes.")
    return Logits(model), card
