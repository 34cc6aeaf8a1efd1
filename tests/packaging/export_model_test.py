"""export_model_test.py SHEEN: exports networks made here, and compares what Sheen and Python make of pictures."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import cv2
    import numpy as np
    import torch
except ImportError as problem:
    print(f"skipped: {problem}")
    sys.exit(77)

top = pathlib.Path(__file__).resolve().parents[2]
export = top / "packaging" / "export"
sys.path.insert(0, str(export))
import compare  # noqa: E402
import reference  # noqa: E402

sheen = sys.argv.pop(1)

networks = """
import torch
from torch import nn

def stage(inputs, outputs, stride):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1), nn.BatchNorm2d(outputs), nn.ReLU())

def body(classes):
    torch.manual_seed(3)
    return nn.Sequential(stage(3, 8, 2), stage(8, 16, 2), nn.Conv2d(16, classes, 1))

class Kind(nn.Module):
    def __init__(self, classes, kind):
        super().__init__()
        self.body, self.kind = body(classes), kind

    def forward(self, x):
        logits = self.body(x)
        if self.kind == "probabilities":
            return {"out": logits.softmax(1)}
        return logits.argmax(1, keepdim=True) if self.kind == "classes" else [logits]

def logits(): return Kind(5, "logits").eval()
def probabilities(): return Kind(5, "probabilities").eval()
def classes(): return Kind(5, "classes").eval()
def one_channel(): return Kind(1, "logits").eval()

