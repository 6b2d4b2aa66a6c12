"""What the sentences of errors/data say."""

import functools
import hashlib
import itertools
import multiprocessing
import os
import pickle
import re
import subprocess
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from support import says
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    Dataset,
    IterableDataset,
    RandomSampler,
    SequentialSampler,
    TensorDataset,
    WeightedRandomSampler,
    default_collate,
    random_split,
)
from torchvision.datasets import CIFAR10, MNIST, ImageFolder
from torchvision.transforms import v2

linux = pytest.mark.skipif(sys.platform != "linux", reason="as Linux does it")


class Made(Dataset):
    """Samples that a function of the number makes."""

    def __init__(self, make, n=4):
        self.make, self.n = make, n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        return self.make(index)


class Own:
    """A type that no batch takes."""


def picture():
    return Image.new("RGB", (4, 4))


@says(
    "errors/data/default_collate_found",
    "After `found` stands the type of a sample, or of a part of it.",
    "Usual causes: a `PIL.Image.Image`, where no transform makes a tensor of the picture; "
    "`NoneType`, where `__getitem__` has no `return` or returns None for a file that it cannot "
    "read; an object of one's own; a numpy array of strings or objects, whose dtype is shown.",
)
@pytest.mark.parametrize(
    ("sample", "found"),
    [
        (picture(), "<class 'PIL.Image.Image'>"),
        (None, "<class 'NoneType'>"),
        (Own(), f"{Own}"),
        (np.array(["a"]), "<U1"),
        (np.array([Own()]), "object"),
        (1.0, None),
        (v2.functional.to_image(picture()), None),
        (np.ones(2), None),
        ("a", None),
    ],
)
def test_found_is_the_type(sample, found):
    for wrapped in (sample, (1, sample), {"x": [sample]}):
        if found is None:
            default_collate([wrapped])
        else:
            with pytest.raises(TypeError, match="found") as error:
                default_collate([wrapped])
            assert str(error.value).endswith(f"found {found}")


@says(
    "errors/data/default_collate_found",
    "None for a broken file: leave these samples out; one of the batch has to remain.",
)
@pytest.mark.parametrize("samples", [[None, 2.0, None], [3.0, 0.0], [None, None], [None]])
def test_one_of_the_batch_has_to_remain(samples):
    skip = names_of("errors/data/default_collate_found")["skip_none"]
    if kept := [x for x in samples if x is not None]:
        assert skip(samples).tolist() == kept
    else:
        with pytest.raises(IndexError):
            skip(samples)


@says(
    "errors/data/num_samples_zero",
    "A loader with `shuffle=True` asks the dataset for its length and gets 0.",
    "Without `shuffle` nothing is raised: the loop runs over no batch.",
)
@pytest.mark.parametrize("n", [0, 1])
def test_an_empty_dataset(n):
    dataset = Made(float, n)
    assert len(list(DataLoader(dataset))) == n
    if n:
        assert len(list(DataLoader(dataset, shuffle=True))) == n
    else:
        with pytest.raises(ValueError, match="num_samples=0"):
            DataLoader(dataset, shuffle=True)


@says(
    "errors/data/num_samples_zero",
    "Usual causes: a path or a pattern that matches no file, seen from another working directory; "
    "a filter that removes everything; a `__len__` that counts the wrong thing.",
)
@pytest.mark.parametrize("cause", ["none", "directory", "pattern", "filter", "length"])
def test_causes_of_an_empty_dataset(cause, tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "1.png").touch()
    monkeypatch.chdir(tmp_path / "data" if cause == "directory" else tmp_path)
    files = list(Path("data").glob("*.jpg" if cause == "pattern" else "*.png"))
    files = [path for path in files if cause != "filter" or path.stem == "cat"]
    labels = []
    dataset = Made(files.__getitem__, len(labels if cause == "length" else files))
    if cause == "none":
        assert len(DataLoader(dataset, shuffle=True)) == 1
    else:
        with pytest.raises(ValueError, match="num_samples=0"):
            DataLoader(dataset, shuffle=True)


