"""What the sentences of data/loader say."""

import math
import multiprocessing
import os
import random
import subprocess
import sys
from collections import namedtuple

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.utils.data import DataLoader, Dataset, Subset, default_collate, get_worker_info
from torchvision.utils import make_grid, save_image


class Drawn(Dataset):
    """Four samples that a function makes."""

    def __init__(self, draw):
        self.draw = draw

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return self.draw()


SCRIPT = """
import multiprocessing
context = multiprocessing.get_context("{method}")
{guard}
    process = context.Process(target=print)
    process.start()
    process.join()
    raise SystemExit(process.exitcode)
"""


@says(
    "data/loader",
    "Workers are processes: a script that uses them needs "
    '`if __name__ == "__main__":` on macOS and Windows, and on Linux from Python 3.14 on.',
)
@says(
    "data/loader/workers",
    "The main guard keeps a worker that imports the script from starting workers of its own.",
)
@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_scripts_need_the_main_guard(method, tmp_path):
    failed = []
    for guard in ("if True:", 'if __name__ == "__main__":'):
        script = tmp_path / "script.py"
        script.write_text(SCRIPT.format(method=method, guard=guard))
        done = subprocess.run([sys.executable, script], capture_output=True, text=True)
        failed.append("start a new process before the" in done.stderr and done.returncode != 0)
    assert failed == [method != "fork", False]
    assert {int(pid) for pid in DataLoader(Drawn(os.getpid), num_workers=1)}.isdisjoint(
        {os.getpid()}
    )
    default = {"darwin": "spawn", "win32": "spawn"}.get(
        sys.platform, "forkserver" if sys.version_info >= (3, 14) else "fork"
    )
    assert multiprocessing.get_all_start_methods()[0] == default
    assert DataLoader(range(2)).multiprocessing_context is None


@says("data/loader/data_loader", "Samples are stacked along a new first dimension.")
@given(shape=st.lists(st.integers(0, 3), max_size=3), size=st.integers(1, 5))
def test_samples_are_stacked(shape, size):
    samples = [torch.full(shape, float(n)) for n in range(size)]
    (batch,) = DataLoader(samples, batch_size=size)
    assert batch.shape == (size, *shape)
    assert all(batch[n].equal(sample) for n, sample in enumerate(samples))


@says(
    "data/loader/data_loader",
    "Shuffle for training; an epoch then has every sample once, in a new order.",
    "`len(loader)` counts batches.",
)
@given(n=st.integers(30, 60), size=st.integers(1, 70))
def test_epochs_of_a_shuffled_loader(n, size):
    loader = DataLoader(range(n), batch_size=size, shuffle=True)
    epochs = [torch.cat(list(loader)).tolist() for _ in range(3)]
    assert all(sorted(epoch) == list(range(n)) for epoch in epochs)
    assert len({tuple(epoch) for epoch in epochs}) == 3
    assert len(loader) == len(list(loader)) == math.ceil(n / size)


@says(
    "data/loader/drop_last",
    "leave out the incomplete last batch.",
    "For training with batch norm: a last batch of shape (1, C) is an error there.",
    "A set smaller than a batch then gives none, without an error.",
)
@given(n=st.integers(2, 20), channels=st.integers(1, 4))
def test_the_last_batch(n, channels):
    batches = list(DataLoader(torch.randn(n, channels), batch_size=2))
    kept = list(DataLoader(torch.randn(n, channels), batch_size=2, drop_last=True))
    assert len(kept) == n // 2
    few = DataLoader(torch.randn(n, channels), batch_size=n + 1, drop_last=True)
    assert len(few) == len(list(few)) == 0
    assert all(len(batch) == 2 for batch in kept)
    norm = nn.BatchNorm1d(channels)
    if n % 2:
        with pytest.raises(ValueError, match="more than 1 value per channel"):
            norm(batches[-1])
        norm.eval()(batches[-1])
    else:
        norm(batches[-1])


@says(
    "data/loader/one_batch",
    "`iter(loader)` starts a new epoch and, without `persistent_workers`, new workers.",
)
@says("data/loader/workers", "`persistent_workers=True` keeps them between epochs.")
@pytest.mark.parametrize("persistent", [True, False])
def test_workers_of_two_epochs(persistent):
    loader = DataLoader(Drawn(os.getpid), num_workers=1, persistent_workers=persistent)
    first, second = (int(next(iter(loader))) for _ in range(2))
    assert (first == second) == persistent
    ordered = DataLoader(range(4), num_workers=0)
    assert [int(next(iter(ordered))) for _ in range(2)] == [0, 0]


