"""What the sentences of data/work say."""

import gc
import io
import mmap
import multiprocessing
import os
import pickle
import re
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile
from recipes import names_of
from support import library, says
from torch import nn
from torch.utils.data import DataLoader, default_convert
from torchvision import tv_tensors
from torchvision.datasets import ImageFolder, VOCDetection, wrap_dataset_for_transforms_v2
from torchvision.models import detection
from torchvision.transforms import v2

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def entry(name):
    return names_of(f"data/work/{name}")


# Memory and files of workers


def private_kilobytes():
    text = Path("/proc/self/smaps_rollup").read_text()
    return sum(int(n) for n in re.findall(r"Private_\w+: +(\d+) kB", text))


def grown_in_a_fork(look):
    """How many kilobytes a forked process has for itself after it has looked at something."""
    parent, child = multiprocessing.Pipe()  # no parallel kernel below: its threads are not forked

    def run():
        gc.disable()
        before = private_kilobytes()
        look()
        child.send(private_kilobytes() - before)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    assert parent.poll(20), "the forked process does not answer"
    grown = parent.recv()
    process.join()
    return grown


@ON_LINUX
@says(
    "data/work/growing_memory",
    "A forked worker shares the parent's memory until one of both writes to it.",
    "Looking at a Python object writes its reference count, so a long list of paths or "
    "dictionaries is copied page by page, once a worker.",
    "Few large objects are not copied: one tensor, one NumPy array, or the text packed as here.",
)
@pytest.mark.parametrize("kind", ["paths", "dictionaries"])
def test_a_list_is_copied_by_looking_at_it(kind):
    Strings = entry("growing_memory")["Strings"]
    count = 200_000
    paths = [f"train/{number:06}.jpg" for number in range(count)]
    packed, tensor = Strings(paths), torch.arange(2 * count)
    array = tensor.numpy()
    looked_at = paths if kind == "paths" else [{"path": path} for path in paths]

    def look_at_the_list():
        for item in looked_at:
            item  # noqa: B018

    size = sum(map(sys.getsizeof, paths)) // 1024
    grown = grown_in_a_fork(look_at_the_list)
    assert grown > 0.8 * size
    assert grown_in_a_fork(lambda: array.sum()) < 0.3 * grown
    assert grown_in_a_fork(lambda: [int(tensor[n]) for n in range(0, count, 10)]) < 0.3 * grown
    assert grown_in_a_fork(lambda: [packed[n] is None for n in range(0, count, 10)]) < 0.3 * grown


@pytest.mark.parametrize("texts", [["a"], ["", "é", "three words here"], ["x" * 300, ""]])
def test_packed_strings_are_those(texts):
    packed = entry("growing_memory")["Strings"](texts)
    assert [packed[n] for n in range(len(packed))] == texts


def open_files():
    return len(os.listdir("/proc/self/fd"))


@ON_LINUX
@says(
    "data/work/open_files",
    "each tensor from a worker holds one.",
    "On Linux workers hand tensors over as open files, and a process may have as many as "
    "`ulimit -n` says, often 1024.",
    "Whoever keeps what a loader gives, as in a list of all predictions or targets, keeps the "
    "files.",
)
@pytest.mark.parametrize("batches", [5, 20])
def test_kept_batches_are_open_files(batches):
    assert torch.multiprocessing.get_sharing_strategy() == "file_descriptor"
    gc.collect()
    before = open_files()
    kept = list(DataLoader(torch.arange(batches), num_workers=1))
    gc.collect()
    assert open_files() - before == batches
    cloned = [batch.clone() for batch in kept]
    del kept
    gc.collect()
    assert open_files() - before < batches
    assert len(cloned) == batches
    said = subprocess.run(["sh", "-c", "ulimit -n"], capture_output=True, text=True).stdout
    assert int(said) == resource.getrlimit(resource.RLIMIT_NOFILE)[0]