@says(
    "errors/data/values_to_unpack",
    "The names on the left of `in` and the parts of a batch differ in number.",
    "A batch has the parts that the dataset returns: a `TensorDataset` of one tensor gives a list "
    "of one, a tensor as the dataset gives rows.",
)
@given(parts=st.integers(1, 4), names=st.integers(1, 4))
def test_parts_of_a_batch(parts, names):
    images = torch.arange(5.0)[:, None].expand(5, 7)
    batch = next(iter(DataLoader(TensorDataset(*[images] * parts), batch_size=5)))
    assert type(batch) is list
    assert [part.shape for part in batch] == [(5, 7)] * parts
    unpack = f"[{'_, ' * names}] = batch"
    if parts == names:
        exec(unpack, {"batch": batch})
    else:
        with pytest.raises(ValueError, match=rf"values to unpack \(expected {names}"):
            exec(unpack, {"batch": batch})
    (rows,) = DataLoader(images, batch_size=5)
    assert torch.equal(rows, images)


@says(
    "errors/data/values_to_unpack",
    "A dictionary of two unpacks into its keys, a tensor of two rows into the rows, and nothing is "
    "raised.",
    "`enumerate` adds a number in front: then the batch stands in parentheses.",
)
def test_dictionaries_and_enumerate():
    ((x, y),) = DataLoader([{"x": 1.0, "y": 0}] * 3, batch_size=3)
    assert (x, y) == ("x", "y")
    ((x, y),) = DataLoader(torch.eye(2), batch_size=2)
    assert (x.tolist(), y.tolist()) == ([1, 0], [0, 1])
    loader = DataLoader([(1.0, 0)] * 3, batch_size=3)
    ((step, (x, y)),) = enumerate(loader)
    assert (step, x.tolist(), y.tolist()) == (0, [1.0] * 3, [0] * 3)
    with pytest.raises(ValueError, match="expected 3, got 2"):
        step, x, y = next(enumerate(loader))


@says(
    "errors/data/not_subscriptable",
    "A loader is something to loop over: no `loader[0]`, and no `next(loader)`, which says that it "
    "is not an iterator.",
    "A sample by number is `loader.dataset[0]`.",
    "One batch is `next(iter(loader))`; written like this it is the first batch again each time, "
    "or a new draw if the loader shuffles.",
    "The iterator's method `.next()` is gone: `next(iterator)`.",
)
@pytest.mark.parametrize("workers", [0, 1])
def test_one_batch_of_a_loader(workers):
    torch.manual_seed(0)
    loader = DataLoader(range(100), batch_size=2, num_workers=workers)
    assert loader.dataset[7] == 7
    with pytest.raises(TypeError, match="not subscriptable"):
        loader[0]
    with pytest.raises(TypeError, match="not an iterator"):
        next(loader)
    times = 2 if workers else 5
    assert [next(iter(loader)).tolist() for _ in range(times)] == [[0, 1]] * times
    assert not hasattr(iter(loader), "next")
    drawn = DataLoader(range(100), batch_size=2, num_workers=workers, shuffle=True)
    assert len({tuple(next(iter(drawn)).tolist()) for _ in range(times)}) == times


def fail(kind, index):
    raise kind("first\nsecond")


