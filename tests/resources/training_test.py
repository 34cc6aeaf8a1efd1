"""training_test.py SHEEN: the programs that made the default model, each run for a moment on small scenes."""

import json
import pathlib
import shutil
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
from crops import Crops, is_grey  # noqa: E402
from evaluate import load  # noqa: E402
from flights import pixels  # noqa: E402
from network import OilFirst  # noqa: E402
from photographs import HELD_OUT, NOT_OIL, Water, names  # noqa: E402
from scene import scene  # noqa: E402

sheen = sys.argv.pop(1)
SENSORS = ("colour", "infrared")
SHIPPED = training.parent / "sheen-compact.pt"


def run(program, *arguments):
    return subprocess.run([sys.executable, "-B", training / program, *map(str, arguments)],
                          capture_output=True, text=True)


def sea(size, seed):
    """A picture of green water with waves."""
    waves = np.random.default_rng(seed).normal(0, 12, (size, size, 1))
    return np.clip(np.float32([70, 110, 95]) + cv2.GaussianBlur(waves, (0, 0), 2)[..., None] * 4, 0, 255)


def grey_sea(size, seed):
    return np.repeat(sea(size, seed).mean(2, keepdims=True), 3, 2).astype(np.uint8)


def keep(path, picture):
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), picture[..., ::-1].astype(np.uint8))


