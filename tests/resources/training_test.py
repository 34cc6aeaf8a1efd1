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
from answering import Model  # noqa: E402
from evaluate import answer_to, load, surest_along  # noqa: E402
from flights import pixels  # noqa: E402
from network import OilFirst  # noqa: E402
from photographs import HELD_OUT, NOT_OIL, Water, names  # noqa: E402
from scene import scene  # noqa: E402

sheen = sys.argv.pop(1)
STAGES = {"colour": "fine", "infrared": "infrared"}
SHIPPED = training.parent / "sheen-compact.pt"


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
                   "--steps", 3, "--seed", 5, "--threads", 1 if sensor == "infrared" else 2)
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

    def test_a_new_infrared_network_leaves_the_shipped_colour_network_as_it_is_to_the_bit(self):
        out = self.work / "with-shipped-colour.pt"
        choice = json.loads((self.work / "infrared.json").read_text(encoding="utf-8"))
        self.do("export_photographic.py", out, "--colour", SHIPPED, "--infrared", self.checkpoint("infrared"),
                self.work / "infrared.json")
        model, shipped = Model(out), Model(SHIPPED)
        for h, w in ((128, 256), (640, 512)):
            coloured = torch.randn(1, 3, h, w, generator=torch.Generator().manual_seed(h))
            self.assertTrue(torch.equal(model.script(coloured), shipped.script(coloured)))
        self.assertEqual(model.card["training"]["colour"], shipped.card["training"]["colour"])
        self.assertEqual(model.card["training"]["infrared"]["steps"], 3)
        self.assertNotIn("infrared in", model.card["architecture"])
        grey = np.repeat(sea(128, 5).mean(2, keepdims=True), 3, 2).astype(np.uint8)
        found = torch.from_numpy(model.classes(grey).astype(np.int64))
        with torch.inference_mode():
            wanted = answer_to(load(self.checkpoint("infrared"), *choice["caution"], choice["temperature"]),
                               grey[None]).argmax(1)[0]
        self.assertGreater((found == torch.tensor([0, 9, 7, 8])[wanted]).float().mean().item(), 0.99)

    def test_the_surest_place_along_a_film_says_what_hangs_together_with_it(self):
        noise = np.random.default_rng(3).normal(0, 1, (96, 131)).astype(np.float32)
        odds = torch.from_numpy(cv2.GaussianBlur(noise, (0, 0), 3) * 12 - 0.4)
        surest = surest_along(odds[None])
        for seed in (0.5, 1.0, 2.0, 3.0):
            kept = OilFirst(torch.nn.Identity(), 0.0, seed).hangs_together(odds[None, None])[0, 0]
            self.assertTrue(torch.equal((odds > 0) & (surest > seed), (odds > 0) & kept))
            self.assertTrue(((odds > 0) & kept).any())
            self.assertTrue(((odds > 0) & ~kept).any())

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


def sea(size, seed):
    """A picture of green water with waves."""
    waves = np.random.default_rng(seed).normal(0, 12, (size, size, 1))
    return np.clip(np.float32([70, 110, 95]) + cv2.GaussianBlur(waves, (0, 0), 2)[..., None] * 4, 0, 255)


def keep(path, picture):
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), picture[..., ::-1].astype(np.uint8))