@says(
    "errors/data",
    "Ask the dataset for one item, `dataset[0]`, before the loader; and run the "
    "loader with `num_workers=0`, where the traceback names the line.",
)
@says("errors/data/caught_in_worker", "the real error is at its end.")
@says(
    "errors/data/caught_in_worker",
    "In place of the dots stands the type of the error that the dataset, the transform or "
    "`collate_fn` raised in a worker.",
    "Its own traceback follows after `Original Traceback`; the cause is at its end, and the line "
    "of your file stands above that.",
    "To see it without the noise ask the dataset for the sample, or use `num_workers=0`.",
    "The loader in this process: the traceback is yours, a debugger stops in it.",
)
@pytest.mark.parametrize(
    ("dataset", "collate", "kind"),
    [
        (Made(functools.partial(fail, ValueError)), None, ValueError),
        (Made(float), functools.partial(fail, OSError), OSError),
    ],
)
def test_the_error_of_a_worker(dataset, collate, kind):
    with pytest.raises(kind) as caught:
        list(DataLoader(dataset, num_workers=1, collate_fn=collate))
    head, _, original = str(caught.value).partition("Original Traceback")
    assert head.strip() == f"Caught {kind.__name__} in DataLoader worker process 0."
    lines = original.strip().splitlines()
    assert lines[-2:] == [f"{kind.__name__}: first", "second"]
    assert __file__ in [line for line in lines if "File" in line][-1]
    with pytest.raises(kind) as here:
        list(DataLoader(dataset, num_workers=0, collate_fn=collate))
    assert str(here.value) == "first\nsecond"
    assert here.traceback[-1].name == "fail"
    if collate is None:
        with pytest.raises(kind, match=r"^first\nsecond$"):
            dataset[0]


@linux
@says(
    "errors/data/worker_exited",
    "The number in the message is its process; on Linux and macOS the first of the two tracebacks "
    "tells a signal or an exit code.",
    "`Segmentation fault` or `Aborted` is a library that fails in C: run the same with "
    "`num_workers=0`.",
    "No workers: an error has its traceback, a crash with `python -X faulthandler`.",
)
@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("os._exit(3)", "exit code 3"),
        ("os.abort()", "signal: Aborted"),
        ("os.kill(os.getpid(), 11)", "signal: Segmentation fault"),
    ],
)
def test_what_a_dead_worker_tells(code, told, tmp_path):
    def die(index):
        (tmp_path / "pid").write_text(str(os.getpid()))
        exec(code)

    with pytest.raises(RuntimeError) as error:
        next(iter(DataLoader(Made(die), num_workers=1)))
    first, pid = error.value.__cause__, (tmp_path / "pid").read_text()
    assert told in str(first)
    assert re.findall(r"pid (\d+)", str(first)) == [pid]
    assert str(error.value) == f"DataLoader worker (pid(s) {pid}) exited unexpectedly"
    script = f"import os\ndef die():\n    {code}\ndie()"
    for options in ([], ["-X", "faulthandler"]):
        run = subprocess.run(
            [sys.executable, *options, "-c", script], capture_output=True, text=True
        )
        crash = "exit" not in code
        assert run.returncode == (run.returncode if crash else 3) != 0
        assert ("line 3 in die" in run.stderr) == (crash and options != [])


def counted(counter, index):
    counter += 1
    return torch.zeros(2)


@linux
@says(
    "errors/data/bus_error",
    "Bytes through the workers, floats on the device: a quarter of the memory.",
    "Workers hand their batches over in shared memory, on Linux `/dev/shm`; look at it with "
    "`df -h /dev/shm`.",
    "Else keep less there: smaller batches, fewer workers, a smaller `prefetch_factor`, images as "
    "uint8; with `num_workers=0` nothing is there.",
    "What waits in shared memory at a time, to compare with the 64 MB of Docker.",
)
@pytest.mark.parametrize(
    ("workers", "size", "prefetch", "waiting"), [(2, 3, 1, 6), (1, 3, 4, 12), (0, 3, None, 0)]
)
def test_batches_wait_in_shared_memory(workers, size, prefetch, waiting):
    counter = torch.zeros((), dtype=torch.int64).share_memory_()
    dataset = Made(functools.partial(counted, counter), 60)
    loader = DataLoader(dataset, size, num_workers=workers, prefetch_factor=prefetch)
    iterator = iter(loader)
    end = time.monotonic() + 20
    while counter < waiting and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.1)
    assert counter == waiting
    batch = next(iterator)
    assert batch.is_shared() == (workers > 0)
    if workers:
        start = batch.data_ptr()
        maps = [line.split(maxsplit=5) for line in Path("/proc/self/maps").read_text().splitlines()]
        ranges = [([int(x, 16) for x in fields[0].split("-")], fields[-1]) for fields in maps]
        (place,) = [name for (low, high), name in ranges if low <= start < high]
        assert place.startswith("/dev/shm/")
    megabytes = names_of("errors/data/bus_error")["megabytes_in_advance"]
    images = [torch.zeros(3, 1000, 1000, dtype=torch.uint8)]
    assert megabytes(images, size, workers, prefetch or 2) == 3 * waiting
    assert megabytes([images[0].float()], size, workers, prefetch or 2) == 4 * 3 * waiting