class Training(unittest.TestCase):
    """From pictures of water and rendered scenes to a model file, what it is measured by, and back to a checkpoint."""

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
        for sensor in SENSORS:
            small = ("--sensor", sensor, "--shards", 1, "--size", 192)
            cls.do("render.py", cls.work / sensor, *small)
            cls.do("render.py", cls.work / f"{sensor}-oil-free", *small, "--held-out", "--oil-free")
        cls.train("colour", 2, "--weights", "none")
        shutil.copy(cls.checkpoint("colour"), cls.checkpoint("infrared"))
        cls.train("infrared", 4, "--weights", "none", "--decoder")
        for sensor in SENSORS:
            cls.do("choose.py", cls.checkpoint(sensor), "--data", cls.data, "--out", cls.choice(sensor))
            cls.do("evaluate.py", cls.checkpoint(sensor), "--held-out", cls.work / sensor, "--oil-free",
                   cls.work / f"{sensor}-oil-free", "--limit", 8, "--choice", cls.choice(sensor), "--out",
                   cls.work / f"{sensor}-scores.json")
        cls.model = cls.work / "model.pt"
        cls.exported = cls.export(cls.model, *SENSORS)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def do(cls, program, *arguments):
        done = run(program, *arguments)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")
        return done.stdout

    @classmethod
    def train(cls, sensor, steps, *more):
        cls.do("train.py", cls.checkpoint(sensor), "--sensor", sensor, "--shards", f"{cls.work / 'real'}=1",
               f"{cls.work / sensor}=1", "--steps", steps, *more)

    @classmethod
    def export(cls, path, *judged):
        """The networks of `judged` sensors from their checkpoints, the others from the shipped file."""
        return cls.do("export.py", path, *(a for sensor in SENSORS for a in (
            (f"--{sensor}", cls.checkpoint(sensor), cls.choice(sensor), cls.work / f"{sensor}-scores.json")
            if sensor in judged else (f"--{sensor}", SHIPPED))))

    @classmethod
    def checkpoint(cls, sensor):
        return cls.work / f"{sensor}.pt"

    @classmethod
    def choice(cls, sensor):
        return cls.work / f"{sensor}-choice.json"

    def labels(self, folder):
        return np.load(next((self.work / folder).glob("*-labels.npy")))

    def test_a_scene_follows_from_its_number(self):
        first, again = scene(7, 96, 96), scene(7, 96, 96)
        np.testing.assert_array_equal(first[0], again[0])
        np.testing.assert_array_equal(first[1], again[1])
        self.assertTrue((first[0] != scene(7, 96, 96, held_out=True)[0]).any())

    def test_oil_free_scenes_are_free_of_oil_and_others_are_not(self):
        for sensor in SENSORS:
            oil = self.labels(f"{sensor}-oil-free")
            self.assertFalse(((oil > 0) & (oil < 7)).any())
            oil = self.labels(sensor)
            self.assertTrue(((oil > 0) & (oil < 7)).any())

    def test_scenes_of_a_camera_without_colour_have_none_and_know_oil_alone(self):
        crops = iter(Crops([str(self.work / "real")], [1.0], 3, sensor="infrared"))
        for _ in range(3):
            pictures, labels = next(crops)
            self.assertTrue(all(is_grey(picture) for picture in pictures))
            self.assertTrue(((labels < 4) | (labels == NOT_OIL)).all())

    def test_a_checkpoint_out_of_the_model_answers_as_the_one_it_was_made_of(self):
        for sensor in SENSORS:
            recovered = self.work / f"{sensor}-recovered.pt"
            self.do("recover.py", self.model, recovered, "--shards", self.work / "real", "--sensor", sensor)
            pictures = torch.randn(2, 3, 128, 256)
            with torch.inference_mode():
                was, now = (load(path).network(pictures) for path in (self.checkpoint(sensor), recovered))
            self.assertLess((was - now).abs().max().item(), 1e-3 * was.abs().max().item())
            known, before = torch.load(recovered), torch.load(self.checkpoint(sensor))
            for what in ("data", "seed", "steps", "sensor"):
                self.assertEqual(known[what], before[what])

    def test_one_network_anew_leaves_the_shipped_other_as_it_is_to_the_bit(self):
        shipped, out = Model(SHIPPED), self.work / "with-shipped.pt"
        for anew, kept in (SENSORS, SENSORS[::-1]):
            self.export(out, anew)
            model = Model(out)
            for h, w in ((128, 256), (640, 512)):
                if kept == "colour":
                    picture = torch.randn(1, 3, h, w, generator=torch.Generator().manual_seed(h))
                else:
                    tones = torch.from_numpy(grey_sea(640, 5)[:h, :w]).permute(2, 0, 1)[None].float()
                    picture = (tones - shipped.mean) / shipped.std
                self.assertTrue(torch.equal(model.script(picture), shipped.script(picture)))
            self.assertEqual(model.card["training"][kept], shipped.card["training"][kept])
            self.assertEqual(model.card["calibration"]["caution"][kept], shipped.card["calibration"]["caution"][kept])

    def test_networks_with_one_encoder_share_it_in_the_file(self):
        self.assertLess(self.model.stat().st_size, 12 << 20)

    def test_faint_oil_has_a_lower_limit_than_what_lies_beside_sure_oil(self):
        odds = torch.full((1, 1, 64, 256), -7.0)
        odds[..., 20:40, 20:40] = 5.0
        odds[..., 20:40, 40:60] = -2.0      # a seam of the sure patch
        odds[..., 20:40, 200:240] = -1.0    # a film by itself, with a fainter edge
        odds[..., 20:40, 190:200] = -2.5
        decided = OilFirst(torch.nn.Identity(), -0.5, -1.5, 3.5)
        above = odds - decided.limit(odds)
        shown = ((above > 0) & decided.hangs_together(odds, above))[0, 0]
        self.assertTrue(shown[22:38, 22:38].all())
        self.assertFalse(shown[22:38, 44:58].any())
        self.assertTrue(shown[22:38, 192:238].all())
        self.assertFalse(shown[:, 70:180].any())

    def test_what_hangs_together_with_no_sure_place_is_not_shown(self):
        noise = np.random.default_rng(3).normal(0, 1, (96, 131)).astype(np.float32)
        odds = torch.from_numpy(cv2.GaussianBlur(noise, (0, 0), 3) * 12 - 0.4)
        sure = cv2.blur(odds.numpy(), (3, 3), borderType=cv2.BORDER_CONSTANT)
        for seed in (0.5, 1.0, 2.0, 3.0):
            kept = OilFirst(torch.nn.Identity(), 0.0, seed).hangs_together(odds[None, None], odds[None, None])[0, 0].numpy()
            film = odds.numpy() > 0
            self.assertTrue((film & kept)[film & (sure > seed)].all())
            self.assertTrue((film & kept).any())
            self.assertTrue((film & ~kept).any())

    def test_a_file_of_another_kind_is_refused_with_a_sentence(self):
        other = self.work / "other.pt"
        torch.jit.save(torch.jit.script(torch.nn.Conv2d(3, 2, 1)), str(other),
                       _extra_files={"model.json": json.dumps({})})
        done = run("recover.py", other, self.work / "none.pt", "--shards", self.work / "real")
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn("Traceback", done.stderr)
        self.assertIn("model file", done.stderr)
        self.assertFalse((self.work / "none.pt").exists())

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
        again = self.work / "again.pt"
        shutil.copy(self.checkpoint("colour"), again)
        before = torch.load(again)["steps"]
        self.do("train.py", again, "--shards", f"{self.work / 'real'}=1", "--steps", before + 1, "--weights", "none")
        self.assertEqual(torch.load(again)["steps"], before + 1)

    def test_the_model_file_answers_any_size(self):
        model, other = Model(self.model), Model(SHIPPED)
        for h, w in ((90, 130), (480, 640), (721, 1283)):
            self.assertEqual(model.classes(np.zeros((h, w, 3), np.uint8)).shape, (h, w))
        self.assertEqual(model.card["classes"], other.card["classes"])

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
