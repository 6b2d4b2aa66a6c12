"""What the sentences of watching/tensorboard and watching/pictures say."""

import contextlib
import inspect
import io
import itertools
import math
import re
import sys
import types
import warnings
import zipfile
from functools import cache
from pathlib import Path
from unittest.mock import patch

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from support import says
from torch import nn
from torchvision.models import resnet18
from torchvision.utils import make_grid

mpl.use("agg")

pytest.importorskip("tensorboard")
import tensorboard
from tensorboard.backend.event_processing import event_accumulator
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.custom_scalar.layout_pb2 import Layout
from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData
from tensorboard.util.tensor_util import make_ndarray
from torch.utils.tensorboard import SummaryWriter

run = cache(names_of)
TENSORBOARD = Path(tensorboard.__file__).parent


@pytest.fixture
def write(tmp_path):
    """Write by a function of the writer, and read the folder."""

    def log_of(function):
        with SummaryWriter(tmp_path) as writer:
            function(writer)
        return EventAccumulator(str(tmp_path), size_guidance={"histograms": 0}).Reload()

    return log_of


def pixels(log, tag="x"):
    return np.array(Image.open(io.BytesIO(log.Images(tag)[0].encoded_image_string)))


@says(
    "watching/tensorboard",
    "`SummaryWriter` appends to an event file; `tensorboard --logdir runs` shows it while the "
    "run goes on.",
)
def test_one_file_that_grows_and_is_read_while_open(tmp_path):
    writer, log, seen = SummaryWriter(tmp_path), EventAccumulator(str(tmp_path)), []
    for step in range(3):
        writer.add_scalar("loss", step, step)
        writer.flush()
        seen.append(len(log.Reload().Scalars("loss")))
    writer.close()
    assert seen == [1, 2, 3]
    assert len(list(tmp_path.iterdir())) == 1


@says(
    "watching/tensorboard",
    "Most methods take a tag (`loss/train`: the part before the slash makes a section), a value "
    "and a step.",
)
@says(
    "watching/tensorboard/add_scalar", "The part of the tag before a slash makes a section."
)  # fmt: skip
@says("watching/tensorboard/add_scalar", "Tag, value, step.")
def test_tag_and_step_and_the_sections_of_the_page():
    order = list(inspect.signature(SummaryWriter.add_scalar).parameters)
    assert order[1:4] == ["tag", "scalar_value", "global_step"]
    methods = [m for n, m in inspect.getmembers(SummaryWriter) if n.startswith("add_")]
    names = [list(inspect.signature(method).parameters) for method in methods]
    usual = [n for n in names if n[1] in {"tag", "main_tag"} and "global_step" in n]
    assert 0.6 * len(names) < len(usual) < len(names)
    with zipfile.ZipFile(TENSORBOARD / "webfiles.zip") as files:
        page = files.read("index.js").decode()
    (section,) = re.findall(r'function (\w+)\(\w\)\{return \w\.split\("/",1\)\[0\]\}', page)
    assert re.search(rf"={section}\(\w\.tag\);\w\.has\(\w\)\|\|\w\.set\(\w,\{{groupName:", page)


@says(
    "watching/tensorboard/summary_writer",
    "Without `log_dir` it is `runs/`, date, host and `comment`.",
)
def test_default_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with SummaryWriter(comment="-x"), patch("socket.gethostname", return_value="host"):
        pass
    with patch("socket.gethostname", return_value="host"), SummaryWriter(comment="-x") as writer:
        assert re.fullmatch(r"runs/\w{3}\d{2}_\d{2}-\d{2}-\d{2}_host-x", writer.log_dir)


@says(
    "watching/tensorboard/summary_writer",
    "A thread writes in the background: after `flush`, or `close`, which `with` calls, the "
    "values are on disk.",
)
@pytest.mark.parametrize("way", ["flush", "close", "__exit__"])
def test_after_flush_and_close_all_is_on_disk(tmp_path, way):
    writer = SummaryWriter(tmp_path)
    for step in range(200):
        writer.add_scalar("loss", step, step)
    assert writer.file_writer.event_writer._async_writer._worker.is_alive()
    getattr(writer, way)(*([None] * 3 if way == "__exit__" else []))
    assert len(EventAccumulator(str(tmp_path)).Reload().Scalars("loss")) == 200
    if way != "flush":
        assert writer.all_writers is None
    writer.close()