UNGUARDED = """
import multiprocessing
from pathlib import Path
with Path("imports").open("a") as file:
    file.write("x")
context = multiprocessing.get_context("{method}")
{guard}
    process = context.Process(target=print)
    process.start()
    process.join()
"""


@says(
    "errors/data/bootstrapping_phase",
    "On Windows and macOS, and from Python 3.14 on Linux too, a worker imports your script before "
    "it works.",
    'Without `if __name__ == "__main__":` that import reaches the loop over the loader again and '
    "would start workers of its own.",
)
@says(
    "errors/devices/cuda_in_forked_subprocess",
    "Let the workers work on the CPU and move the batch in the loop; where a process needs the GPU "
    'itself, start it with "spawn", under `if __name__ == "__main__":`.',
)
@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
@pytest.mark.parametrize("guard", ["if True:", 'if __name__ == "__main__":'])
def test_a_worker_imports_the_script(method, guard, tmp_path):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    (tmp_path / "script.py").write_text(UNGUARDED.format(method=method, guard=guard))
    command = [sys.executable, "script.py"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    refused = "start a new process before" in run.stderr
    assert refused == (method != "fork" and "name" not in guard)
    assert len((tmp_path / "imports").read_text()) == (1 if method == "fork" else 2)
    default = {"darwin": "spawn", "win32": "spawn"}.get(
        sys.platform, "forkserver" if sys.version_info >= (3, 14) else "fork"
    )
    assert multiprocessing.get_all_start_methods()[0] == default


def line_of(path, index):
    with open(path) as file:
        return file.readlines()[index]


class Holding(Made):
    """A dataset with a transform."""

    def __init__(self, transform):
        super().__init__(float)
        self.transform = transform


def unpicklable():
    def local(*_):
        return 1.0

    class Local(Own):
        pass

    return {"lambda": lambda *_: 1.0, "function": local, "class": Local(), "object": Own()}


@linux
@says(
    "errors/data/pickle_local_object",
    "Where workers are started by spawn or forkserver (Windows, macOS, Python 3.14 on Linux) the "
    "dataset, its transforms, `collate_fn` and `worker_init_fn` are pickled.",
    "`num_workers=0` pickles nothing.",
    "what spawn does with the dataset",
)
@says("errors/data/bootstrapping_phase", "`num_workers=0` needs none.")
@pytest.mark.parametrize("part", ["dataset", "transform", "collate_fn", "worker_init_fn"])
def test_what_is_pickled_for_a_worker(part):
    odd = unpicklable()["function"]
    dataset = {"dataset": Made(odd), "transform": Holding(odd)}.get(part, Made(float))
    options = {part: odd} if part.endswith("_fn") else {}
    for method in ("spawn", "forkserver"):
        with pytest.raises(AttributeError, match="Can't pickle local object"):
            iter(DataLoader(dataset, num_workers=1, multiprocessing_context=method, **options))
    assert len(list(DataLoader(dataset, **options))) == 4
    pids = DataLoader(Made(lambda index: os.getpid()))
    assert {int(pid) for pid in pids} == {os.getpid()}
    if part == "dataset":
        assert len(list(DataLoader(dataset, num_workers=1, multiprocessing_context="fork"))) == 4


@says(
    "errors/data/pickle_local_object",
    "A lambda, or a function or class that is defined inside a function, cannot be: name it at "
    "the top of the file.",
    "A generator and an open file cannot be either: open the file in `__getitem__`.",
    "no name that a worker could import",
)
@pytest.mark.parametrize("kind", ["lambda", "function", "class", "generator", "file"])
def test_what_cannot_be_pickled(kind, tmp_path):
    path = tmp_path / "lines"
    path.write_text("a\nb\n")
    with path.open() as file:
        things = {**unpicklable(), "generator": (i for i in "ab"), "file": file}
        with pytest.raises((AttributeError, pickle.PicklingError, TypeError)):
            pickle.dumps(things[kind])
    named = [fail, Own, Made(functools.partial(line_of, path))]
    assert pickle.loads(pickle.dumps(named))[2][1] == "b\n"


@says(
    "errors/data/split_lengths",
    "The lengths are numbers of samples and must add up to `len(dataset)`.",
    "Usual causes: both are rounded down by `int(0.8 * n)`; numbers for another dataset; "
    "fractions whose sum is not 1.",
)
@pytest.mark.parametrize(
    ("n", "lengths", "fits"),
    [
        (10, [8, 2], True),
        (11, [int(0.8 * 11), int(0.2 * 11)], False),
        (11, [int(0.8 * 11), 11 - int(0.8 * 11)], True),
        (10, [50_000, 10_000], False),
        (10, [0.8, 0.1], False),
        (10, [0.8, 0.3], False),
        (10, [0.8, 0.2], True),
        (10, [10, 0], True),
    ],
)
def test_lengths_add_up(n, lengths, fits):
    if fits:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert sum(len(part) for part in random_split(range(n), lengths)) == n
    else:
        with pytest.raises(ValueError, match="Sum of input lengths does not equal"):
            random_split(range(n), lengths)


@says(
    "errors/data/split_lengths",
    "Floats that are no fractions, as `0.8 * n` without `int`, give a TypeError of `randperm` "
    "when their sum fits.",
)
@given(n=st.integers(2, 200))
def test_floats_that_are_no_fractions(n):
    with pytest.raises(TypeError, match=r"^randperm\(\)"):
        random_split(range(n), [0.75 * n, 0.25 * n])
    with pytest.raises(ValueError, match="Sum of input lengths"):
        random_split(range(n + 1), [0.75 * n, 0.25 * n])


@says(
    "errors/data/split_lengths",
    "Or fractions that sum to 1: what is left after rounding down goes to the first parts.",
)
@given(n=st.integers(20, 500), eighths=st.sampled_from([(6, 1, 1), (4, 2, 2), (1, 3, 4), (2,) * 4]))
def test_what_is_left_goes_to_the_first(n, eighths):
    down = [n * part // 8 for part in eighths]
    expected = [k + (i < n - sum(down)) for i, k in enumerate(down)]
    parts = random_split(range(n), [part / 8 for part in eighths])
    assert [len(part) for part in parts] == expected


@says("errors/data/no_valid_file", "One level too low: no class folder is found.")
@says(
    "errors/data/no_valid_file",
    "Every subfolder of the root counts as a class, and each must hold a file with a known suffix.",
    "Usual causes: an empty folder, or one that is no class, such as `.ipynb_checkpoints`; images "
    "with another suffix; a root that is one level too high, so that `train` and `val` count as "
    "classes without a message.",
)
@pytest.mark.parametrize(
    ("more", "root", "message"),
    [
        ("train/dog/2.png", "train", None),
        ("train/dog/deep/2.JPG", "train", None),
        ("train/dog/", "train", "Found no valid file for the classes dog"),
        ("train/.ipynb_checkpoints/", "train", "for the classes .ipynb_checkpoints"),
        ("train/dog/2.gif", "train", "for the classes dog"),
        ("val/cat/1.png", "", None),
        ("train/cat/2.png", "train/cat", "Couldn't find any class folder"),
    ],
)
def test_folders_are_classes(more, root, message, tmp_path):
    for name in ("train/cat/1.png", more):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).mkdir() if name.endswith("/") else (tmp_path / name).touch()
    if message:
        with pytest.raises(FileNotFoundError, match=re.escape(message)):
            ImageFolder(tmp_path / root)
    else:
        classes = ["train", "val"] if root == "" else ["cat", "dog"]
        assert ImageFolder(tmp_path / root).classes == classes


def a_cifar(root, monkeypatch):
    """Put small files of CIFAR10 into place and make their checksums those that are wanted."""
    folder = Path(root) / "cifar-10-batches-py"
    folder.mkdir(parents=True)
    wanted = {"train_list": ["data_batch_1"], "test_list": ["test_batch"], "meta": "batches.meta"}
    content = pickle.dumps(
        {"data": np.zeros((1, 3072), np.uint8), "labels": [3], "label_names": ["cat"]}
    )
    md5 = hashlib.md5(content).hexdigest()
    for name in ("data_batch_1", "test_batch", "batches.meta"):
        (folder / name).write_bytes(content)
    for which in ("train_list", "test_list"):
        monkeypatch.setattr(CIFAR10, which, [[name, md5] for name in wanted[which]])
    meta = {"filename": "batches.meta", "key": "label_names", "md5": md5}
    monkeypatch.setattr(CIFAR10, "meta", meta)
    return folder / "data_batch_1"


@says(
    "errors/data/dataset_not_found",
    "torchvision mostly looks for the files in a folder of its own below `root`, such as "
    "`root/cifar-10-batches-py` or `root/MNIST/raw`, and for CIFAR compares their checksums.",
    "Usual causes: no `download=True` the first time; another working directory; the files put "
    "one folder too high or too low; a download that stopped in the middle.",
)
@pytest.mark.parametrize("cause", ["none", "absent", "directory", "high", "low", "broken"])
def test_where_datasets_look(cause, tmp_path, monkeypatch):
    data = tmp_path / "data"
    monkeypatch.chdir(tmp_path)
    if cause != "absent":
        file = a_cifar(data, monkeypatch)
        raw = data / "MNIST" / "raw"
        raw.mkdir(parents=True)
        for part, kind in itertools.product(("train", "t10k"), ("images-idx3", "labels-idx1")):
            ones = [0, 0, 0, 1] * (3 if "images" in kind else 1)
            (raw / f"{part}-{kind}-ubyte").write_bytes(bytes([0, 0, 8, len(ones) // 4, *ones, 7]))
    root = {"high": Path("data/MNIST"), "low": Path()}.get(cause, Path("data"))
    if cause == "directory":
        monkeypatch.chdir(data)
    if cause == "broken":
        file.write_bytes(file.read_bytes()[:-5])
    if cause == "none":
        assert CIFAR10(root)[0][1] == 3
        assert MNIST(root).targets.tolist() == [7]
        return
    with pytest.raises(RuntimeError, match="Dataset not found or corrupted"):
        CIFAR10(root)
    if cause == "broken":
        (raw / "t10k-labels-idx1-ubyte").unlink()
    with pytest.raises(RuntimeError, match="Dataset not found"):
        MNIST(root)


class Numbers(Dataset):
    def __getitem__(self, index):
        return index


class Misspelt(Numbers):
    def __length__(self):
        return 3


class Indented(Numbers):
    def __getitem__(self, index):
        def __len__(self):
            return 3

        return index


class Sized(Numbers):
    def __len__(self):
        return 3


class Stream(IterableDataset):
    def __iter__(self):
        yield from range(3)


@says("errors/data/no_len", "the loader asks a dataset how long it is.")
@says(
    "errors/data/no_len",
    "A dataset with numbers needs two methods: `__len__`, which the sampler asks, shuffled or "
    "not, and `__getitem__`.",
    "Usual causes: `__len__` is missing, misspelt or indented into another method; a generator is "
    "given as a dataset.",
)
@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("kind", [Sized, Numbers, Misspelt, Indented, "generator", "no items"])
def test_who_needs_a_length(kind, shuffle):
    if kind is Sized:
        assert sorted(int(x) for x in DataLoader(Sized(), shuffle=shuffle)) == [0, 1, 2]
        return
    if kind == "no items":
        dataset = type("NoItems", (Dataset,), {"__len__": lambda self: 3})()
        error, words = NotImplementedError, "should implement __getitem__"
    else:
        dataset = (i for i in range(3)) if kind == "generator" else kind()
        error, words = TypeError, rf"object of type '{type(dataset).__name__}' has no len\(\)"
    with pytest.raises(error, match=words):
        list(DataLoader(dataset, shuffle=shuffle))
    sampler = RandomSampler if shuffle else SequentialSampler
    if error is TypeError:
        with pytest.raises(TypeError, match=words):
            list(sampler(dataset))


@says(
    "errors/data/no_len",
    "A stream without a length is an `IterableDataset` with `__iter__`, and its loader has no "
    "length and no shuffle: `iterable_dataset`.",
    "A generator: a class that starts it anew; no shuffle.",
)
def test_a_stream_has_no_length_and_no_shuffle():
    loader = DataLoader(Stream(), batch_size=2)
    for _ in range(3):
        assert [batch.tolist() for batch in loader] == [[0, 1], [2]]
    with pytest.raises(TypeError, match=r"has no len\(\)"):
        len(loader)
    with pytest.raises(ValueError, match="shuffle"):
        DataLoader(Stream(), shuffle=True)
    assert len(DataLoader(Sized(), shuffle=True)) == 3


def pid_of(index):
    return os.getpid()


@linux
@says("errors/data/too_many_workers", "more than there are cores.")
@says(
    "errors/data/too_many_workers",
    "A warning: the loader has more workers than this process has processors, 2 in many notebooks "
    "in the cloud.",
    "It works, but may be slower, as workers share the cores, and each process takes memory.",
    "Take the suggested number, or fewer if several trainings run on the machine.",
    "The cores that this process may use; on a cluster these are fewer than the machine's.",
)
@pytest.mark.parametrize(("cores", "workers", "warns"), [(2, 2, 0), (2, 3, 1), (4, 3, 0)])
def test_more_workers_than_cores(cores, workers, warns, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(cores)))
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        loader = DataLoader(Made(pid_of), num_workers=workers)
    assert len(caught) == warns
    if warns:
        assert f"suggested max number of worker in current system is {cores}" in str(
            caught[0].message
        )
        assert len({int(pid) for pid in loader}) == workers
    assert names_of("errors/data/too_many_workers")["cores"] == cores


def batches(dataset):
    return BatchSampler(SequentialSampler(dataset), 2, drop_last=False)


@says("errors/data/mutually_exclusive", "One of them already decides what the other one asks for.")
@says(
    "errors/data/mutually_exclusive",
    "A `sampler` draws the numbers: leave out `shuffle`; to shuffle, take a random sampler.",
    "A `batch_sampler` makes the batches: leave out `batch_size`, `shuffle`, `sampler` and "
    "`drop_last`.",
    "Prefetching and persistent workers need workers.",
)
@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("sampler", {"shuffle": True}, "mutually exclusive with shuffle"),
        ("batch_sampler", {"batch_size": 2}, "mutually exclusive with batch_size"),
        ("batch_sampler", {"shuffle": True}, "mutually exclusive with batch_size, shuffle"),
        ("batch_sampler", {"sampler": [0]}, "mutually exclusive with batch_size, shuffle, sampler"),
        ("batch_sampler", {"drop_last": True}, "and drop_last"),
        ("num_workers", {"prefetch_factor": 2}, "prefetch_factor option could only"),
        ("num_workers", {"persistent_workers": True}, "needs num_workers > 0"),
    ],
)
def test_arguments_that_clash(one, other, message):
    dataset = range(10)
    value = {"sampler": SequentialSampler(dataset), "batch_sampler": batches(dataset)}.get(one, 0)
    with pytest.raises(ValueError, match=message):
        DataLoader(dataset, **{one: value}, **other)
    DataLoader(dataset, **{one: value})
    if one == "num_workers":
        DataLoader(dataset, num_workers=1, **other)
    if one == "batch_sampler":
        assert [b.tolist() for b in DataLoader(dataset, batch_sampler=value)][:1] == [[0, 1]]
    if one == "sampler":
        for sampler in (RandomSampler(dataset), WeightedRandomSampler([1.0] * 10, 10)):
            drawn = [int(x) for x in DataLoader(dataset, sampler=sampler)]
            assert len(drawn) == 10
            assert drawn != list(dataset)
