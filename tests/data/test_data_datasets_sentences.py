"""What the sentences of data/datasets say; hosts are out of reach in these tests."""

import hashlib
import inspect
import io
import pickle
import struct
import tarfile
from urllib.error import URLError

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from sklearn.datasets import load_digits
from support import says
from torch.utils.data import (
    ChainDataset,
    ConcatDataset,
    DataLoader,
    IterableDataset,
    StackDataset,
    Subset,
    TensorDataset,
    get_worker_info,
    random_split,
)
from torchvision.datasets import CIFAR10, MNIST, FakeData, ImageFolder
from torchvision.transforms import v2


@pytest.fixture
def urls(monkeypatch):
    """Write down what would be fetched, and fail as without a network."""
    asked = []

    def refuse(url, *_, **__):
        asked.append(url)
        raise URLError("no network")

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    return asked


def write_idx(raw):
    raw.mkdir(parents=True)
    for part in ("train", "t10k"):
        (raw / f"{part}-images-idx3-ubyte").write_bytes(
            struct.pack(">4i", 2051, 2, 28, 28) + bytes(2 * 784)
        )
        (raw / f"{part}-labels-idx1-ubyte").write_bytes(struct.pack(">2i2B", 2049, 2, 7, 3))


def cifar_archive(root, monkeypatch):
    """Write an archive with batches of one image, and tell CIFAR10 its sums."""
    archive = io.BytesIO()
    sums = {}
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        batches = [name for name, _ in (*CIFAR10.train_list, *CIFAR10.test_list)]
        for name in [*batches, "batches.meta"]:
            pixels = np.zeros((1, 3072), dtype=np.uint8)
            content = {"data": pixels, "labels": [3], "label_names": ["x"] * 10}
            data = pickle.dumps(content)
            sums[name] = hashlib.md5(data).hexdigest()
            info = tarfile.TarInfo(f"{CIFAR10.base_folder}/{name}")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    content = archive.getvalue()
    (root / CIFAR10.filename).write_bytes(content)
    monkeypatch.setattr(CIFAR10, "tgz_md5", hashlib.md5(content).hexdigest())
    for part in ("train_list", "test_list"):
        names = [name for name, _ in getattr(CIFAR10, part)]
        monkeypatch.setattr(CIFAR10, part, [[name, sums[name]] for name in names])
    monkeypatch.setattr(CIFAR10, "meta", CIFAR10.meta | {"md5": sums["batches.meta"]})
    return content


@says("data/datasets", "The well-known sets download once with `download=True`.")
@says(
    "data/datasets/mnist",
    "`download=True` fetches them once.",
    "When no mirror can be reached, put the four files into `root/MNIST/raw` by hand.",
)
def test_mnist_asks_for_files_that_are_missing(tmp_path, urls):
    with pytest.raises(RuntimeError, match="Error downloading"):
        MNIST(tmp_path, download=True)
    assert len(urls) == len(MNIST.mirrors)
    write_idx(tmp_path / "put" / "MNIST" / "raw")
    for train in (True, False):
        assert len(MNIST(tmp_path / "put", train, download=True)) == 2
    assert len(urls) == len(MNIST.mirrors)


@says(
    "data/datasets/mnist",
    "`train_data` and `test_labels` are old names of `data` and `targets`.",
)
def test_old_names_of_mnist(tmp_path):
    write_idx(tmp_path / "MNIST" / "raw")
    dataset = MNIST(tmp_path)
    with pytest.warns(UserWarning, match="train_data has been renamed data"):
        pixels = dataset.train_data
    with pytest.warns(UserWarning, match="test_labels has been renamed targets"):
        labels = dataset.test_labels
    assert pixels is dataset.data
    assert labels is dataset.targets


@says(
    "data/datasets/cifar10",
    "Put `cifar-10-python.tar.gz` into the root by hand, and `download=True` unpacks it.",
)
@says(
    "data/datasets",
    "Where their host cannot be reached, put the files in place by hand: the entries say where.",
)
def test_cifar10_unpacks_what_is_there(tmp_path, monkeypatch, urls):
    cifar_archive(tmp_path, monkeypatch)
    for _ in range(2):
        dataset = CIFAR10(tmp_path, download=True)
        assert (len(dataset), dataset[0][1]) == (5, 3)
    assert urls == []