VALUES = [
    3, 0.5, np.float32(2), np.array([2.0]), torch.tensor(4), torch.ones(1, 1),
    torch.tensor(0.5, dtype=torch.bfloat16), torch.tensor(2.0, requires_grad=True),
]  # fmt: skip


@says(
    "watching/tensorboard/add_scalar",
    "The value is a number or a tensor with one element.",
    "Without a step the points are written at step 0, one above the other.",
    "NaN and infinity are written as they are.",
)
@pytest.mark.parametrize("value", [*VALUES, math.nan, math.inf, torch.tensor(-math.inf)], ids=repr)
def test_scalars_as_they_are_at_step_0(write, value):
    log = write(lambda writer: [writer.add_scalar("x", value) for _ in range(2)])
    first, second = log.Scalars("x")
    assert (first.step, second.step) == (0, 0)
    np.testing.assert_equal(first.value, float(torch.as_tensor(value).detach().reshape(())))


@says(
    "watching/tensorboard/add_scalar",
    "The value is a number or a tensor with one element.",
)
@pytest.mark.parametrize("value", [torch.ones(2), torch.ones(0), [1.0], "abc", 1j])
def test_other_scalars_are_refused(write, value):
    with pytest.raises((AssertionError, NotImplementedError, ValueError, TypeError)):
        write(lambda writer: writer.add_scalar("x", value))


@says("watching/tensorboard/add_scalars", "The list of runs grows by that many.")
@pytest.mark.parametrize("keys", [1, 2, 5])
def test_one_folder_a_key(write, tmp_path, keys):
    write(lambda writer: writer.add_scalars("loss", {f"k{i}": i for i in range(keys)}, 0))
    folders = [path.name for path in tmp_path.iterdir() if path.is_dir()]
    assert sorted(folders) == [f"loss_k{i}" for i in range(keys)]


@says(
    "watching/tensorboard/add_scalars",
    "Two tags by `add_scalar` and one `add_custom_scalars` give such a chart within one run.",
)
def test_two_tags_in_one_chart_of_one_run(write, tmp_path):
    layout = {"Loss": {"both": ["Multiline", ["loss/a", "loss/b"]]}}

    def function(writer):
        writer.add_custom_scalars(layout)
        for tag in ("loss/a", "loss/b"):
            writer.add_scalar(tag, 1.0, 0)

    log = write(function)
    assert len(list(tmp_path.iterdir())) == 1
    (event,) = log.Tensors("custom_scalars__config__")
    (chart,) = Layout.FromString(event.tensor_proto.string_val[0]).category[0].chart
    assert list(chart.multiline.tag) == log.Tags()["scalars"]


@says(
    "watching/tensorboard/add_custom_scalars",
    "A layout names categories, charts and the tags in each; the numbers come from `add_scalar`.",
    "`Multiline` draws several tags in one chart, `Margin` a value between a lower and an upper"
    " one.",
    "`add_custom_scalars_multilinechart` and `add_custom_scalars_marginchart` are short forms "
    "for one chart.",
)
@pytest.mark.parametrize("kind", ["Multiline", "Margin"])
def test_short_forms_of_layouts(write, tmp_path, kind):
    tags = ["a", "b", "c"]

    def function(writer):
        short = getattr(writer, f"add_custom_scalars_{kind.lower()}chart")
        short(tags, category="Loss", title="all")
        writer.add_custom_scalars({"Loss": {"all": [kind, tags]}})

    events = write(function).Tensors("custom_scalars__config__")
    short, long = (event.tensor_proto.string_val[0] for event in events)
    assert short == long
    (category,) = Layout.FromString(long).category
    (chart,) = category.chart
    assert (category.title, chart.title) == ("Loss", "all")
    if kind == "Multiline":
        assert list(chart.multiline.tag) == tags
    else:
        (series,) = chart.margin.series
        assert [series.value, series.lower, series.upper] == tags


