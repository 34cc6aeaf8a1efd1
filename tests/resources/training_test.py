"""training_test.py SHEEN: the programs that made the default model, each run for a moment on small scenes."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import cv2  # noqa: F401
    import numpy as np
    import torch
except ImportError as problem:
    print(f"skipped: {problem}")
    sys.exit(77)

training = pathlib.Path(__file__).resolve().parents[2] / "resources" / "models" / "training"
sys.path.insert(0, str(training))
from evaluate import load  # noqa: E402
from scene import scene  # noqa: E402

sheen = sys.argv.pop(1)
STAGES = {"colour": "fine", "infrared": "infrared"}


def run(program, *arguments):
    return subprocess.run([sys.executable, "-B", training / program, *map(str, arguments)],
                          capture_output=True, text=True)


class Training(unittest.TestCase):
    """From scenes to a model file, and back to a checkpoint."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.folder.name)
        for sensor, stage in STAGES.items():
            small = ("--sensor", sensor, "--shards", 1, "--size", 128)
            cls.do("render.py", cls.work / sensor, *small)
            cls.do("render.py", cls.work / f"{sensor}-held-out", *small, "--held-out")
            cls.do("render.py", cls.work / f"{sensor}-oil-free", *small, "--held-out", "--oil-free")
            cls.do("train.py", cls.checkpoint(sensor), "--shards", cls.work / sensor, "--stage", stage,
                   "--steps", 3, "--seed", 5)
            cls.do("evaluate.py", cls.checkpoint(sensor), "--held-out", cls.work / f"{sensor}-held-out",
                   "--oil-free", cls.work / f"{sensor}-oil-free", "--limit", 8, "--out",
                   cls.work / f"{sensor}.json")
        cls.model = cls.work / "model.pt"
        cls.do("export.py", cls.model, *(a for s in STAGES for a in (
            f"--{s}", cls.checkpoint(s), cls.work / f"{s}.json")))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def do(cls, program, *arguments):
        done = run(program, *arguments)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    @classmethod
    def checkpoint(cls, sensor):
        return cls.work / f"{sensor}.pt"

    def labels(self, folder):
        return np.load(next((self.work / folder).glob("*-labels.npy")))

    def test_a_scene_follows_from_its_number(self):
        first, again = scene(7, 96, 96), scene(7, 96, 96)
        np.testing.assert_array_equal(first[0], again[0])
        np.testing.assert_array_equal(first[1], again[1])
        self.assertTrue((first[0] != scene(7, 96, 96, held_out=True)[0]).any())

    def test_oil_free_scenes_are_free_of_oil_and_others_are_not(self):
        for sensor in STAGES:
            oil = self.labels(f"{sensor}-oil-free")
            self.assertFalse(((oil > 0) & (oil < 7)).any())
            oil = self.labels(sensor)
            self.assertTrue(((oil > 0) & (oil < 7)).any())

    def test_sheen_reads_the_card_of_what_is_exported(self):
        told = subprocess.run([sheen, "model", "--verify", self.model], capture_output=True, text=True)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("Sheen Compact", told.stdout)

    def test_a_checkpoint_out_of_the_model_answers_as_the_one_it_was_made_of(self):
        for sensor, stage in STAGES.items():
            recovered = self.work / f"{sensor}-recovered.pt"
            self.do("recover.py", self.model, recovered, "--shards", self.work / sensor, "--stage", stage)
            pictures = torch.randn(2, 3, 96, 160)
            with torch.inference_mode():
                was, now = (load(path).network(pictures) for path in (self.checkpoint(sensor), recovered))
            self.assertLess((was - now).abs().max().item(), 1e-3 * was.abs().max().item())
            known, before = torch.load(recovered), torch.load(self.checkpoint(sensor))
            for what in ("data", "seed", "steps", "sensor"):
                self.assertEqual(known[what], before[what])

    def test_a_file_of_another_kind_is_refused_with_a_sentence(self):
        other = self.work / "other.pt"
        torch.jit.save(torch.jit.script(torch.nn.Conv2d(3, 2, 1)), str(other),
                       _extra_files={"model.json": json.dumps({})})
        done = run("recover.py", other, self.work / "none.pt", "--shards", self.work / "colour", "--stage",
                   "fine")
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn("Traceback", done.stderr)
        self.assertIn("model file", done.stderr)
        self.assertFalse((self.work / "none.pt").exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
