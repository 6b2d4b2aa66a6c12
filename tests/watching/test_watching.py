"""TensorBoard methods read back by readers of our own, TensorBoard's server; Grad-CAM, saliency."""

import io
import json
import multiprocessing
import os
import struct
import time
import urllib.request
import warnings
import zlib
from functools import cache

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import library, says
from torch import nn

mpl.use("agg")

pytest.importorskip("tensorboard")
from tensorboard import program
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event
from torch.utils.tensorboard import SummaryWriter

run = cache(names_of)  # of what a test does not change


def events(folder):
    """Read the records of the event files of a folder, without TensorBoard's own reader.

    A record is the length (8 bytes), a checksum (4), the message, a checksum (4).
    """
    found = []
    for file in sorted(folder.glob("events.out.tfevents.*")):
        stream = io.BytesIO(file.read_bytes())
        while header := stream.read(12):
            (length,) = struct.unpack("<Q", header[:8])
            found.append(Event.FromString(stream.read(length)))
            stream.read(4)
    return found


def values(folder):
    return {value.tag: value for event in events(folder) for value in event.summary.value}


def png_pixels(data):
    """Decode an 8-bit RGB PNG with zlib alone; return (H, W, 3)."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    place, packed = 8, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour, *_ = struct.unpack(">2I5B", body)
            assert (depth, colour) == (8, 2)
        packed += body if kind == b"IDAT" else b""
        place += length + 12
    raw = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + 3 * width)
    out = np.zeros((height + 1, 3 * width + 3), np.int64)  # a row above and a pixel to the left
    for y, (method, *row) in enumerate(raw.tolist(), start=1):
        for x, byte in enumerate(row, start=3):
            left, up, corner = (int(n) for n in (out[y, x - 3], out[y - 1, x], out[y - 1, x - 3]))
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda n: abs(guess - n))
            out[y, x] = (byte + (0, left, up, (left + up) // 2, paeth)[method]) % 256
    return out[1:, 3:].reshape(height, width, 3)


def array(tensor):
    return np.array(tensor.float_val).reshape([dim.size for dim in tensor.tensor_shape.dim])


def test_numbers(tmp_path):
    rng = np.random.default_rng(0)
    losses = rng.normal(size=20)
    with SummaryWriter(tmp_path) as writer:
        for step, loss in enumerate(losses):
            writer.add_scalar("loss", loss, step * 3)
            writer.add_scalars("both", {"a": loss, "b": 2 * loss}, step)
    scalars = [(e.step, v.simple_value) for e in events(tmp_path) for v in e.summary.value]
    assert scalars == [(3 * i, float(np.float32(x))) for i, x in enumerate(losses)]
    for key, factor in (("a", 1), ("b", 2)):
        found = [v.simple_value for e in events(tmp_path / f"both_{key}") for v in e.summary.value]
        np.testing.assert_allclose(found, factor * losses, rtol=1e-6)


@pytest.mark.parametrize("bins", ["tensorflow", "auto", "fd"])
def test_histograms(tmp_path, bins):
    x = np.random.default_rng(0).normal(size=500)
    with SummaryWriter(tmp_path) as writer:
        writer.add_histogram("x", x, 0, bins=bins)
    found = values(tmp_path)["x"].histo
    np.testing.assert_allclose([found.min, found.max, found.num], [x.min(), x.max(), 500])
    np.testing.assert_allclose([found.sum, found.sum_squares], [x.sum(), (x**2).sum()])
    limits, counts = np.array(found.bucket_limit), np.array(found.bucket)
    assert counts[0] == 0
    assert counts.sum() == 500
    for i in range(1, len(limits)):
        inside = (x >= limits[i - 1]) & (x < limits[i])
        if i == len(limits) - 1:
            inside |= x == limits[i]
        assert counts[i] == inside.sum()


@says("watching/tensorboard/add_image", "The file is PNG, which loses nothing of bytes.")
def test_images_are_without_loss(tmp_path):
    image = torch.from_numpy(np.random.default_rng(0).integers(0, 256, (3, 13, 17), np.uint8))
    with SummaryWriter(tmp_path) as writer:
        writer.add_image("bytes", image)
        writer.add_image("floats", image / 255)
        writer.add_image("turned", image.permute(1, 2, 0), dataformats="HWC")
        writer.add_image("grey", image[0], dataformats="HW")
        writer.add_images("batch", torch.stack([image, image.flip(2)]))
        writer.add_image_with_boxes("boxes", image, torch.tensor([[3, 2, 12, 9]]))
        figure, axes = plt.subplots(figsize=(2, 1), dpi=100)
        axes.plot([0, 1])
        writer.add_figure("figure", figure)
    images = {tag: value.image for tag, value in values(tmp_path).items()}
    found = {tag: png_pixels(image.encoded_image_string) for tag, image in images.items()}
    expected = image.permute(1, 2, 0).numpy()
    for tag in ("bytes", "turned"):
        np.testing.assert_array_equal(found[tag], expected)
    assert abs(found["floats"] - expected).max() <= 1  # 255 * (x / 255) may end below x
    np.testing.assert_array_equal(found["grey"], expected[:, :, [0, 0, 0]])
    np.testing.assert_array_equal(found["batch"], np.hstack([expected, expected[:, ::-1]]))
    assert (found["boxes"][5, 3] == [255, 0, 0]).all()
    inside = (slice(4, 8), slice(6, 10))
    np.testing.assert_array_equal(found["boxes"][inside], expected[inside])
    assert found["figure"].shape == (100, 200, 3)
    assert 0 < (found["figure"] < 128).mean() < 0.5
    assert (images["bytes"].height, images["bytes"].width) == (13, 17)


def test_text_and_settings(tmp_path):
    layout = {"Loss": {"both": ["Multiline", ["a", "b"]]}}
    with SummaryWriter(tmp_path) as writer:
        writer.add_text("notes", "**ä**", 4)
        writer.add_custom_scalars(layout)
        writer.add_hparams({"lr": 0.25, "name": "x"}, {"hparam/acc": 0.5}, run_name=".")
    found = values(tmp_path)
    assert found["notes/text_summary"].tensor.string_val[0].decode() == "**ä**"
    assert found["hparam/acc"].simple_value == 0.5
    assert found["_hparams_/session_start_info"].metadata.plugin_data.plugin_name == "hparams"
    assert b"both" in found["custom_scalars__config__"].tensor.string_val[0]


def test_graph(tmp_path):
    model = nn.Sequential(nn.Linear(4, 8), nn.Tanh())
    with SummaryWriter(tmp_path) as writer, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        writer.add_graph(model, torch.ones(1, 4))
    assert any("`torch.jit.trace` is deprecated" in str(w.message) for w in caught)
    (graph,) = [e.graph_def for e in events(tmp_path) if e.graph_def]
    assert b"aten::linear" in graph
    assert b"aten::tanh" in graph


def test_embedding(tmp_path):
    x = torch.from_numpy(np.random.default_rng(0).normal(size=(7, 3)))
    with SummaryWriter(tmp_path) as writer:
        writer.add_embedding(x, metadata=list("abcdefg"), tag="t")
    folder = tmp_path / "00000" / "t"
    np.testing.assert_allclose(np.loadtxt(folder / "tensors.tsv"), x.numpy())
    assert (folder / "metadata.tsv").read_text().split() == list("abcdefg")


def test_mesh(tmp_path):
    points = torch.from_numpy(np.random.default_rng(0).normal(size=(2, 5, 3))).float()
    with SummaryWriter(tmp_path) as writer:
        writer.add_mesh("m", points)
    found = values(tmp_path)
    assert list(found) == ["m_VERTEX"]
    np.testing.assert_allclose(array(found["m_VERTEX"].tensor), points.numpy(), rtol=1e-6)


@pytest.mark.parametrize("thresholds", [5, 11, 127])
def test_pr_curve(tmp_path, thresholds):
    rng = np.random.default_rng(1)
    labels, scores = rng.integers(0, 2, 200), rng.random(200)
    tp, fp = (
        np.array([((scores >= t) & (labels == k)).sum() for t in np.linspace(0, 1, thresholds)])
        for k in (1, 0)
    )
    rows = [tp, fp, fp[0] - fp, tp[0] - tp, tp / np.maximum(tp + fp, 1e-7), tp / tp[0]]
    with SummaryWriter(tmp_path) as writer:
        writer.add_pr_curve("curve", labels, scores, 0, num_thresholds=thresholds)
        writer.add_pr_curve_raw("raw", *rows, 0, num_thresholds=thresholds)
    for value in values(tmp_path).values():
        np.testing.assert_allclose(array(value.tensor), np.stack(rows), rtol=1e-6)


def test_more_than_127_thresholds_are_cut(tmp_path):
    with SummaryWriter(tmp_path) as writer:
        writer.add_pr_curve("curve", np.array([0, 1]), np.array([0.1, 0.9]), num_thresholds=500)
    assert array(values(tmp_path)["curve"].tensor).shape == (6, 127)


def test_video_needs_moviepy_below_2(tmp_path, capsys):
    video = torch.from_numpy(np.random.default_rng(0).random((1, 3, 3, 8, 8)))
    try:
        import moviepy.editor  # noqa: F401
    except ImportError:
        with SummaryWriter(tmp_path) as writer:
            writer.add_video("clip", video)
        said = capsys.readouterr().out
        assert "add_video needs package moviepy" in said or "moviepy.editor" in said
        assert values(tmp_path)["clip"].WhichOneof("value") is None
    else:
        from PIL import Image

        with SummaryWriter(tmp_path) as writer:
            writer.add_video("clip", video, fps=4)
        image = values(tmp_path)["clip"].image
        clip = Image.open(io.BytesIO(image.encoded_image_string))
        assert (clip.n_frames, clip.size) == (3, (8, 8))


def test_audio(tmp_path):
    wave = torch.sin(torch.arange(100.0)).unsqueeze(0)
    with SummaryWriter(tmp_path) as writer:
        writer.add_audio("beep", wave, sample_rate=8000)
    audio = values(tmp_path)["beep"].audio
    assert (audio.length_frames, audio.sample_rate) == (100, 8000)
    samples = np.frombuffer(audio.encoded_audio_string[-200:], "<i2")
    assert abs(samples / 32767 - wave[0].numpy()).max() < 1 / 32767 + 1e-6


@pytest.fixture
def served(tmp_path):
    """Three runs below one folder, and TensorBoard's own answers about them."""
    for lr in (0.1, 0.2, 0.3):
        with SummaryWriter(tmp_path / f"lr={lr}") as writer:
            writer.add_scalar("loss", lr, 0)
            writer.add_custom_scalars({"first": {"chart": ["Multiline", ["loss"]]}})
            writer.add_custom_scalars({"second": {"chart": ["Multiline", ["loss"]]}})
    board = program.TensorBoard()
    board.configure(
        argv=[None, "--logdir", str(tmp_path), "--port", "0", "--load_fast", "false",
              "--reload_interval", "1"]
    )  # fmt: skip
    url = board.launch()

    def ask(path):
        with urllib.request.urlopen(url + path, timeout=10) as reply:
            return json.load(reply)

    return ask