@ON_LINUX
@says(
    "data/work/open_files",
    "With the strategy `file_system` the files are not held open.",
)
def test_named_files_are_not_held_open():
    strategy = torch.multiprocessing.get_sharing_strategy()
    torch.multiprocessing.set_sharing_strategy("file_system")
    try:
        before = open_files()
        kept = list(DataLoader(torch.arange(12), num_workers=1))
        assert open_files() - before < 6  # connections to the helper
        assert all(batch.is_shared() for batch in kept)
    finally:
        torch.multiprocessing.set_sharing_strategy(strategy)


# Files that are large


def resident_bytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * mmap.PAGESIZE


@ON_LINUX
@says(
    "data/work/memory_map",
    "The file is read where rows are asked for, not as a whole.",
    "reads the header",
)
def test_a_mapped_file_is_not_read_as_a_whole(tmp_path):
    path = str(tmp_path / "rows.npy")
    rows = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=(2**26, 4))
    rows[-1] = 7
    del rows
    assert Path(path).stat().st_size > 1e9
    before = resident_bytes()
    dataset = entry("memory_map")["Rows"](path)
    assert dataset.rows is None
    assert len(dataset) == 2**26
    assert dataset[2**26 - 1].tolist() == [7] * 4
    assert resident_bytes() - before < 5e7


@says(
    "data/work/memory_map",
    "Keep the path, and open it at the first sample: pickled, an open map is sent with all its "
    "numbers.",
    "`torch.tensor` copies the row; `from_numpy` would share it, and warns that it cannot be "
    "written.",
    'A plain array without a header is opened by `np.memmap(path, dtype, shape=shape, mode="r")`.',
)
@pytest.mark.parametrize("count", [10, 5000])
def test_a_map_and_its_rows(count, tmp_path):
    numbers = np.arange(4 * count, dtype=np.float32).reshape(count, 4)
    path = str(tmp_path / "rows.npy")
    np.save(path, numbers)
    dataset = entry("memory_map")["Rows"](path)
    small = len(pickle.dumps(vars(dataset)))
    row = dataset[count - 1]
    assert row.tolist() == numbers[-1].tolist()
    row.zero_()
    assert dataset[count - 1].tolist() == numbers[-1].tolist()
    assert small < 1000
    assert len(pickle.dumps(vars(dataset))) > numbers.nbytes
    opened = np.load(path, mmap_mode="r")
    torch.set_warn_always(True)  # else it warns once in a process
    try:
        with pytest.warns(UserWarning, match="not writable"):
            shared = torch.from_numpy(opened[0])
    finally:
        torch.set_warn_always(False)
    assert shared.data_ptr() == opened.ctypes.data
    numbers.tofile(tmp_path / "plain.bin")
    plain = np.memmap(tmp_path / "plain.bin", np.float32, shape=(count, 4), mode="r")
    assert (plain == numbers).all()


@says(
    "data/work/hdf5_per_worker",
    "Keep the path, look into it once for the length, and open it at the first sample.",
    "Chunks of one sample suit a shuffled loader: HDF5 reads and unpacks whole chunks.",
)
@pytest.mark.parametrize("together", [1, 8])
def test_hdf5_reads_whole_chunks(together, tmp_path):
    """Damage to one sample is met in whatever shares its chunk."""
    h5py = library("h5py")
    path = tmp_path / "photos.h5"
    images = np.arange(8, dtype=np.uint8).repeat(64).reshape(8, 8, 8)
    with h5py.File(path, "w") as file:
        chunks = (together, 8, 8)
        file.create_dataset("images", data=images, chunks=chunks, fletcher32=True)
    photos = names_of("data/work/hdf5_per_worker")["Photos"](str(path))
    assert photos.file is None
    assert len(photos) == 8
    assert photos[0].unique().tolist() == [0]
    photos.file.close()
    data = path.read_bytes()
    assert data.count(bytes([7] * 64)) == 1
    path.write_bytes(data.replace(bytes([7] * 64), bytes([7] * 63 + [9])))
    photos.file = None
    if together == 1:
        assert photos[0].unique().tolist() == [0]
    else:
        with pytest.raises(OSError, match="read"):
            photos[0]
    photos.file.close()


# Streams and epochs


