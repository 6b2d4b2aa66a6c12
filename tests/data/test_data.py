"""Splits, samplers, statistics, workers under the start method of other systems, real MNIST."""

import math
import os
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from recipes import names_of
from support import DATA, ENTRIES, by_entry, needs_mnist, says
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler, random_split
from torchvision.datasets import ImageFolder

CIFAR = DATA / "cifar10" / "cifar10_exact_subset.npz"


@pytest.mark.parametrize("batch_size", [1, 7, 32, 100])
def test_mean_and_std(batch_size):
    images = np.random.default_rng(0).normal(3, 2, (100, 3, 5, 4))
    total = squares = count = 0
    for batch in DataLoader(torch.from_numpy(images), batch_size):
        total += batch.sum((0, 2, 3))
        squares += (batch**2).sum((0, 2, 3))
        count += batch.numel() // 3
    mean = total / count
    np.testing.assert_allclose(mean, images.mean((0, 2, 3)), rtol=1e-12)
    std = (squares / count - mean**2).sqrt()
    np.testing.assert_allclose(std, images.std((0, 2, 3)), rtol=1e-10)
    entry = names_of("data/loader/mean_and_std")
    torch.testing.assert_close(entry["mean"], entry["images"].double().mean((0, 2, 3)))
    found = entry["images"].double().std((0, 2, 3), correction=0)
    torch.testing.assert_close(entry["std"], found)


def test_weighted_random_sampler():
    labels = torch.tensor([0] * 70 + [1] * 25 + [2] * 5)
    weights = torch.tensor([1.0, 2.0, 4.0])[labels]
    expected = torch.tensor([70.0, 50.0, 20.0]) / 140
    n = 100_000
    sampler = WeightedRandomSampler(weights, n, generator=torch.Generator().manual_seed(1))
    shares = labels[list(sampler)].bincount() / n
    # Five standard errors of a share of n independent draws.
    assert ((shares - expected).abs() < 5 * (expected * (1 - expected) / n).sqrt()).all()


@pytest.mark.parametrize("lengths", [[80, 10, 10], [0.8, 0.1, 0.1]])
def test_a_split_has_every_sample_once(lengths):
    parts = random_split(TensorDataset(torch.arange(100)), lengths)
    assert [len(part) for part in parts] == [80, 10, 10]
    assert sorted(int(x) for part in parts for (x,) in part) == list(range(100))


@pytest.mark.recorded
@pytest.mark.parametrize("entry", by_entry([e for e in ENTRIES if "num_workers=2" in e.code]))
def test_a_script_with_workers_runs_on_other_systems(entry, tmp_path):
    """The claims run with fork, as on Linux; macOS and Windows spawn."""
    script = tmp_path / "pasted.py"
    option = 'num_workers=2, multiprocessing_context="spawn"'
    script.write_text(entry.pasted.replace("num_workers=2", option))
    # Under load Python's tracker of semaphores may warn at exit of one that is gone already.
    quiet = {"PYTHONWARNINGS": "ignore::UserWarning:multiprocessing.resource_tracker"}
    done = subprocess.run(
        [sys.executable, script],
        env=os.environ | quiet,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")
    printed = "".join(output.text for output in entry.outputs)
    assert done.stdout == printed


@needs_mnist
@says(
    "data/datasets/mnist",
    "handwritten digits, 60,000 to train and 10,000 to test.",
    "Here one test image is written there in the format of the files (IDX); with the real files "
    "the code gives 10,000.",
    "in [0, 1]",
)
def test_mnist():
    load = names_of("data/datasets/mnist")["load_mnist"]
    test = load(DATA, train=False)
    assert len(test) == 10_000
    image, label = test[0]
    assert (image.shape, image.dtype, label) == ((1, 28, 28), torch.float32, 7)
    assert 0 <= image.min() < image.max() <= 1
    assert len(load(DATA)) == 60_000


@needs_mnist
def test_the_well_known_mean_and_std_of_mnist():
    images = names_of("data/datasets/mnist")["load_mnist"](DATA).data.double() / 255
    assert math.isclose(images.mean(), 0.1307, abs_tol=5e-5)
    assert math.isclose(images.std(), 0.3081, abs_tol=5e-5)


@pytest.mark.skipif(not CIFAR.exists(), reason="no CIFAR-10 in ../shared/data")
def test_cifar10_to_png_keeps_every_pixel(tmp_path):
    data = np.load(CIFAR)
    images, labels = data["train_x"][:20], data["train_y"][:20]
    rows = images.transpose(0, 3, 1, 2).reshape(20, 3072)
    batch = tmp_path / "data_batch_1"
    batch.write_bytes(pickle.dumps({b"data": rows, b"labels": labels.tolist()}))
    classes = names_of("data/datasets/cifar10")["CLASSES"]
    names_of("data/datasets/cifar10_to_png")["write_pngs"](batch, tmp_path / "png", classes)
    dataset = ImageFolder(tmp_path / "png")
    assert len(dataset) == 20
    for (image, label), (path, _) in zip(dataset, dataset.samples, strict=True):
        number = int(Path(path).stem)
        assert (np.asarray(image) == images[number]).all()
        assert dataset.classes[label] == classes[labels[number]]