@says(
    "watching/tensorboard/summary_writer",
    "TensorBoard shows a folder below `--logdir` as a curve of its own: name the folder after "
    "what differs.",
)
@says(
    "watching/tensorboard/add_custom_scalars",
    "Call it once a run: of several layouts the last is shown.",
)
def test_each_folder_is_a_run(served):
    for _ in range(50):
        if len(served("data/runs")) == 3:
            break
        time.sleep(0.2)
    assert served("data/runs") == ["lr=0.1", "lr=0.2", "lr=0.3"]
    points = served("data/plugin/scalars/scalars?run=lr%3D0.2&tag=loss")
    assert points[0][1:] == [0, pytest.approx(0.2)]
    layout = served("data/plugin/custom_scalars/layout")
    assert [category["title"] for category in layout["category"]] == ["second"]


@pytest.mark.skipif(os.name == "nt", reason="needs a process that ends without cleaning up")
def test_what_was_flushed_survives_the_process(tmp_path):
    def write_and_die():
        writer = SummaryWriter(tmp_path)
        for step in range(50):
            writer.add_scalar("loss", step, step)
        writer.flush()
        os._exit(7)

    process = multiprocessing.get_context("fork").Process(target=write_and_die)
    process.start()
    process.join(60)
    assert process.exitcode == 7
    assert len(EventAccumulator(str(tmp_path)).Reload().Scalars("loss")) == 50