@says("data/datasets/cifar10", "A half-downloaded file does not pass the checksum.")
def test_half_of_cifar10_is_not_taken(tmp_path, monkeypatch, urls):
    content = cifar_archive(tmp_path, monkeypatch)
    (tmp_path / CIFAR10.filename).write_bytes(content[: len(content) // 2])
    with pytest.raises(URLError):
        CIFAR10(tmp_path, download=True)
    assert len(urls) == 1


@says(
    "data/datasets/dataset",
    "`__getitem__` returns one sample, usually (input, target), for a number below "
    "`len(dataset)`, and IndexError beyond.",
    "its IndexError ends a `for` loop",
)
@given(count=st.integers(0, 20))
def test_a_dataset_ends(count):
    dataset = names_of("data/datasets/dataset")["Points"](count)
    targets = [int(y) for _, y in dataset]
    assert targets == [n % 2 for n in range(count)]
    assert len(dataset) == count
    with pytest.raises(IndexError):
        dataset[count]


class Worker(torch.utils.data.Dataset):
    """Gives the worker that made a sample."""

    def __len__(self):
        return 4

    def __getitem__(self, index):
        info = get_worker_info()
        return -1 if info is None else info.id


@says(
    "data/datasets/dataset",
    "Read files here and not in `__init__`: memory stays small, and workers share the work.",
)
def test_samples_are_made_in_the_workers():
    assert [int(n) for n in DataLoader(Worker())] == [-1] * 4
    assert [int(n) for n in DataLoader(Worker(), num_workers=2)] == [0, 1, 0, 1]


@says("data/datasets/tensor_dataset", "Sample i is row i of each tensor, as a tuple.")
@given(rows=st.integers(1, 6), count=st.integers(1, 4), data=st.data())
def test_tensor_dataset_rows(rows, count, data):
    tensors = [torch.randn(rows, *range(1, n + 1)) for n in range(count)]
    i = data.draw(st.integers(0, rows - 1))
    sample = TensorDataset(*tensors)[i]
    assert isinstance(sample, tuple)
    assert all(part.equal(x[i]) for part, x in zip(sample, tensors, strict=True))


@says("data/datasets/tensor_dataset", "Their first sizes must agree.")
@given(a=st.integers(0, 4), b=st.integers(0, 4))
def test_tensor_dataset_sizes(a, b):
    if a == b:
        assert len(TensorDataset(torch.zeros(a, 3), torch.zeros(b))) == a
    else:
        with pytest.raises(AssertionError, match="Size mismatch"):
            TensorDataset(torch.zeros(a, 3), torch.zeros(b))


@says(
    "data/datasets/index_file",
    "The file is read once, the images when they are asked for.",
    "Paths are relative to the index file.",
    'Open with `convert("RGB")`: some files are grey or have transparency.',
    "It clips 16-bit grey at 255.",
    "in [0, 1]",
)
@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "1", "RGB"])
def test_index_file(mode, tmp_path):
    names = names_of("data/datasets/index_file")
    (tmp_path / "below").mkdir()
    Image.new(mode, (4, 4)).save(tmp_path / "below" / "a.png")
    index = tmp_path / "index.csv"
    index.write_text("below/a.png,5\nmissing.png,6\n")
    dataset = names["IndexFile"](index, names["to_tensor"])
    index.unlink()
    image, label = dataset[0]
    assert (len(dataset), image.shape, label) == (2, (3, 4, 4), 5)
    assert image.min() >= 0
    assert image.max() <= 1
    deep = Image.fromarray(np.array([[3, 255, 256, 1000, 65535]], dtype=np.uint16))
    assert np.asarray(deep.convert("RGB"))[0, :, 0].tolist() == [3, 255, 255, 255, 255]
    with pytest.raises(FileNotFoundError):
        dataset[1]


@says(
    "data/datasets/image_folder",
    "`root/cat/1.png` has the class `cat`.",
    "Classes are numbered in the order of `sorted`: keep `class_to_idx` with the model.",
    "Images come as PIL in RGB until a transform changes them.",
)
@pytest.mark.parametrize("mode", ["L", "RGBA", "RGB"])
def test_image_folder(mode, tmp_path):
    for name in ("cat", "Zebra", "10", "2"):
        (tmp_path / name).mkdir()
        Image.new(mode, (4, 4)).save(tmp_path / name / "1.png")
    dataset = ImageFolder(tmp_path)
    assert dataset.classes == ["10", "2", "Zebra", "cat"]
    assert dataset.class_to_idx == {name: n for n, name in enumerate(dataset.classes)}
    image, label = dataset[3]
    assert dataset.samples[3][0].endswith("cat/1.png")
    assert dataset.classes[label] == "cat"
    assert isinstance(image, Image.Image)
    assert image.mode == "RGB"


@says(
    "data/datasets/concat_datasets",
    "`a + b` makes one, too.",
    "Numbers run through the first, then the second.",
    "`StackDataset` joins sample by sample instead.",
)
@given(first=st.integers(1, 5), second=st.integers(1, 5))
def test_joined_datasets(first, second):
    a, b = TensorDataset(torch.arange(first)), TensorDataset(10 + torch.arange(second))
    for both in (ConcatDataset([a, b]), a + b):
        assert isinstance(both, ConcatDataset)
        values = [int(both[n][0]) for n in range(len(both))]
        assert values == [*range(first), *range(10, 10 + second)]
    if first == second:
        assert StackDataset(a, b)[first - 1] == (a[first - 1], b[first - 1])


class Whole(IterableDataset):
    """The numbers 0 to 2, in each worker."""

    def __iter__(self):
        yield from range(3)


@says("data/datasets/iterable_dataset", "There is no length and no `shuffle`.")
def test_a_stream_has_no_length():
    with pytest.raises(TypeError, match="no len"):
        len(Whole())
    with pytest.raises(TypeError, match="no len"):
        len(DataLoader(Whole()))
    with pytest.raises(ValueError, match="shuffle"):
        DataLoader(Whole(), shuffle=True)