@says(
    "watching/tensorboard/add_histogram",
    "The shape does not matter.",
    "A NaN among numbers falls into none of the default bins, in silence; NaN alone or an empty"
    " tensor raises ValueError.",
)
@pytest.mark.parametrize("shape", [(), (6,), (2, 3), (1, 2, 3, 1)])
def test_histograms_of_any_shape(write, shape):
    x = torch.rand(shape, generator=torch.Generator().manual_seed(0)).to(torch.bfloat16)
    (event,) = write(lambda writer: writer.add_histogram("x", x)).Histograms("x")
    assert event.histogram_value.num == x.numel()
    assert event.histogram_value.sum == pytest.approx(x.double().sum().item())
    for bad in (x * math.nan, x.reshape(-1)[:0]):
        with pytest.raises(ValueError, match=r"[Hh]istogram is empty|no element"):
            write(lambda writer, bad=bad: writer.add_histogram("x", bad))
    more = torch.cat([x.reshape(-1), torch.tensor([math.nan])])
    (event,) = write(lambda writer: writer.add_histogram("more", more)).Histograms("more")
    assert sum(event.histogram_value.bucket) == x.numel()


@says(
    "watching/tensorboard/add_histogram",
    "The default bins grow by 10% each, fine around zero; `bins` also takes edges or a name that "
    "`numpy.histogram` knows.",
)
@pytest.mark.parametrize("bins", ["auto", "sturges", "sqrt", [0.0, 0.25, 0.5, 1.0]], ids=str)
def test_bins(write, tmp_path, bins):
    with SummaryWriter(tmp_path / "other") as writer:
        edges = np.array(writer.default_bins)
    above = edges[edges > 0]
    np.testing.assert_allclose(above[1:] / above[:-1], 1.1)
    assert np.diff(edges).min() == pytest.approx(1e-13, rel=0.01)
    assert abs(edges[np.diff(edges).argmin()]) < 1e-11
    x = np.random.default_rng(0).random(50)
    (event,) = write(lambda writer: writer.add_histogram("x", x, bins=bins)).Histograms("x")
    counts, _ = np.histogram(x, bins)
    found = [n for n in event.histogram_value.bucket if n]
    assert found == [n for n in counts if n]


@says(
    "watching/tensorboard/add_histogram", "Smallest, largest, sum and sum of squares are kept too."
)
@given(x=st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=20))
def test_moments(x):
    from torch.utils.tensorboard.summary import histogram

    found = histogram("x", np.array(x), [-2e3, 0.0, 2e3]).value[0].histo
    assert (found.min, found.max) == (min(x), max(x))
    moments = [math.fsum(x), math.fsum(a * a for a in x)]
    np.testing.assert_allclose([found.sum, found.sum_squares], moments, rtol=1e-9, atol=1e-9)


@says("watching/tensorboard/add_histogram", "`add_histogram_raw` takes counts made elsewhere.")
def test_raw_histogram(write):
    counts, edges = [2, 0, 5], [1.0, 2.0, 3.0]
    log = write(lambda w: w.add_histogram_raw("x", 0, 3, 7, 9.0, 20.0, edges, counts))
    found = log.Histograms("x")[0].histogram_value
    assert (list(found.bucket), list(found.bucket_limit), found.num) == (counts, edges, 7)


@says(
    "watching/tensorboard/add_image",
    'Expects (C, H, W); other orders by `dataformats="HWC"` or `"HW"`.',
    "Floats are clipped to [0, 1]: divide an image up to 255, undo `Normalize`.",
    "Bytes are in [0, 255].",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.float16, torch.uint8])
def test_images_are_clipped(write, dtype):
    image = torch.tensor([-2.0, 0.0, 0.5, 1.0, 2.0, 255.0]).expand(3, 2, 6)
    image = (image.clamp(min=0) if dtype == torch.uint8 else image).to(dtype)

    def function(writer):
        writer.add_image("x", image)
        writer.add_image("turned", image.permute(1, 2, 0), dataformats="HWC")
        writer.add_image("grey", image[0], dataformats="HW")

    log = write(function)
    expected = [0, 0, 0, 1, 2, 255] if dtype == torch.uint8 else [0, 0, 127, 255, 255, 255]
    for tag in ("x", "turned", "grey"):
        found = pixels(log, tag)
        assert found.shape == (2, 6, 3)
        assert found[1, :, 2].tolist() == expected