@says(
    "watching/tensorboard/export_scalars_to_json",
    "`export_scalars_to_json` is one of tensorboardX, for what `add_scalars` got.",
    "The event file holds the numbers: read it and write that form, `[time, step, value]` by tag.",
)
def test_export_is_that_of_tensorboardx(tmp_path):
    tensorboardx = library("tensorboardX")
    writer = tensorboardx.SummaryWriter(str(tmp_path / "x"))
    for step in range(3):
        writer.add_scalars("loss", {"train": step / 4}, step, walltime=100.0 + step)
    writer.export_scalars_to_json(str(tmp_path / "x.json"))
    writer.close()
    (rows,) = json.loads((tmp_path / "x.json").read_text()).values()
    assert rows == [[100.0 + step, step, step / 4] for step in range(3)]
    (ours,) = run("watching/tensorboard/export_scalars_to_json")["scalars"].values()
    assert [[type(n) for n in row] for row in ours] == [[type(n) for n in row] for row in rows]


def _small_cnn(channels, seed):
    torch.manual_seed(seed)
    layer = nn.Conv2d(channels, 5, 3, padding=1)
    return nn.Sequential(layer, nn.ReLU(), nn.Flatten(), nn.Linear(5 * 36, 3)).double()


@says(
    "watching/pictures/grad_cam",
    "Weigh the maps of a late convolution by their mean gradient, add up, keep what is positive.",
)
@pytest.mark.parametrize("label", [0, 1, 2])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_grad_cam(label, seed):
    """The score is linear in the maps after the ReLU, so the gradient is the weight itself."""
    grad_cam = run("watching/pictures/grad_cam", "Model, trained on single digits")["grad_cam"]
    model = _small_cnn(2, seed)
    image = torch.rand(1, 2, 6, 6, dtype=torch.float64)
    found = grad_cam(model, model[1], image, label)
    assert all(p.grad is None for p in model.parameters())

    maps = np.maximum(
        F.conv2d(image, model[0].weight, model[0].bias, padding=1)[0].detach().numpy(), 0
    )
    gradient = model[3].weight[label].detach().numpy().reshape(5, 6, 6)
    alpha = gradient.sum((1, 2)) / 36
    expected = np.maximum(0, sum(a * m for a, m in zip(alpha, maps, strict=True)))
    torch.testing.assert_close(found, torch.from_numpy(expected), rtol=1e-9, atol=1e-12)