@says(
    "data/datasets/iterable_dataset",
    "With workers each one runs the whole stream: share it by `get_worker_info()`, or every "
    "sample comes once a worker.",
    "None in the main process",
)
@pytest.mark.parametrize("workers", [0, 1, 2])
def test_each_worker_runs_the_stream(workers):
    assert get_worker_info() is None
    loader = DataLoader(Whole(), batch_size=None, num_workers=workers)
    assert sorted(loader) == sorted([0, 1, 2] * max(workers, 1))
    shared = names_of("data/datasets/iterable_dataset")["Stream"](5)
    loader = DataLoader(shared, batch_size=None, num_workers=workers)
    assert sorted(loader) == [0, 1, 2, 3, 4]


@says(
    "data/datasets/fake_data",
    "The same number always gives the same image; a random transform still changes it.",
)
@given(index=st.integers(0, 99), seed=st.integers(0, 1000))
def test_fake_data_repeats(index, seed):
    torch.manual_seed(seed)
    one, two = FakeData(100, (3, 4, 4)), FakeData(100, (3, 4, 4))
    (image, label), _, (again, same) = one[index], one[99 - index], two[index]
    assert np.array_equal(image, again)
    assert label == same
    flip = v2.Compose([v2.RandomHorizontalFlip(), v2.PILToTensor()])
    flipped = FakeData(100, (3, 4, 4), transform=flip)
    assert len({tuple(flipped[index][0].flatten().tolist()) for _ in range(40)}) == 2


@says(
    "data/datasets/cifar10_to_png",
    "A batch file is a pickled dictionary: `data` holds 3072 numbers an image, 1024 red, then "
    "green, then blue, row by row.",
    "Here a batch of two made-up images stands in for `data_batch_1`.",
)
@given(channel=st.integers(0, 2), row=st.integers(0, 31), column=st.integers(0, 31))
def test_order_of_the_numbers_in_a_batch_file(tmp_path_factory, channel, row, column):
    root = tmp_path_factory.mktemp("cifar")
    data = np.zeros((1, 3072), dtype=np.uint8)
    data[0, 1024 * channel + 32 * row + column] = 255
    (root / "batch").write_bytes(pickle.dumps({b"data": data, b"labels": [0]}))
    names_of("data/datasets/cifar10_to_png")["write_pngs"](root / "batch", root, ["plane"])
    image = np.asarray(Image.open(root / "plane" / "00000.png"))
    assert [position.tolist() for position in image.nonzero()] == [[row], [column], [channel]]


@says("data/datasets/cifar10_to_png", "Unpickling runs code: only files you trust.")
@pytest.mark.parametrize("protocol", range(6))
def test_unpickling_runs_code(protocol):
    class Harm:
        def __reduce__(self):
            return eval, ("6 * 7",)

    assert pickle.loads(pickle.dumps(Harm(), protocol)) == 42


@says(
    "data/datasets/scikit_digits",
    "1,797 digits of 8 x 8 pixels with values 0 to 16, part of the package.",
    "in [0, 1]",
)
def test_scikit_digits():
    assert "data_home" not in inspect.signature(load_digits).parameters
    raw = load_digits().images
    assert (raw.shape, raw.min(), raw.max()) == ((1797, 8, 8), 0, 16)
    images = names_of("data/datasets/scikit_digits")["images"]
    assert (images.min(), images.max()) == (0, 1)


@says(
    "data/datasets/transform_per_part",
    "`random_split` shares one dataset, and so one transform.",
    "Wrap each part instead: the wrapper applies its own transform to the samples.",
)
@pytest.mark.parametrize("lengths", [[4, 2], [0.5, 0.5], [1, 2, 3]])
def test_a_transform_for_each_part(lengths):
    dataset = TensorDataset(torch.arange(6.0), torch.arange(6))
    parts = random_split(dataset, lengths)
    assert all(isinstance(part, Subset) and part.dataset is dataset for part in parts)
    wrapper = names_of("data/datasets/transform_per_part")["Transformed"]
    for n, part in enumerate(parts):
        samples = list(wrapper(part, lambda x, n=n: x + 100 * n))
        assert [float(x) for x, _ in samples] == [float(y) + 100 * n for _, y in samples]


@says(
    "data/datasets/chain_dataset",
    "For iterable datasets, which have no length: `ConcatDataset` needs one.",
)
def test_streams_are_chained_and_have_no_length():
    class Stream(IterableDataset):
        def __iter__(self):
            return iter(range(3))

    class Numbers(list):
        """A dataset with items and without a length."""

        __len__ = None

    with pytest.raises(TypeError, match="has no len"):
        len(Stream())
    with pytest.raises(AssertionError, match="does not support IterableDataset"):
        ConcatDataset([Stream(), Stream()])
    with pytest.raises(TypeError):
        ConcatDataset([Numbers([1])])
    assert list(ChainDataset([Stream(), Stream()])) == [0, 1, 2, 0, 1, 2]
