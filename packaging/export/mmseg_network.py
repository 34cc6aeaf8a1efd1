"""The part of the export that knows mmsegmentation (1.x). Not run by Sheen's tests, which have no mmsegmentation."""

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


def load(config, checkpoint):
    """The network, and as much of the card as configuration and checkpoint know."""
    configuration = Config.fromfile(config)
    model = init_model(configuration, checkpoint, device="cpu")
    preprocessor = configuration.get("data_preprocessor", configuration.model.get("data_preprocessor", {}))
    names = model.dataset_meta["classes"]
    palette = model.dataset_meta.get("palette") or [[(37 * i) % 256, (91 * i) % 256, (53 * i) % 256]
                                                    for i in range(len(names))]
    card = {
        "name": configuration.get("experiment_name", type(model.backbone).__name__),
        "input": {"channels": "RGB" if preprocessor.get("bgr_to_rgb", True) else "BGR",
                  "mean": list(preprocessor.get("mean", [0, 0, 0])),
                  "std": list(preprocessor.get("std", [1, 1, 1])),
                  "stride": 32},
        "output": {"kind": "logits"},
        "classes": [{"value": value, "name": name, "colour": "#%02x%02x%02x" % tuple(palette[value])}
                    for value, name in enumerate(names)],
    }
    if model.decode_head.out_channels == 1:
        raise SystemExit("A head with one channel has a threshold of its own: export it with --factory, as two classes.")
    return Logits(model), card