@says(
    "data/work/shards",
    "Each process takes its part of the files, and each worker a part of these.",
    "the same for any number of workers",
)
@pytest.mark.parametrize("world", [1, 2, 3])
@pytest.mark.parametrize("workers", [0, 2])
def test_shards_are_shared_without_overlap(world, workers, tmp_path):
    for number in range(7):
        np.save(tmp_path / f"{number}.npy", np.arange(2) + 10 * number)
    Shards = entry("shards")["Shards"]
    seen = []
    for rank in range(world):
        part = Shards(tmp_path, rank, world)
        alone = sorted(map(int, part))
        assert sorted(map(int, DataLoader(part, None, num_workers=workers))) == alone
        seen += alone
    assert sorted(seen) == sorted(10 * n + m for n in range(7) for m in range(2))


@says(
    "data/work/shards",
    "Have at least as many shards as workers in all, or some have nothing to do.",
)
@pytest.mark.parametrize(("world", "workers"), [(1, 1), (1, 3), (2, 2), (3, 2)])
@pytest.mark.parametrize("extra", [-1, 0, 1, 4])
def test_shards_for_each_worker(world, workers, extra):
    count = world * workers + extra
    shares = [len(range(count)[r::world][w::workers]) for r in range(world) for w in range(workers)]
    assert (min(shares) > 0) == (extra >= 0)


@says("data/work/shards", "Persistent workers do not see a new `epoch`.")
@pytest.mark.parametrize("persistent", [True, False])
def test_the_epoch_in_workers(persistent, tmp_path):
    for number in range(7):
        np.save(tmp_path / f"{number}.npy", np.array([number]))
    shards = entry("shards")["Shards"](tmp_path)
    loader = DataLoader(shards, None, num_workers=1, persistent_workers=persistent)
    orders = []
    for shards.epoch in range(2):
        orders.append([int(x) for x in loader])
    assert (orders[0] == orders[1]) == persistent


def shuffled(count, size, seed):
    generator = torch.Generator().manual_seed(seed)
    return list(entry("shuffle_buffer")["shuffled"](range(count), size, generator))


@says(
    "data/work/shuffle_buffer",
    "Holds `size` samples; each that comes in sends out one of them by chance.",
    "A sample comes forward by fewer than `size` places, so a stream sorted by class stays nearly "
    "sorted: shuffle the files, too.",
    "A buffer of 1 changes nothing.",
)
@pytest.mark.parametrize("size", [1, 3, 20])
@given(count=st.integers(0, 40), seed=st.integers(0, 999))
def test_a_shuffle_buffer(size, count, seed):
    order = shuffled(count, size, seed)
    assert sorted(order) == list(range(count))
    assert all(sample - place < size for place, sample in enumerate(order))
    if size == 1:
        assert order == list(range(count))
    read = iter(range(count))
    stream = entry("shuffle_buffer")["shuffled"](read, size, torch.Generator())
    if count > size:
        next(stream)
        assert count - len(list(read)) == size + 1  # the buffer is full, and one came in


def test_a_shuffle_buffer_reaches_its_bound():
    assert max(s - p for seed in range(30) for p, s in enumerate(shuffled(20, 4, seed))) == 3


@says(
    "data/work/resume_mid_epoch",
    "The order of an epoch is made from its number, so a new process makes the same; the sampler "
    "then leaves out what was seen.",
)
@pytest.mark.parametrize("epoch", [0, 1, 17])
@pytest.mark.parametrize("seen", [0, 3, 10])
def test_the_rest_of_an_epoch(epoch, seen):
    Resumable = entry("resume_mid_epoch")["Resumable"]
    torch.manual_seed(epoch)
    whole = list(Resumable(10, epoch))
    torch.rand(7)
    assert list(Resumable(10, epoch, seen)) == whole[seen:]
    assert len(Resumable(10, epoch, seen)) == 10 - seen
    assert sorted(whole) == list(range(10))
    assert whole != list(Resumable(10, epoch + 1))


# Files and splits


def noise(size=64, kind="JPEG"):
    file = io.BytesIO()
    grey = np.random.default_rng(0).integers(0, 256, (size, size), dtype=np.uint8)
    Image.fromarray(grey).save(file, kind)
    return file.getvalue()