@says(
    "watching/tensorboard/add_image_with_boxes",
    "Rows of (x1, y1, x2, y2) in pixels; lines are red and two pixels wide.",
    "`labels` is one string a box, and is dropped where their number differs.",
)
@pytest.mark.parametrize("box", [(8, 4, 40, 28), (3, 10, 20, 30)])
def test_boxes(write, box):
    left, top, right, bottom = box
    image, boxes = torch.zeros(3, 48, 64), torch.tensor([box])

    def function(writer):
        for tag, labels in (("x", None), ("one", ["cat"]), ("two", ["cat", "dog"])):
            writer.add_image_with_boxes(tag, image, boxes, labels=labels)

    log = write(function)
    found = pixels(log)
    red = (found == [255, 0, 0]).all(2)
    row = red[(top + bottom) // 2]
    assert np.flatnonzero(row).tolist() == [left, left + 1, right - 1, right]
    assert (found[~red] == 0).all()
    assert (pixels(log, "two") == found).all()
    assert (pixels(log, "one") != found).any()


@says(
    "watching/tensorboard/add_figure",
    "The figure is closed afterwards; with `close=False` it stays open and keeps its memory.",
)
@pytest.mark.parametrize("close", [{}, {"close": True}, {"close": False}])
def test_figures_are_closed(write, close):
    figure = plt.figure()
    write(lambda writer: writer.add_figure("x", figure, **close))
    assert plt.fignum_exists(figure.number) == (close.get("close") is False)
    plt.close(figure)


@says(
    "watching/tensorboard/add_video",
    "Expects (N, T, C, H, W), floats in [0, 1] or bytes; N clips are laid out as a grid.",
    'It needs `moviepy` below 2 (`pip install "moviepy<2"`): version 2 has no `moviepy.editor`.',
    "Without it nothing is raised: a line is printed and nothing is written.",
)
@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32])
def test_videos(write, dtype):
    frames = []

    class Clip:
        def __init__(self, images, fps):
            frames.extend(images)

        def write_gif(self, name, **_):
            Path(name).write_bytes(b"GIF89a")

    editor = types.SimpleNamespace(ImageSequenceClip=Clip)
    video = torch.arange(4).reshape(4, 1, 1, 1, 1).expand(4, 2, 3, 8, 6).to(dtype)
    video = video / 4 if dtype.is_floating_point else video * 64
    both = {"moviepy": types.SimpleNamespace(editor=editor), "moviepy.editor": editor}
    with patch.dict(sys.modules, both):
        log = write(lambda writer: writer.add_video("x", video))
    assert log.Tags()["images"] == ["x"]
    assert [frame.shape for frame in frames] == [(16, 12, 3)] * 2
    corners = [frames[0][y, x, 0] for y in (0, 15) for x in (0, 11)]
    assert sorted(corners) == pytest.approx([0, 64, 128, 192], abs=1)
    for module in (None, types.ModuleType("moviepy")):  # the second: without an editor
        with (
            patch.dict(sys.modules, {"moviepy": module}),
            contextlib.redirect_stdout(io.StringIO()) as printed,
        ):
            sys.modules.pop("moviepy.editor", None)
            log = write(lambda writer: writer.add_video("lost", video))
        assert printed.getvalue()
        assert "lost" not in log.Tags()["images"]


@says("watching/tensorboard/add_video", "`add_audio` keeps a waveform of shape (1, L) in [-1, 1].")
def test_audio_is_clipped(write, capsys):
    wave = torch.tensor([[0.0, 0.5, 1.0, 3.0, -3.0]])
    log = write(lambda writer: writer.add_audio("x", wave))
    data = log.Audio("x")[0].encoded_audio_string
    found = np.frombuffer(data[-10:], "<i2") / 32767
    np.testing.assert_allclose(found, [0, 0.5, 1, 1, -1], atol=1e-4)
    with pytest.raises(AssertionError, match="1 dimensional"):
        write(lambda writer: writer.add_audio("x", wave.expand(2, 5)))


@says("watching/tensorboard/add_text", "The tag is stored with `/text_summary` behind it.")
@pytest.mark.parametrize("tag", ["notes", "notes/first"])
def test_tags_of_texts(write, tag):
    log = write(lambda writer: writer.add_text(tag, "words"))
    assert log.Tags()["tensors"] == [f"{tag}/text_summary"]


class Branch(nn.Module):
    def forward(self, x):
        return x.relu() if x.sum() > 0 else x.tanh()


class Product(nn.Module):
    def forward(self, x, y):
        return x * y