class OnRealWater(unittest.TestCase):
    """From pictures of water to a model file of the network that looks at real oil, and what it is measured by."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.folder.name)
        cls.data = cls.work / "data"
        rows = ["file,split_group,oil"]
        for number, group in enumerate(("a_sea", "a_sea", HELD_OUT[0])):
            keep(cls.data / "water" / f"{number}.jpg", sea(320, number))
            rows.append(f"{number}.jpg,{group},no")
        (cls.data / "water" / "SOURCES.csv").write_text("\n".join(rows + [""]), encoding="utf-8")
        true = np.zeros((256, 256, 3), np.uint8)
        cv2.circle(true, (128, 128), 60, (255, 255, 255), -1)
        keep(cls.data / "oil" / "pictures" / "01.jpg", np.where(true > 0, [60, 30, 20], sea(256, 9)))
        keep(cls.data / "oil" / "masks" / "01.png", true)
        (cls.data / "oil" / "pictures.csv").write_text("picture,what\n01,a dark patch\n", encoding="utf-8")
        cls.do("render.py", cls.work / "real", "--water", cls.data / "water", "--size", 200, "--shards", 1)
        cls.do("teach.py", cls.work / "state.pt", "--shards", f"{cls.work / 'real'}=1", "--steps", 2,
               "--weights", "none")
        cls.do("choose.py", cls.work / "state.pt", "--data", cls.data, "--out", cls.work / "choice.json")
        cls.shipped = SHIPPED
        cls.model = cls.work / "model.pt"
        cls.exported = cls.do("export_photographic.py", cls.model, "--colour", cls.work / "state.pt",
                              cls.work / "choice.json", "--infrared", cls.shipped)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def do(cls, program, *arguments):
        done = run(program, *arguments)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")
        return done.stdout

    def test_what_is_held_out_is_not_trained_on(self):
        self.assertEqual([p.name for p in names(self.data / "water", False)], ["0.jpg", "1.jpg"])
        self.assertEqual([p.name for p in names(self.data / "water", True)], ["2.jpg"])
        self.assertEqual(len(Water(self.data / "water").pictures), 2)

    def test_scenes_show_oil_on_the_water_and_water_alone(self):
        labels = np.load(next((self.work / "real").glob("*-labels.npy")))
        oiled = ((labels > 0) & (labels < 7)).any((1, 2))
        self.assertTrue(oiled.any())
        self.assertFalse(oiled.all())
        self.assertTrue(((labels < 9) | (labels == NOT_OIL)).all())

    def test_a_training_goes_on_from_its_checkpoint(self):
        before = torch.load(self.work / "state.pt")["steps"]
        self.do("teach.py", self.work / "state.pt", "--shards", f"{self.work / 'real'}=1", "--steps", before + 1,
                "--weights", "none")
        self.assertEqual(torch.load(self.work / "state.pt")["steps"], before + 1)

    def test_the_model_file_answers_any_size_and_keeps_the_infrared_network(self):
        model, other = Model(self.model), Model(self.shipped)
        for h, w in ((90, 130), (480, 640), (721, 1283)):
            self.assertEqual(model.classes(np.zeros((h, w, 3), np.uint8)).shape, (h, w))
        self.assertEqual(model.card["classes"], other.card["classes"])
        grey = np.repeat(sea(256, 5).mean(2, keepdims=True), 3, 2).astype(np.uint8)
        np.testing.assert_array_equal(model.classes(grey), other.classes(grey))

    def test_sheen_reads_the_card(self):
        told = subprocess.run([sheen, "model", "--verify", self.model], capture_output=True, text=True)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("EfficientNet-Lite0", told.stdout)

    def test_the_table_of_measures_leaves_out_what_is_not_there(self):
        told = self.do("real.py", self.model, "--data", self.data)
        self.assertIn("of 1 found", told)
        self.assertIn("of 1 pictures", told)
        self.assertNotIn("nadir-hd", told)

    def test_a_place_straight_below_is_in_the_middle_of_the_picture(self):
        row = {"lat": 35.0, "lon": 129.0, "alt": 600.0, "brg": 40.0, "dep": 90.0, "hfov": 40.0}
        at = pixels(np.array([[129.0, 35.0]]), row, 720, 1280)
        np.testing.assert_allclose(at, [[640, 360]], atol=1e-3)
        north = pixels(np.array([[129.0, 35.001]]), {**row, "brg": 0.0}, 720, 1280)
        self.assertAlmostEqual(north[0, 0], 640, places=3)
        self.assertLess(north[0, 1], 360)


if __name__ == "__main__":
    unittest.main(verbosity=2)