class OneSize(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = body(2)

    def forward(self, x):
        return self.body(x) + float(x.shape[2]) * torch.tensor([0.0, 1.0])[None, :, None, None]

def one_size(): return OneSize().eval()

class Placed(nn.Module):  # takes pictures of 160 x 96 pixels alone
    def __init__(self):
        super().__init__()
        self.body, self.places = body(5), nn.Parameter(torch.randn(1, 5, 24, 40))

    def forward(self, x):
        return self.body(x) + self.places

def placed(): return Placed().eval()

class Joined(nn.Module):  # enlarges what it sees in the large to the size that it had when it was exported
    def __init__(self):
        super().__init__()
        self.body = body(5)

    def forward(self, x):
        fine = self.body(x)
        coarse = nn.functional.avg_pool2d(fine, 4)
        return fine + nn.functional.interpolate(coarse, fine.shape[2:], mode="bilinear", align_corners=False)

def joined(): return Joined().eval()

class Undecided(nn.Module):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def forward(self, x):
        return x[:, :1] * 0 + self.value

def undecided_logits(): return Undecided(0.0).eval()
def undecided_probabilities(): return Undecided(0.5).eval()
"""

# What the export uses of mmsegmentation; configurations are JSON here.
stand_in = {
    "mmengine/config.py": """
import json

class Config(dict):
    __getattr__ = dict.__getitem__

    @staticmethod
    def fromfile(path):
        with open(path) as file:
            return json.load(file, object_hook=Config)
""",
    "mmengine/model.py": """
def revert_sync_batchnorm(model):
    return model
""",
    "mmcv/__init__.py": "",
    "mmseg/apis.py": """
from torch import nn

def init_model(configuration, checkpoint, device):
    model = nn.Module()
    model.backbone, model.with_neck, model.decode_head = nn.Conv2d(3, 8, 3, 4, 1), False, nn.Conv2d(8, 3, 1)
    model.dataset_meta = {"classes": ["water", "sheen", "oil"], "palette": [[0, 0, 128], [250, 250, 250], [40, 20, 8]]}
    return model
"""}


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        (self.path / "networks.py").write_text(networks)

    def tearDown(self):
        self.folder.cleanup()

    def run_export(self, card, *arguments, out="model.pt"):
        if card is not None:
            (self.path / "card.json").write_text(json.dumps(card))
            arguments += ("--card", self.path / "card.json")
        program = [sys.executable, "-B", export / "export_model.py"]
        return subprocess.run([*program, "--out", self.path / out, *arguments],
                              env={**os.environ, "PYTHONPATH": str(self.path)},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def export(self, factory, kind="logits", classes=5, out="model.pt", **fields):
        card = {"name": factory,
                "input": {"mean": [123.7, 116.3, 103.5], "std": [58.4, 57.1, 57.4], "stride": 8, **fields},
                "classes": [{"value": i, "name": f"class {i}", "colour": "#%06x" % (i * 40000), "oil": i > 0}
                            for i in range(classes)]}
        if kind:
            card["output"] = {"kind": kind}
        return self.run_export(card, "--factory", f"{self.path}/networks.py:{factory}", "--sheen", sheen, out=out)

    def export_mmseg(self, preprocessor, card=None):
        for name, text in stand_in.items():
            (self.path / name).parent.mkdir(exist_ok=True)
            (self.path / name).write_text(text)
        configuration = {"model": {"data_preprocessor": preprocessor}}
        (self.path / "configuration.json").write_text(json.dumps(configuration))
        done = self.run_export(card, "--mmseg", self.path / "configuration.json", "checkpoint.pth")
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout, reference.load(self.path / "model.pt")[1]

    def noise(self, width, height):
        picture = self.path / f"{width}x{height}.png"
        coarse = np.random.default_rng(4).integers(0, 256, (height // 12, width // 12, 3), dtype=np.uint8)
        cv2.imwrite(str(picture), cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))
        return picture

    def test_masks_agree(self):
        for factory, kind, classes, channels in [("logits", "logits", 5, "RGB"), ("logits", "logits", 5, "BGR"),
                                                 ("probabilities", "probabilities", 5, "RGB"),
                                                 ("classes", "classes", 5, "RGB"), ("one_channel", "logits", 2, "RGB")]:
            with self.subTest(factory=factory, channels=channels):
                done = self.export(factory, kind, classes, channels=channels)
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("% equal", done.stdout)

    def test_masks_of_onnx_agree(self):
        for factory, kind, classes in [("logits", "logits", 5), ("probabilities", "probabilities", 5),
                                       ("one_channel", "logits", 2)]:
            with self.subTest(factory=factory):
                done = self.export(factory, kind, classes, out="model.onnx")
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("% equal", done.stdout)
                self.assertNotIn("width", reference.load(self.path / "model.onnx")[1]["input"])
        self.assertTrue(compare.compare(sheen, self.path / "model.onnx", [self.noise(160, 96)]))

    def test_onnx_of_one_size_says_so_in_its_card(self):
        done = self.export("joined", out="model.onnx")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("640 x 384 pixels alone", done.stdout)
        self.assertIn("% equal", done.stdout)
        given = reference.load(self.path / "model.onnx")[1]["input"]
        self.assertEqual((given["width"], given["height"]), (640, 384))

    def test_large_pictures_are_reduced_alike(self):
        self.assertEqual(self.export("logits").returncode, 0)
        self.assertTrue(compare.compare(sheen, self.path / "model.pt", [self.noise(1920, 1080), self.noise(3000, 4000)]))

    def test_a_trace_that_knows_one_size_is_refused(self):
        done = self.export("one_size", classes=2)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("depends on the size", done.stdout)

    def test_masks_of_a_network_of_one_size_agree(self):
        done = self.export("placed", width=160, height=96)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("% equal", done.stdout)
        pictures = [self.noise(*size) for size in [(160, 96), (90, 70), (400, 700)]]
        self.assertTrue(compare.compare(sheen, self.path / "model.pt", pictures))

    def test_half_and_half_is_class_1(self):
        for kind in ("logits", "probabilities"):
            with self.subTest(kind=kind):
                done = self.export(f"undecided_{kind}", kind, 2)
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("classes [1]", done.stdout)

    def test_a_card_without_output_means_logits(self):
        done = self.export("logits", kind=None)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("% equal", done.stdout)

    def test_noise_fits_into_a_tile(self):
        done = self.export("logits", tile=256)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("% equal", done.stdout)

    def test_what_is_looked_at_in_tiles_is_not_compared(self):
        done = self.export("logits", ground_sample_distance_m=0.5)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("not compared", done.stdout)
        with self.assertRaisesRegex(SystemExit, "several scales"):
            compare.compare(sheen, self.path / "model.pt", [self.noise(160, 96)])

    def test_which_pictures_are_looked_at_in_parts(self):
        for given, size, expected in [({}, (2048, 99), False), ({}, (99, 9999), False),
                                      ({"longest_side": 4096}, (99, 2049), True),
                                      ({"tile": 512}, (512, 512), False), ({"tile": 512}, (513, 99), True),
                                      ({"width": 160, "height": 96}, (4000, 3000), False),
                                      ({"width": 160, "height": 96, "tile": 512}, (160, 96), False),
                                      ({"width": 160, "height": 96, "tile": 512}, (160, 97), True),
                                      ({"ground_sample_distance_m": 0.5}, (64, 64), True)]:
            with self.subTest(given=given, size=size):
                self.assertEqual(reference.in_parts({"input": given}, *size), expected)

    def test_a_card_beside_the_file_and_half_precision(self):
        self.assertEqual(self.export("logits").returncode, 0)
        script = torch.jit.load(str(self.path / "model.pt")).half()
        for card in ("other.json", "other.pt.json"):
            with self.subTest(card=card):
                torch.jit.save(script, str(self.path / "other.pt"))
                (self.path / "card.json").rename(self.path / card)
                self.assertTrue(compare.compare(sheen, self.path / "other.pt", [self.noise(160, 96)]))
                (self.path / card).rename(self.path / "card.json")
        with self.assertRaisesRegex(SystemExit, "has no card"):
            reference.load(self.path / "other.pt")

    def test_mmseg_fills_in_what_the_card_does_not_say(self):
        said, card = self.export_mmseg(
            {"mean": [123.7, 116.3, 103.5], "std": [58.4, 57.1, 57.4], "bgr_to_rgb": True},
            {"name": "mine", "input": {"tile": 512}, "output": {"temperature": 2},
             "classes": [{"value": 2, "oil": True}, {"value": 1, "name": "film", "code": 1}]})
        self.assertNotIn("No class counts as oil", said)
        self.assertEqual(card, {
            "name": "mine",
            "input": {"channels": "RGB", "mean": [123.7, 116.3, 103.5], "std": [58.4, 57.1, 57.4], "stride": 32,
                      "tile": 512},
            "output": {"kind": "logits", "temperature": 2},
            "classes": [{"value": 0, "name": "water", "colour": "#000080"},
                        {"value": 1, "name": "film", "colour": "#fafafa", "code": 1},
                        {"value": 2, "name": "oil", "colour": "#281408", "oil": True}]})

    def test_mmseg_without_a_card_has_no_oil_and_says_so(self):
        said, card = self.export_mmseg({"mean": None, "std": None})
        self.assertIn("No class counts as oil", said)
        self.assertIn('"oil": true', said)
        self.assertEqual(card["input"], {"channels": "BGR", "mean": [0, 0, 0], "std": [1, 1, 1], "stride": 32})

    def test_mmseg_turns_the_channels_round_by_either_setting(self):
        card = self.export_mmseg({"rgb_to_bgr": True, "bgr_to_rgb": False})[1]
        self.assertEqual(card["input"]["channels"], "RGB")

    def test_networks_of_mmsegmentation(self):
        try:
            import mmseg_network  # noqa: F401
            import mmseg
        except ImportError as problem:
            self.skipTest(f"mmsegmentation is not here: {problem}")
        configurations = pathlib.Path(mmseg.__file__).parent / ".mim" / "configs"
        for name, size, out in [("fastscnn/fast_scnn_8xb4-160k_cityscapes-512x1024.py", "576x576", "model.pt"),
                                ("fastscnn/fast_scnn_8xb4-160k_cityscapes-512x1024.py", "576x576", "model.onnx"),
                                ("pidnet/pidnet-s_2xb6-120k_1024x1024-cityscapes.py", "512x384", "model.pt"),
                                ("pidnet/pidnet-s_2xb6-120k_1024x1024-cityscapes.py", "512x384", "model.onnx"),
                                ("segformer/segformer_mit-b0_8xb2-160k_ade20k-512x512.py", "512x512", "model.pt"),
                                ("segformer/segformer_mit-b0_8xb2-160k_ade20k-512x512.py", "512x512", "model.onnx")]:
            with self.subTest(name=name, out=out):
                checkpoint = self.random_checkpoint(configurations / name)
                card = {"name": name, "classes": [{"value": 2, "oil": True}]}
                done = self.run_export(card, "--mmseg", self.path / "network.py", checkpoint, "--size", size, "--sheen",
                                       sheen, "--picture", self.noise(*(int(side) for side in size.split("x"))), out=out)
                if name.startswith("segformer") and out == "model.onnx" and done.returncode != 0:
                    self.assertIn("OpenCV does not run this network as ONNX", done.stdout)  # an old OpenCV
                    continue
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("% equal", done.stdout)

    def random_checkpoint(self, configuration):
        """A network of a configuration with random weights that tell classes apart; its configuration too."""
        from mmengine.config import Config
        from mmengine.model import revert_sync_batchnorm
        from mmseg.apis import init_model
        settings = Config.fromfile(configuration)

        def without_downloads(part):
            if isinstance(part, dict):
                part.pop("init_cfg", None)
                part.pop("pretrained", None)
            for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
                without_downloads(one)

        without_downloads(settings.model)
        settings.dump(self.path / "network.py")
        torch.manual_seed(7)
        model = revert_sync_batchnorm(init_model(settings, device="cpu"))
        for module in model.modules():
            if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                torch.nn.init.uniform_(module.weight, 0.5, 1.5)
                torch.nn.init.normal_(module.bias, std=0.3)
                torch.nn.init.uniform_(module.running_var, 0.2, 1)
        torch.nn.init.normal_(model.decode_head.conv_seg.weight, std=1)
        names = [f"class {i}" for i in range(model.decode_head.num_classes)]
        palette = [[i, 2 * i % 256, 0] for i in range(len(names))]
        torch.save({"state_dict": model.state_dict(), "meta": {"dataset_meta": {"classes": names, "palette": palette}}},
                   self.path / "checkpoint.pth")
        return self.path / "checkpoint.pth"

    def test_the_shipped_model(self):
        picture = self.path / "sea.png"
        rng = np.random.default_rng(4)
        sea = cv2.resize(rng.integers(30, 140, (45, 80, 3), dtype=np.uint8), (1280, 720), interpolation=cv2.INTER_CUBIC)
        cv2.ellipse(sea, (600, 400), (260, 90), 20, 0, 360, (40, 46, 52), cv2.FILLED)
        cv2.imwrite(str(picture), sea)
        self.assertTrue(compare.compare(sheen, top / "resources/models/sheen-compact.pt", [picture]))


if __name__ == "__main__":
    unittest.main()
