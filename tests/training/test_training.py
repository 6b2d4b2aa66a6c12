"""The recipe `fit`: its log, its seeds, real MNIST, and downloads that fail."""

import gzip
import hashlib
import http.server
import struct
import threading

import pytest
import torch
from recipes import names_of
from support import DATA, needs_mnist, says
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.data import Subset
from torchvision import datasets


@pytest.fixture
def recipe():
    """What the entry defines, afresh: a test may put another function in its place."""
    return names_of("training/fit", "Use")


@says(
    "training/fit",
    "It chooses the device, shows a progress bar, writes a TensorBoard log and, after an epoch, a "
    "checkpoint: called again after a crash, it goes on from the newest one that is whole.",
    "Epochs are seeded by their number, so that a resumed run draws what an uninterrupted one "
    "draws, and ends with its weights.",
    "Train, or go on training; return the model and its accuracy on the test set.",
)
def test_the_log_has_each_epoch_once_after_a_break(recipe, tmp_path):
    """Stopped after two epochs of four, then started again with the same call."""
    fit, save = recipe["fit"], recipe["save"]

    def save_and_stop(state, folder, name, keep):
        save(state, folder, name, keep)
        if name == "last-0001":
            raise KeyboardInterrupt

    recipe["save"] = save_and_stop
    with pytest.raises(KeyboardInterrupt):
        fit("digits", epochs=4, folder=tmp_path / "run", batch_size=256)
    recipe["save"] = save
    model, resumed = fit("digits", epochs=4, folder=tmp_path / "run", batch_size=256)
    other, whole = fit("digits", epochs=4, folder=tmp_path / "whole", batch_size=256)
    assert resumed == whole
    states = model.state_dict(), other.state_dict()
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])
    logs = [EventAccumulator(str(tmp_path / name)).Reload() for name in ("run", "whole")]
    for tag in ("loss/train", "loss/validation", "accuracy/validation"):
        values = [[(event.step, event.value) for event in log.Scalars(tag)] for log in logs]
        assert values[0] == values[1]
        assert [step for step, _ in values[0]] == [0, 1, 2, 3]
    names = [path.name.split("-")[0] for path in (tmp_path / "run").glob("*.pt")]
    assert sorted(names) == ["best", "last", "last"]


@needs_mnist
def test_the_whole_of_mnist_is_read(recipe):
    train, val, test = recipe["load"]("mnist", str(DATA))
    assert [len(part) for part in (train, val, test)] == [55_000, 5_000, 10_000]
    image, label = train[0]
    assert (tuple(image.shape), image.dtype, int(label)) == ((1, 28, 28), torch.float32, 5)
    assert (image.min(), image.max()) == (0, 1)


@pytest.mark.slow
@needs_mnist
def test_mnist_learns(recipe, tmp_path):
    """A tenth of the images, one pass of two: all of them reach more, see the entry."""
    train, val, test = recipe["load"]("mnist", str(DATA))
    parts = [Subset(train, range(6000)), Subset(val, range(1000)), Subset(test, range(2000))]
    recipe["load"] = lambda data, root: parts
    _, accuracy = recipe["fit"]("mnist", epochs=2, folder=tmp_path)
    assert accuracy >= 0.95


@says(
    "training/fit",
    "Move each image by its own random step, zeros coming in at the edges.",
)
@pytest.mark.parametrize("by", [1, 2])
def test_shifted_moves_each_image_by_its_own_step(recipe, by):
    images = torch.zeros(400, 2, 5, 6)
    images[:, :, 2, 3] = 1
    torch.manual_seed(0)
    moved = recipe["shifted"](images, by)
    places = moved[:, 0].flatten(1).argmax(1)
    rows, columns = places // 6, places % 6
    assert moved.sum() == images.sum()
    assert torch.equal(moved[:, 0], moved[:, 1])
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == {
        (2 + down, 3 + right) for down in range(-by, by + 1) for right in range(-by, by + 1)
    }
    corners = recipe["shifted"](torch.ones(100, 1, 5, 6), by)[:, 0, ::4, ::5]
    assert set(corners.unique().tolist()) == {0, 1}


# Downloads, from a host of our own that serves 20 images a file


def idx(values, shape):
    head = struct.pack(">HBB", 0, 8, len(shape)) + struct.pack(f">{len(shape)}I", *shape)
    return gzip.compress(head + bytes(values))


FILES = {
    f"{part}-{kind}-idx{len(shape)}-ubyte.gz": idx([7] * torch.Size(shape).numel(), shape)
    for part in ("train", "t10k")
    for kind, shape in (("images", (20, 28, 28)), ("labels", (20,)))
}


@pytest.fixture
def host(monkeypatch):
    """A mirror of MNIST; `cut` bytes are missing from each file that it sends."""

    class Mirror(http.server.BaseHTTPRequestHandler):
        cut = 0

        def do_GET(self):
            content = FILES[self.path.rsplit("/", 1)[-1]]
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) - type(self).cut])

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(datasets.MNIST, "mirrors", [f"http://127.0.0.1:{server.server_port}/"])
    sums = [(name, hashlib.md5(content).hexdigest()) for name, content in FILES.items()]
    monkeypatch.setattr(datasets.MNIST, "resources", sums)
    yield Mirror
    server.shutdown()
    server.server_close()


def test_a_download_that_works(recipe, host, tmp_path):
    _, _, test = recipe["load"]("mnist", str(tmp_path))
    assert len(test) == 20


def test_a_download_that_breaks_off_is_not_taken_for_complete(recipe, host, tmp_path):
    host.cut = 10
    with pytest.raises(RuntimeError, match=r"(?s)mnist could not be loaded: .*which needs none"):
        recipe["load"]("mnist", str(tmp_path))
    host.cut = 0
    assert len(recipe["load"]("mnist", str(tmp_path))[2]) == 20


def test_a_file_that_was_cut_while_it_was_unpacked_is_refused(recipe, host, tmp_path):
    recipe["load"]("mnist", str(tmp_path))
    raw = tmp_path / "MNIST" / "raw" / "train-images-idx3-ubyte"
    raw.write_bytes(raw.read_bytes()[:-100])
    with pytest.raises(RuntimeError, match="delete what a broken download left in"):
        recipe["load"]("mnist", str(tmp_path))


def test_a_host_that_is_not_there(recipe, monkeypatch, tmp_path):
    monkeypatch.setattr(datasets.MNIST, "mirrors", ["http://127.0.0.1:9/"])  # nobody listens
    with pytest.raises(RuntimeError, match=r"(?s)mnist could not be loaded: .*which needs none"):
        recipe["load"]("mnist", str(tmp_path))


# The short entries


@says("training/early_stopping", "Return whether to stop.")
def test_early_stopping_waits_for_patience():
    stopping = names_of("training/early_stopping")["EarlyStopping"]
    stop = stopping(patience=2, min_delta=0.1)
    assert [stop(loss) for loss in (1.0, 0.95, 0.8, 0.75, 0.71, 0.1)] == [
        False, False, False, False, True, False,
    ]  # fmt: skip


def test_accumulation_equals_the_whole_batch_for_any_sizes():
    """The entry compares with the whole batch itself; here, for another number of samples."""
    x = torch.arange(7.0).unsqueeze(1)
    entry = names_of("training/accumulate_in_loop", x=x)
    assert entry["samples"] == 7
    torch.testing.assert_close(entry["found"], entry["expected"])
