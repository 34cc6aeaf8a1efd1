"""export_model_test.py SHEEN: exports networks made here, and compares what Sheen and Python make of pictures."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import cv2
    import numpy as np
    import torch  # noqa: F401
except ImportError as problem:
    print(f"skipped: {problem}")
    sys.exit(77)

top = pathlib.Path(__file__).resolve().parents[2]
export = top / "packaging" / "export"
sys.path.insert(0, str(export))
import compare  # noqa: E402

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
"""


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        (self.path / "networks.py").write_text(networks)

    def tearDown(self):
        self.folder.cleanup()

    def export(self, factory, kind="logits", classes=5, channels="RGB"):
        card = {"name": factory,
                "input": {"channels": channels, "mean": [123.7, 116.3, 103.5], "std": [58.4, 57.1, 57.4], "stride": 8},
                "output": {"kind": kind},
                "classes": [{"value": i, "name": f"class {i}", "colour": "#%06x" % (i * 40000), "oil": i > 0}
                            for i in range(classes)]}
        (self.path / "card.json").write_text(json.dumps(card))
        return subprocess.run(
            [sys.executable, "-B", export / "export_model.py", "--factory", f"{self.path}/networks.py:{factory}", "--card",
             self.path / "card.json", "--out", self.path / "model.pt", "--sheen", sheen],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def test_masks_agree(self):
        for factory, kind, classes, channels in [("logits", "logits", 5, "RGB"), ("logits", "logits", 5, "BGR"),
                                                 ("probabilities", "probabilities", 5, "RGB"),
                                                 ("classes", "classes", 5, "RGB"), ("one_channel", "logits", 2, "RGB")]:
            with self.subTest(factory=factory, channels=channels):
                done = self.export(factory, kind, classes, channels)
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("% equal", done.stdout)

    def test_a_trace_that_knows_one_size_is_refused(self):
        done = self.export("one_size", classes=2)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("depends on the size", done.stdout)

    def test_the_shipped_model(self):
        picture = self.path / "sea.png"
        rng = np.random.default_rng(4)
        sea = cv2.resize(rng.integers(30, 140, (45, 80, 3), dtype=np.uint8), (1280, 720), interpolation=cv2.INTER_CUBIC)
        cv2.ellipse(sea, (600, 400), (260, 90), 20, 0, 360, (40, 46, 52), cv2.FILLED)
        cv2.imwrite(str(picture), sea)
        self.assertTrue(compare.compare(sheen, top / "resources/models/sheen-compact.pt", [picture]))


if __name__ == "__main__":
    unittest.main()