@says(
    "data/loader/workers",
    "Unless workers are forked, as on Linux up to Python 3.13, the dataset is pickled: a class at "
    "the top of the file, no lambda.",
)
@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_a_lambda_cannot_be_sent(method):
    loader = DataLoader(Drawn(lambda: 1), num_workers=1, multiprocessing_context=method)
    if method == "fork":
        assert [int(n) for n in loader] == [1, 1, 1, 1]
    else:
        with pytest.raises(Exception, match=r"[Cc]an't (pickle|get local)"):
            iter(loader)


@says(
    "data/loader/worker_seeds",
    "PyTorch seeds torch, `random` and NumPy in each worker, differently each epoch.",
)
@pytest.mark.parametrize("draw", [lambda: torch.rand(()).item(), random.random, np.random.rand])
def test_workers_draw_other_numbers(draw):
    loader = DataLoader(Drawn(draw), num_workers=2)
    assert len({float(x) for _ in range(2) for x in loader}) == 8


@says(
    "data/loader/worker_seeds",
    "A generator made in `__init__`, NumPy's or a `random.Random`, is copied as it is: the "
    "workers draw the same.",
    "both workers draw the same",
)
@pytest.mark.parametrize("make", [np.random.default_rng, random.Random, np.random.RandomState])
@pytest.mark.parametrize("seed", [None, 3])
def test_a_generator_is_copied_to_the_workers(make, seed):
    loader = DataLoader(Drawn(make(seed).random), num_workers=2)
    a, b, c, d = (float(x) for x in loader)
    assert a == b
    assert c == d
    assert a != c


@says("data/loader/worker_seeds", "Behind a `Subset` it is in `info.dataset.dataset`.")
@pytest.mark.parametrize("behind", [False, True])
def test_a_generator_behind_a_subset(behind):
    names = names_of("data/loader/worker_seeds")

    def init(worker_id):
        info = get_worker_info()
        if behind:
            info.dataset.dataset.rng = np.random.default_rng(info.seed)
        else:
            names["seed_worker"](worker_id)

    loader = DataLoader(Subset(names["Noise"](), range(4)), 1, num_workers=2, worker_init_fn=init)
    loader.generator = torch.Generator().manual_seed(0)
    a, b, c, d = (int(x) for x in loader)
    assert ((a, c) == (b, d)) == (not behind)


@says(
    "data/loader/pin_memory",
    "Without a GPU, and with Apple's (`mps`), it warns and does nothing: switch it on elsewhere.",
)
@pytest.mark.skipif(torch.accelerator.is_available(), reason="has an accelerator")
@pytest.mark.parametrize("mps", [False, True])
def test_pin_memory_without_a_gpu(mps, monkeypatch):
    if mps:
        monkeypatch.setattr(torch.accelerator, "is_available", lambda: True)
        monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda: torch.device("mps"))
    with pytest.warns(UserWarning, match="supported on MPS" if mps else "no accelerator is found"):
        (batch,) = DataLoader(torch.ones(2, 3), batch_size=2, pin_memory=True)
    monkeypatch.undo()
    assert not batch.is_pinned()


@needs_cuda
@says(
    "data/loader/pin_memory",
    "The loader puts batches into page-locked memory, from where `.to(device, "
    "non_blocking=True)` copies while the CPU goes on.",
)
def test_pin_memory_of_a_loader():
    x = torch.ones(1, 2**26)
    x.cuda()
    (batch,) = DataLoader(x, pin_memory=True)
    assert batch.is_pinned()
    assert not x.is_pinned()
    moved = batch.to("cuda", non_blocking=True)
    event = torch.cuda.Event()
    event.record()
    assert not event.query()  # 256 MiB are still on their way
    event.synchronize()
    assert moved.sum() == 2**26


@says(
    "data/loader/seeded_shuffle",
    "the same shuffle in every run.",
    "Its order then does not depend on how many random numbers the model drew before.",
)
@given(seed=st.integers(0, 10**6), drawn=st.integers(0, 1000), state=st.integers(0, 10**6))
def test_a_generator_of_its_own(seed, drawn, state):
    order = names_of("data/loader/seeded_shuffle", x=torch.arange(40))["order"]
    first = order(seed)
    torch.manual_seed(state)
    torch.rand(drawn)
    assert order(seed) == first != order(seed + 1)