@says(
    "watching/tensorboard/add_graph",
    "Takes the model and an input and traces it; only the branch that ran is seen.",
    "Tracing is `torch.jit.trace`, which warns that it is deprecated.",
    "Several inputs go in as a tuple.",
)
@pytest.mark.parametrize(
    ("model", "inputs", "op"),
    [
        (Branch(), torch.ones(2), "aten::relu"),
        (Branch(), -torch.ones(2), "aten::tanh"),
        (Product(), (torch.ones(2), torch.ones(2)), "aten::mul"),
    ],
)
def test_graphs(write, model, inputs, op):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        log = write(lambda writer: writer.add_graph(model, inputs))
    assert [n.op for n in log.Graph().node if n.op.startswith("aten::")] == [op]
    assert any("`torch.jit.trace` is deprecated" in str(w.message) for w in caught)


@says(
    "watching/tensorboard/add_embedding",
    "One row a sample, with labels and small pictures if wanted.",
    "It writes plain files beside the event file.",
    "The same tag and step twice prints a warning and overwrites.",
)
@pytest.mark.parametrize("wanted", [(), ("metadata",), ("label_img",), ("metadata", "label_img")])
def test_embeddings(write, tmp_path, capsys, wanted):
    extra = {"metadata": ["a", "b"], "label_img": torch.rand(2, 3, 4, 4)}
    extra = {name: extra[name] for name in wanted}
    names = {"metadata": "metadata.tsv", "label_img": "sprite.png"}
    for value in (1.0, 2.0):
        write(lambda w, value=value: w.add_embedding(torch.full((2, 3), value), tag="t", **extra))
    assert capsys.readouterr().out.startswith("warning: Embedding dir exists")
    folder = tmp_path / "00000" / "t"
    files = {path.name for path in folder.iterdir()}
    assert files == {"tensors.tsv", *(names[name] for name in wanted)}
    np.testing.assert_array_equal(np.loadtxt(folder / "tensors.tsv"), np.full((2, 3), 2.0))


@says(
    "watching/tensorboard/add_embedding",
    "Of labels with more than 50 different values, numbers colour the points by a gradient, words "
    "do not.",
)
def test_colours_of_the_projector():
    file = TENSORBOARD / "plugins/projector/tf_projector_plugin/projector_binary.js"
    page = file.read_text(encoding="utf-8")
    (limit,) = re.findall(r"length>(\w+)&&\(\w\.tooManyUniqueValues=!0\)", page)
    assert re.findall(rf"[ ,]{limit}=(\d+)", page) == ["50"]
    assert re.search(r"\.filter\((\w)=>!\1\.tooManyUniqueValues\|\|\1\.isNumeric\)", page)
    _, numbers = page.split("forceCategoricalColoring||!")
    assert '"gradient"' in numbers[:2000]


@says(
    "watching/tensorboard/add_pr_curve",
    "Labels are 0 or 1, predictions are probabilities, not logits: values outside [0, 1] are lost,"
    " or count as 1.",
    "At most 127 thresholds are kept.",
    "The raw form takes counts that were summed up over batches.",
)
@pytest.mark.parametrize(
    ("lost", "ones"), [([], 0), ([1.5], 0), ([-0.5, 7.0], 0), ([-0.001], 0), ([1.001], 1)]
)
def test_values_outside_of_probabilities_are_lost(write, lost, ones):
    labels = torch.tensor([1, 0, 1, 0] + [1] * ones)
    scores = torch.tensor([0.9, 0.8, 0.3, 0.1] + [1.0] * ones)
    more = torch.cat([scores[:4], torch.tensor(lost)])
    positive = torch.cat([labels[:4], torch.ones(len(lost), dtype=torch.int64)])

    def function(writer):
        writer.add_pr_curve("x", positive, more, num_thresholds=500)
        writer.add_pr_curve("inside", labels, scores, num_thresholds=127)

    log = write(function)
    found, inside = (make_ndarray(log.Tensors(t)[0].tensor_proto) for t in ("x", "inside"))
    assert found.shape == (6, 127)
    np.testing.assert_allclose(found, inside)
    first, second = (make_ndarray(log.Tensors("x")[0].tensor_proto)[:4] for _ in range(2))
    total = write(
        lambda w: w.add_pr_curve_raw("raw", *(first + second), *found[4:], num_thresholds=127)
    )
    raw = make_ndarray(total.Tensors("raw")[0].tensor_proto)
    np.testing.assert_allclose(raw, np.vstack([2 * inside[:4], inside[4:]]))