@says(
    "data/work/corrupt_files",
    "`verify()` decodes nothing: a JPEG that is cut short passes.",
    "`ImageFile.LOAD_TRUNCATED_IMAGES = True` reads the rest of a JPEG as grey, of a PNG as black.",
    "OSError, SyntaxError, ValueError and others",
)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.8])
def test_a_jpeg_cut_short(share, tmp_path, monkeypatch):
    whole = noise()
    path = tmp_path / "cut.jpg"
    path.write_bytes(whole[: int(share * len(whole))])
    Image.open(path).verify()
    left = entry("corrupt_files")
    assert not left["is_readable"](path)
    assert left["broken"]["cut.jpg"] == "OSError"
    assert isinstance(Image.open(io.BytesIO(whole)).load(), object)
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert (np.asarray(Image.open(path))[-8:] == 128).all()
    png = noise(kind="PNG")
    left_over = Image.open(io.BytesIO(png[: int(share * len(png))]))
    assert (np.asarray(left_over)[-8:] == 0).all()
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    assert not left["is_readable"](tmp_path / "bad.png")


@says(
    "data/work/corrupt_files",
    "`ImageFolder` takes the check as `is_valid_file`; it is asked for each file when the dataset "
    "is made, so keep the list of a large set.",
)
@pytest.mark.parametrize("count", [1, 4])
def test_the_check_is_asked_for_each_file(count, tmp_path):
    (tmp_path / "cat").mkdir()
    for number in range(count):
        (tmp_path / "cat" / f"{number}.jpg").write_bytes(noise(8))
    asked = []

    def check(path):
        asked.append(Path(path).name)
        return True

    dataset = ImageFolder(tmp_path, is_valid_file=check)
    assert sorted(asked) == [f"{number}.jpg" for number in range(count)]
    assert len([image for image, _ in dataset]) == count
    assert len(asked) == count


@says(
    "data/work/group_folds",
    "Give the groups their folds, not the samples.",
    "Folds then differ in size.",
    "the fold of each group",
    "the fold of each sample",
)
@pytest.mark.parametrize("folds", [2, 3, 4])
def test_no_group_is_on_both_sides(folds):
    patient = torch.randint(0, 9, (40,), generator=torch.Generator().manual_seed(folds))
    left = names_of("data/work/group_folds", patient=patient, folds=folds)
    fold = left["fold"]
    for k in range(folds):
        assert not set(patient[fold == k].tolist()) & set(patient[fold != k].tolist())
    assert set(fold.tolist()) == set(range(folds))
    per_fold = left["fold_of"].bincount()
    assert per_fold.max() - per_fold.min() <= 1
    assert len(fold.bincount().unique()) > 1  # in samples they differ


@says(
    "data/work/group_folds",
    "`StratifiedGroupKFold` of scikit-learn also keeps the shares of the classes.",
)
@pytest.mark.parametrize("seed", [0, 1])
def test_stratified_groups(seed):
    from sklearn.model_selection import GroupKFold, StratifiedGroupKFold

    rng = np.random.default_rng(seed)
    groups = np.arange(60).repeat(5)
    labels = (rng.random(60) < np.linspace(0, 1, 60)).astype(int).repeat(5)  # sorted by share

    def spread(splitter):
        return np.std([labels[val].mean() for _, val in splitter.split(labels, labels, groups)])

    stratified = StratifiedGroupKFold(n_splits=5)
    assert spread(stratified) < 0.05
    assert spread(stratified) <= spread(GroupKFold(n_splits=5)) + 1e-9
    for train, val in stratified.split(labels, labels, groups):
        assert not set(groups[train]) & set(groups[val])


# Transforms and targets

DRAWN = {
    "flip": v2.RandomHorizontalFlip(0.5),
    "crop": v2.RandomCrop(5),
    "resized crop": v2.RandomResizedCrop(5),
    "rotation": v2.RandomRotation(90),
    "colour": v2.ColorJitter(brightness=0.9),
    "erasing": v2.RandomErasing(p=0.9),
}