def test_grad_cam_by_autograd():
    """A deep head: the gradient from autograd, written out without hooks."""
    grad_cam = run("watching/pictures/grad_cam", "Model, trained on single digits")["grad_cam"]
    torch.manual_seed(0)
    first = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU())
    last = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(4, 6, 3), nn.BatchNorm2d(6), nn.ReLU())
    head = nn.Sequential(
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(24, 8), nn.Tanh(), nn.Linear(8, 2)
    )
    model = nn.Sequential(first, last, head).double().eval()
    image = torch.rand(1, 1, 8, 20, dtype=torch.float64)
    for label in (0, 1):
        found = grad_cam(model, last, image, label)
        assert found.count_nonzero()
        maps = last(first(image)).detach().requires_grad_()
        (gradient,) = torch.autograd.grad(head(maps)[0, label], maps)
        expected = torch.einsum("k,kij->ij", gradient[0].mean((1, 2)), maps[0]).clamp(min=0)
        torch.testing.assert_close(found, expected.detach(), rtol=1e-9, atol=1e-12)


@says(
    "watching/pictures/saliency_map",
    "How much the score of a class moves when a pixel moves.",
)
@pytest.mark.parametrize("channels", [1, 3])
def test_saliency_map(channels):
    """By differences: between two kinks of the ReLU the score is linear in the image."""
    few = {"images": torch.rand(4, 1, 8, 8), "labels": torch.tensor([0, 1, 2, 3])}
    saliency_of = names_of("watching/pictures/saliency_map", **few)["saliency_of"]
    model = _small_cnn(channels, 0)
    image = torch.rand(1, channels, 6, 6, dtype=torch.float64)
    found = saliency_of(model, image, 1)
    step, expected = 1e-6, np.zeros((channels, 6, 6))
    with torch.no_grad():
        for place in np.ndindex(channels, 6, 6):
            up, down = image.clone(), image.clone()
            up[(0, *place)] += step
            down[(0, *place)] -= step
            expected[place] = (model(up) - model(down))[0, 1] / (2 * step)
    np.testing.assert_allclose(found.numpy(), abs(expected).max(0), rtol=1e-6, atol=1e-9)


@says(
    "watching/pictures/update_ratio",
    "Length of the step over length of the weights, one matrix at a time.",
)
@pytest.mark.parametrize("lr", [0.01, 0.3])
def test_update_ratio(lr):
    """For plain gradient descent the step is the rate times the gradient."""
    few = {"x": torch.rand(20, 64), "y": torch.arange(20) % 10}
    update_ratio = names_of("watching/pictures/update_ratio", **few)["update_ratio"]
    w = torch.from_numpy(np.random.default_rng(0).normal(size=(4, 6))).requires_grad_()
    (w**3).sum().backward()
    before, gradient = w.detach().clone().numpy(), 3 * w.detach().numpy() ** 2
    torch.optim.SGD([w], lr=lr).step()
    expected = lr * np.sqrt((gradient**2).sum()) / np.sqrt((before**2).sum())
    found = update_ratio(torch.from_numpy(before), w.detach())
    np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_first_step_of_adam_over_the_weight():
    few = {"x": torch.rand(20, 64), "y": torch.arange(20) % 10}
    names = names_of("watching/pictures/update_ratio", **few)
    assert names["ratios"][0] > 0.5  # the last learning rate, 0.1


def test_a_dead_unit_stays_dead():
    names = names_of("watching/pictures/dead_relus")
    model, x, y = names["model"], names["x"], names["y"]
    model.zero_grad()
    F.cross_entropy(model(x), y).backward()
    dead = names["share"] == 0
    assert dead.any()
    assert (model[0].weight.grad[dead] == 0).all()
    assert (model[0].bias.grad[dead] == 0).all()