@says(
    "watching/tensorboard/add_hparams",
    "Values are Python's numbers, strings or booleans (kept as 0 and 1); `None` is left out and a "
    "list is refused.",
)
@pytest.mark.parametrize(
    ("value", "kept"), [(3, 3.0), (0.5, 0.5), (True, 1.0), (False, 0.0), ("adam", "adam")]
)
def test_settings(write, value, kept):
    settings = {"x": value, "left out": None}
    log = write(lambda w: w.add_hparams(settings, {"m": 1.0}, run_name="."))
    content = log.PluginTagToContent("hparams")["_hparams_/session_start_info"]
    found = HParamsPluginData.FromString(content).session_start_info.hparams
    assert list(found) == ["x"]
    assert getattr(found["x"], found["x"].WhichOneof("kind")) == kept
    for refused in ([value], np.float32(1), np.int64(1)):
        with pytest.raises(ValueError, match="should be one of int, float"):
            write(lambda w, refused=refused: w.add_hparams({"x": refused}, {"m": 1.0}))


@says(
    "watching/tensorboard/add_hparams",
    'By default it makes a further folder named by the time; `run_name="."` keeps it with the '
    "curves.",
)
def test_folder_of_the_settings(write, tmp_path):
    write(lambda w: w.add_hparams({"x": 1}, {"m": 1.0}, run_name="."))
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]
    with patch("time.time", return_value=123.5):
        write(lambda w: w.add_hparams({"x": 1}, {"m": 1.0}))
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["123.5"]


@says(
    "watching/tensorboard/export_scalars_to_json",
    "A tag keeps a sample of 10,000 numbers, 4 images, 1 histogram; with 0 in `size_guidance` it "
    "keeps all.",
)
@pytest.mark.parametrize("kind", ["Scalars", "Images", "Histograms"])
def test_samples_of_a_tag(tmp_path, kind):
    kept, default = {"Scalars": 10_000, "Images": 4, "Histograms": 1}[kind], {}
    assert event_accumulator.DEFAULT_SIZE_GUIDANCE[kind.lower()] == kept
    if kind == "Scalars":  # ten thousand take seconds
        kept, default = 3, {"scalars": 3}
    with SummaryWriter(tmp_path) as writer:
        for step in range(kept + 5):
            if kind == "Scalars":
                writer.add_scalar("x", step, step)
            elif kind == "Images":
                writer.add_image("x", torch.zeros(1, 2, 2), step)
            else:
                writer.add_histogram("x", torch.ones(2), step, bins=[0.0, 2.0])
    for guidance, expected in ((default, kept), ({kind.lower(): 0}, kept + 5)):
        log = EventAccumulator(str(tmp_path), size_guidance=guidance).Reload()
        assert len(getattr(log, kind)("x")) == expected


@says("watching/pictures", "`SummaryWriter.add_figure` keeps such a figure with the run.")
def test_figures_of_the_entries(write):
    few = {"images": torch.rand(20, 1, 8, 8), "labels": torch.arange(20) % 10}
    figure = names_of("watching/pictures/feature_maps", **few)["figure"]
    expected = tuple(round(side * figure.dpi) for side in figure.get_size_inches()[::-1])
    found = pixels(write(lambda writer: writer.add_figure("x", figure)))
    assert found.shape == (*expected, 3)
    assert found.std() > 10


@says(
    "watching/pictures/update_ratio",
    "Measure the weights themselves: the length of Adam's step is not that of the gradient.",
)
@given(scale=st.floats(1e-2, 1e6))
def test_adam_does_not_see_the_scale_of_the_gradient(scale):
    w = torch.ones(3, 4, dtype=torch.float64, requires_grad=True)
    w.grad = torch.full_like(w, scale)
    torch.optim.Adam([w], lr=0.01).step()
    torch.testing.assert_close(1 - w.detach(), torch.full_like(w, 0.01), rtol=1e-5, atol=0)


