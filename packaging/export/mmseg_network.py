"""The part of the export that knows mmsegmentation (1.x). Sheen's tests run it with a stand-in for mmsegmentation."""

import torch
from mmengine.config import Config
from mmseg.apis import init_model


class Logits(torch.nn.Module):
    """From a normalised picture to logits, without what mmsegmentation does before and after."""

    def __init__(self, model):
        super().__init__()
        self.backbone = model.backbone
        self.neck = model.neck if model.with_neck else torch.nn.Identity()
        self.head = model.decode_head

    def forward(self, x):
        return self.head(self.neck(self.backbone(x)))


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
    model = init_model(configuration, checkpoint, device="cpu")
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