@says(
    "data/loader/collate_fn",
    "The function gets a list of samples and returns the batch: here padded sequences, and their "
    "lengths.",
)
@given(lengths=st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_collate_fn(lengths):
    samples = [torch.arange(1, n + 1) for n in lengths]
    (seen,) = DataLoader(samples, len(samples), collate_fn=lambda batch: batch)
    assert isinstance(seen, list)
    assert all(a is b for a, b in zip(seen, samples, strict=True))
    tokens, counts = names_of("data/loader/collate_fn")["pad"](samples)
    assert counts.tolist() == lengths
    longest = max(lengths)
    assert tokens.tolist() == [[*range(1, n + 1), *[0] * (longest - n)] for n in lengths]


@says(
    "data/loader/default_collate",
    "Tensors are stacked, numbers become tensors, dictionaries and lists are kept and filled with "
    "batches, tuples become lists (named ones stay), strings stay as they are.",
)
def test_default_collate():
    x = torch.tensor([1, 2])
    assert default_collate([x, x + 5]).tolist() == [[1, 2], [6, 7]]
    for numbers in ([1, 2], [1.5, 2.5], [True, False], [np.float32(1), np.float32(2)]):
        assert default_collate(numbers).tolist() == numbers
    nested = default_collate([{"a": [1, "x"], "b": (2,)}, {"a": [3, "y"], "b": (4,)}])
    assert list(nested) == ["a", "b"]
    assert type(nested["a"]) is list
    assert nested["a"][0].tolist() == [1, 3]
    assert list(nested["a"][1]) == ["x", "y"]
    assert type(nested["b"]) is list
    assert nested["b"][0].tolist() == [2, 4]
    Pair = namedtuple("Pair", "image label")
    named = default_collate([Pair(x, 3), Pair(x, 4)])
    assert isinstance(named, Pair)
    assert named.label.tolist() == [3, 4]
    assert default_collate(["a", "b"]) == ["a", "b"]


@says(
    "data/loader/make_grid",
    "`nrow` images in a row, `padding` pixels around, but none around a single image.",
)
@given(n=st.integers(2, 20), nrow=st.integers(1, 20), padding=st.integers(0, 5))
def test_size_of_a_grid(n, nrow, padding):
    grid = make_grid(torch.zeros(n, 3, 4, 6), nrow=nrow, padding=padding, pad_value=1.0)
    columns = min(nrow, n)
    rows = math.ceil(n / columns)
    assert grid.shape == (3, rows * (4 + padding) + padding, columns * (6 + padding) + padding)
    assert (grid[:, :padding] == 1).all()
    assert (grid[:, :, :padding] == 1).all()
    assert make_grid(torch.zeros(1, 3, 4, 6), nrow=nrow, padding=padding).shape == (3, 4, 6)


@says(
    "data/loader/make_grid",
    "Grey images become RGB.",
    "Floats outside 0 to 1 need `normalize=True`, which uint8 is refused; `value_range` fixes the "
    "scale (`range=` is the old name).",
    "`save_image` writes a file; for matplotlib, `permute(1, 2, 0)`.",
    "in [0, 1]",
)
def test_values_of_a_grid(tmp_path):
    images = torch.tensor([-1.0, 0.0, 1.0, 3.0]).view(4, 1, 1, 1)
    grid = make_grid(images, padding=0)
    assert grid.shape == (3, 1, 4)
    assert grid.permute(1, 2, 0).shape == (1, 4, 3)
    assert grid[0].equal(grid[1])
    assert grid[1].equal(grid[2])
    with pytest.raises(RuntimeError, match="can't be cast"):
        make_grid(images.byte(), normalize=True)
    assert make_grid(images, padding=0, normalize=True)[0, 0].tolist() == [0, 0.25, 0.5, 1]
    fixed = make_grid(images, padding=0, normalize=True, value_range=(-1, 1))
    assert fixed[0, 0].tolist() == [0, 0.5, 1, 1]
    save_image(images, tmp_path / "grid.png", padding=0)
    pixels = np.asarray(Image.open(tmp_path / "grid.png"))[0, :, 0]
    assert pixels.tolist() == [0, 0, 255, 255]  # 3 is lost
    digits = names_of("data/loader/make_grid")["images"]
    assert (digits.min(), digits.max()) == (0, 1)


@says(
    "data/loader/mean_and_std",
    "Add up values and squares batch by batch, in float64; averaging the std of each image gives "
    "a smaller number.",
)
@given(st.lists(st.floats(-5, 5), min_size=2, max_size=8, unique=True))
def test_the_mean_of_the_stds_is_smaller(means):
    means = torch.tensor(means, dtype=torch.float64).view(-1, 1, 1, 1)
    images = means + torch.randn(len(means), 1, 4, 4, dtype=torch.float64)
    averaged = images.std((1, 2, 3), correction=0).mean()
    assert averaged < names_of("data/loader/mean_and_std", images=images)["std"].item()
