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
from torch.utils.data import TensorDataset
from torchvision import datasets


@pytest.fixture
def recipe():
    """What the entry defines, afresh: a test may put another function in its place."""
    return names_of("projects/fit", "Use")


@needs_mnist
def test_the_whole_of_mnist_is_read(recipe):
    train, val, test = recipe["load"]("mnist", str(DATA))
    assert [len(part) for part in (train, val, test)] == [55_000, 5_000, 10_000]
    image, label = train[0]
    assert (tuple(image.shape), image.dtype, int(label)) == ((1, 28, 28), torch.uint8, 5)
    assert (image.min(), image.max()) == (0, 255)


@pytest.mark.slow
@needs_mnist
def test_mnist_learns(recipe, tmp_path):
    """A tenth of the images, one pass of two: all of them reach more, see the entry."""
    train, val, test = recipe["load"]("mnist", str(DATA))
    sizes = (train, 6000), (val, 1000), (test, 2000)
    parts = [TensorDataset(*part[:size]) for part, size in sizes]
    recipe["load"] = lambda data, root: parts
    _, accuracy = recipe["fit"](recipe["Config"]("mnist", epochs=2), tmp_path)
    assert accuracy >= 0.95


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