@says(
    "data/work/drawn_once",
    "one draw for the whole call.",
    "Given a batch, a transform draws once: all its images are flipped, or none, and all get the "
    "same crop.",
    "Call it for each sample, in the dataset, as a loader does.",
)
@pytest.mark.parametrize("name", DRAWN)
def test_a_batch_is_drawn_once(name):
    torch.manual_seed(0)
    image = torch.rand(3, 12, 12)
    batch = image.expand(4, 3, 12, 12)
    results = [DRAWN[name](batch) for _ in range(8)]
    assert all(torch.equal(result[0], one) for result in results for one in result)
    assert any(not torch.equal(result[0], results[0][0]) for result in results)
    single = [DRAWN[name](image) for _ in range(8)]
    assert any(not torch.equal(one, single[0]) for one in single)


@says(
    "data/work/drawn_once",
    "`MixUp` and `CutMix` are made for batches, and draw one share for all.",
)
@pytest.mark.parametrize("transform", [v2.MixUp(num_classes=8), v2.CutMix(num_classes=8)])
def test_mixing_draws_one_share(transform):
    torch.manual_seed(0)
    _, target = transform(torch.rand(8, 3, 16, 16), torch.arange(8))
    assert len(target.amax(dim=1).unique()) == 1
    with pytest.raises(ValueError, match="batch"):
        transform(torch.rand(3, 16, 16), torch.tensor(0))


@says(
    "data/work/image_and_mask",
    "Both are wrapped and go through one call: crops, flips and sizes are the same, colours and "
    "`Normalize` reach the image alone.",
    "`Resize` takes nearest for a mask by itself, so no new class numbers appear.",
    "`ToDtype` with a dictionary scales the image and leaves the numbers of the mask.",
    "A mask read from a PIL image has a channel: drop it for the loss.",
)
@pytest.mark.parametrize("seed", range(5))
def test_an_image_and_its_mask(seed):
    left = entry("image_and_mask")
    torch.manual_seed(seed)
    mask = torch.zeros(48, 48, dtype=torch.uint8)
    mask[5:30, 10:40] = 200
    picture = tv_tensors.Image(mask.expand(3, 48, 48).clone())
    image, label = left["train"](picture, tv_tensors.Mask(mask))
    assert set(label.unique().tolist()) <= {0, 200}
    assert label.dtype == torch.int64
    black = label == 0
    if black.any():
        assert image[:, black.squeeze(0)].min() == -1  # (0 - 0.5) / 0.5, whatever the brightness
    inside = (image[:1] > image.max() - 1e-3) == (label == 200)
    assert inside.float().mean() > 0.85  # but for edges, where the image is smoothed
    small = v2.Resize(17)(tv_tensors.Mask(mask))
    assert set(small.unique().tolist()) == {0, 200}
    assert set(v2.Resize(17)(picture).unique().tolist()) > {0, 200}
    assert tv_tensors.Mask(Image.fromarray(mask.numpy())).shape == (1, 48, 48)


@pytest.fixture
def voc(tmp_path):
    base = tmp_path / "VOCdevkit" / "VOC2012"
    for folder in ("ImageSets/Main", "JPEGImages", "Annotations"):
        (base / folder).mkdir(parents=True)
    (base / "ImageSets/Main/train.txt").write_text("one")
    Image.new("RGB", (40, 20)).save(base / "JPEGImages/one.jpg")
    (base / "Annotations/one.xml").write_text(entry("wrapped_dataset")["XML"])
    return tmp_path


@says(
    "data/work/wrapped_dataset",
    "VOC and COCO come with boxes as plain numbers, which a flip leaves where they are.",
    "Wrapped, they are `tv_tensors`, and move with the image.",
    "Pass `transforms`, which gets image and target; `transform` gets the image alone.",
    "Without `target_keys` some keys are dropped.",
)
@pytest.mark.parametrize("flips", [False, True])
def test_wrapped_boxes_move(voc, flips):
    flip = v2.RandomHorizontalFlip(p=float(flips))
    plain = VOCDetection(voc, image_set="train", transforms=flip)
    box = plain[0][1]["annotation"]["object"][0]["bndbox"]
    assert box == {"xmin": "4", "ymin": "2", "xmax": "10", "ymax": "8"}
    wrapped = wrap_dataset_for_transforms_v2(plain)
    _, target = wrapped[0]
    assert isinstance(target["boxes"], tv_tensors.BoundingBoxes)
    assert target["boxes"].tolist() == [[30, 2, 36, 8] if flips else [4, 2, 10, 8]]
    assert "annotation" not in target
    every = wrap_dataset_for_transforms_v2(plain, target_keys="all")[0][1]
    assert "annotation" in every
    alone = VOCDetection(voc, image_set="train", transform=flip)
    assert wrap_dataset_for_transforms_v2(alone)[0][1]["boxes"].tolist() == [[4, 2, 10, 8]]