@says(
    "watching/pictures/gradient_histograms",
    "Curves that march to the left toward the input are vanishing gradients, as here with eight"
    " sigmoid layers; ReLU with its own initialisation keeps them together.",
)
@pytest.mark.parametrize("activation", [nn.Sigmoid, nn.ReLU])
def test_gradients_vanish_or_stay(activation):
    few = {"x": torch.rand(50, 64), "y": torch.arange(50) % 10}
    model = names_of("watching/pictures/gradient_histograms", **few)["deep"](activation)
    F.cross_entropy(model(few["x"]), few["y"]).backward()
    sizes = [model[i].weight.grad.abs().mean().item() for i in range(0, 17, 2)]
    if activation is nn.Sigmoid:
        assert all(3 * near < far for near, far in itertools.pairwise(sizes))
    else:
        assert max(sizes) < 10 * min(sizes)


@says("watching/pictures/weight_histograms", "Here they start as drawn and spread.")
@says("watching/pictures/weight_histograms", "without clone: the last")
def test_weights_spread_and_need_a_clone():
    names = names_of("watching/pictures/weight_histograms")
    kept, model = names["kept"], names["model"]
    torch.manual_seed(0)
    fresh = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    assert torch.equal(kept[0], fresh[0].weight)
    assert kept[0].std() < kept[20].std() < kept[100].std()
    view = model[0].weight.detach()
    names["optimizer"].step()
    assert torch.equal(view, model[0].weight)
    assert not torch.equal(view, kept[100])


@says(
    "watching/pictures/dead_relus",
    "Its weights get no gradient, so it seldom comes back by itself.",
    "A learning rate that is too large or a bias far below zero kills units.",
)
@pytest.mark.parametrize("how", ["rate", "bias"])
def test_dead_units(how):
    names = names_of("watching/pictures/dead_relus")
    x, y, model = names["x"], names["y"], names["model"]  # of the larger rate
    if how == "bias":
        torch.manual_seed(0)
        model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
        assert (model[:2](x) > 0).any(0).float().mean() > 0.9
        with torch.no_grad():
            model[0].bias -= 20
    dead = (model[:2](x) == 0).all(0)
    assert dead.float().mean() > 0.3
    before = model[0].weight[dead].clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=5.0)
    for _ in range(3):
        optimizer.zero_grad()
        F.cross_entropy(model(x), y).backward()
        optimizer.step()
    assert torch.equal(model[0].weight[dead], before)
    assert (model[:2](x)[:, dead] == 0).all()


@says(
    "watching/pictures/conv_kernels",
    "The weight is (out channels, in channels, height, width).",
    "Those of the first layer read as pictures: edges, strokes, colours; with three input "
    "channels show them as RGB (`make_grid(weight, normalize=True)`).",
)
def test_kernels_as_pictures():
    assert nn.Conv2d(3, 8, (5, 7)).weight.shape == (8, 3, 5, 7)
    torch.manual_seed(0)
    convolutions = [m for m in resnet18().modules() if isinstance(m, nn.Conv2d)]
    assert [m.weight.shape[1] == 3 for m in convolutions] == [True] + [False] * 19
    grid = make_grid(convolutions[0].weight.detach(), normalize=True)
    assert grid.shape[0] == 3
    assert (grid.min(), grid.max()) == (0, 1)


@says("watching/pictures/feature_maps", "One map a channel: bright where its kernel fits.")
@pytest.mark.parametrize("place", [(0, 0), (2, 3), (5, 1)])
def test_a_map_is_bright_where_the_kernel_fits(place):
    torch.manual_seed(0)
    layer, (y, x) = nn.Conv2d(1, 4, 3), place
    for channel in range(4):
        image = torch.zeros(1, 1, 8, 8)
        image[..., y : y + 3, x : x + 3] = layer.weight[channel].detach()
        maps = layer(image)
        assert maps.shape[1] == 4
        assert divmod(maps[0, channel].argmax().item(), 6) == place


@says("watching/pictures/grad_cam", "The result is as coarse as the maps.")
@pytest.mark.parametrize("stride", [1, 2, 4])
def test_heat_is_as_coarse_as_the_maps(stride):
    layer = nn.Conv2d(1, 3, 3, stride=stride, padding=1)
    model = nn.Sequential(layer, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 2))
    names = run("watching/pictures/grad_cam", "Model, trained on single digits")
    heat = names["grad_cam"](model, layer, torch.rand(1, 1, 8, 8), 0)
    assert heat.shape == (8 // stride, 8 // stride)