@says(
    "data/work/paired_images",
    "Pair by name, not by the order of two listings: one missing file shifts all after it.",
    "Both are read in one dataset and go through one transform call, so that a crop is the same.",
)
@pytest.mark.parametrize("missing", [0, 2, 4])
def test_pairs_by_name(missing, tmp_path):
    Pairs = entry("paired_images")["Pairs"]
    grid = np.arange(256, dtype=np.uint8).reshape(16, 16)
    for folder, sign in [("low", 1), ("high", -1)]:
        (tmp_path / folder).mkdir()
        for number in range(5):
            Image.fromarray(grid if sign > 0 else 255 - grid).save(
                tmp_path / folder / f"{number}.png"
            )
    pairs = Pairs(tmp_path / "low", tmp_path / "high", v2.RandomCrop(4))
    assert len(pairs) == 5
    for low, high in (pairs[n] for n in range(5)):
        assert torch.equal(low, 255 - high)
    (tmp_path / "low" / f"{missing}.png").unlink()
    with pytest.raises(ValueError, match=rf"not in both: \['{missing}'\]"):
        Pairs(tmp_path / "low", tmp_path / "high")
    low, high = (sorted(path.name for path in (tmp_path / f).iterdir()) for f in ("low", "high"))
    assert [a == b for a, b in zip(low, high[:4], strict=True)] == [n < missing for n in range(4)]


@says(
    "data/work/collate_detection",
    "Images of several sizes and any number of boxes cannot be stacked, and the detectors of "
    "torchvision want lists anyhow.",
    "`zip(*batch)` turns a list of pairs into a pair of tuples.",
)
@pytest.mark.parametrize("boxes", [0, 1, 3])
def test_lists_for_detectors(boxes):
    left = entry("collate_detection")
    batch = [left["sample"](torch.rand(3, 8, 8), boxes), left["sample"](torch.rand(3, 9, 7), 2)]
    images, targets = left["as_lists"](batch)
    assert images[1] is batch[1][0]
    assert targets[0] is batch[0][1]
    with pytest.raises(RuntimeError):
        torch.stack(images)
    transform = detection.transform.GeneralizedRCNNTransform(8, 9, [0.5] * 3, [0.5] * 3)
    stacked, _ = transform(list(images))  # the first part of the detectors
    assert stacked.tensors.shape[0] == 2
    with pytest.raises((ValueError, TypeError)):
        transform(torch.rand(3, 8, 8))


@says(
    "data/work/default_convert",
    "What a loader does with `batch_size=None`: NumPy arrays become tensors and share their "
    "memory, lists and dictionaries are kept; nothing is stacked, and Python numbers and strings "
    "stay.",
)
@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.uint8])
def test_default_convert_stacks_nothing(dtype):
    array = np.ones((2, 3), dtype=dtype)
    sample = {"x": array, "list": [array, 1], "text": "a", "number": 2.5}
    (loaded,) = DataLoader([sample], batch_size=None)
    for found in (default_convert(sample), loaded):
        assert found["x"].data_ptr() == array.ctypes.data
        assert isinstance(found["list"], list)
        assert found["list"][1] == 1
        assert (found["text"], found["number"]) == ("a", 2.5)
        assert torch.equal(found["x"], torch.from_numpy(array))


def test_a_model_takes_the_rows_of_default_convert():
    assert nn.Linear(3, 1)(entry("default_convert")["x"]).shape == (2, 1)
