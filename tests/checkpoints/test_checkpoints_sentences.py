"""What the sentences of checkpoints say."""

import collections
import io
import itertools
import os
import pathlib
import pickle
import zipfile
from contextlib import nullcontext

import numpy as np
import pytest
import torch
import torch.distributed as dist
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.distributed.checkpoint.state_dict import get_model_state_dict
from torch.nn.parallel import DistributedDataParallel
from torch.serialization import skip_data
from torchvision import models


def saved(value):
    file = io.BytesIO()
    torch.save(value, file)
    return file.getvalue()


def loaded(content, **options):
    return torch.load(io.BytesIO(content), **options)


@says(
    "checkpoints/state_dict",
    "It holds parameters and persistent buffers by name, not the code: make the same model first,"
    " then load.",
    "Its tensors are the model's own, not copies.",
)
@pytest.mark.parametrize("model", [nn.Linear(2, 3), nn.BatchNorm1d(4), nn.LSTM(2, 3, 2)])
def test_what_a_state_dict_holds(model):
    state = model.state_dict()
    own = dict(model.named_parameters()) | dict(model.named_buffers())
    assert state.keys() == own.keys()
    assert all(state[name].data_ptr() == own[name].data_ptr() for name in own)
    assert type(model).__name__.encode() not in saved(state)
    for persistent in (False, True):
        model.register_buffer("more", torch.ones(1), persistent=persistent)
        assert ("more" in model.state_dict()) is persistent
        del model.more
    with pytest.raises(RuntimeError, match="Error\\(s\\) in loading"):
        nn.Conv2d(7, 7, 7).load_state_dict(state)


class Net(nn.Linear):
    pass


@says(
    "checkpoints/whole_model",
    "it pickles the class by its name, so prefer the state_dict.",
    "The file needs the same class in the same module when it is loaded: rename or move it, and "
    "the file is lost.",
    "Loading runs pickled code, so `torch.load` refuses it by default; `weights_only=False` is "
    "for files that you made yourself.",
)
@pytest.mark.parametrize("change", ["rename", "move"])
def test_a_whole_model_needs_its_class(monkeypatch, change):
    content = saved(Net(2, 3))
    with pytest.raises(pickle.UnpicklingError):
        loaded(content)
    assert type(loaded(content, weights_only=False)) is Net
    if change == "rename":
        monkeypatch.delitem(globals(), "Net")
    else:  # the module is there, without the class
        content = content.replace(__name__.encode(), b"os".ljust(len(__name__), b"_"))
    with pytest.raises((AttributeError, ModuleNotFoundError)):
        loaded(content, weights_only=False)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
    max_leaves=8,
)


@says(
    "checkpoints/weights_only",
    "Keep a checkpoint to plain values, and the question does not come up.",
)
@given(PLAIN)
def test_plain_values_are_loaded(value):
    assert loaded(saved(value)) == value


@says(
    "checkpoints/weights_only",
    "A pickle can call any function while it is loaded.",
    "Since torch 2.6 `torch.load` takes tensors, containers and plain values only, unless told "
    "otherwise.",
)
@pytest.mark.parametrize("function", [os.getcwd, dir, pathlib.Path.cwd, np.random.rand])
def test_a_pickle_may_call_a_function(function):
    class Call:
        def __reduce__(self):
            return function, ()

    content = saved({"weight": torch.ones(1), "call": Call()})
    with pytest.raises(pickle.UnpicklingError):
        loaded(content)
    found = loaded(content, weights_only=False)["call"]
    assert type(found) is type(function())


REFUSED = (np.ones(2), np.float64(1), pathlib.Path("a"), range(3), collections.deque(), Net(1, 1))


@says(
    "checkpoints/weights_only",
    "Allow a class of your own with `torch.serialization.safe_globals`.",
)
@pytest.mark.parametrize("value", REFUSED, ids=lambda value: type(value).__name__)
def test_objects_are_refused(value):
    with pytest.raises(pickle.UnpicklingError):
        loaded(saved(value))


class Own:
    def __init__(self):
        self.width = 8


def test_a_class_of_ones_own_is_allowed():
    with torch.serialization.safe_globals([Own]):
        assert loaded(saved(Own())).width == 8
    with pytest.raises(pickle.UnpicklingError):
        loaded(saved(Own()))


# Devices


def saved_from(device):
    """Return a file as another machine would have written it."""
    source = zipfile.ZipFile(io.BytesIO(saved({"weight": torch.ones(2)})))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("data.pkl"):
                old = b"X\x03\x00\x00\x00cpu"
                assert old in content
                new = device.encode()
                content = content.replace(old, b"X" + len(new).to_bytes(4, "little") + new)
            target.writestr(name, content)
    return file.getvalue()


@says(
    "checkpoints/map_location",
    "A checkpoint remembers the device of its tensors.",
    "Without `map_location` a file saved from a GPU asks for that GPU, and raises "
    '"Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False" '
    "where there is none.",
    '`"cpu"` works on any machine: `load_state_dict` copies into the model wherever it lives.',
)
@pytest.mark.parametrize("device", ["cuda:0", "cuda:7"])
@pytest.mark.parametrize("target", ["cpu", pytest.param("cuda", marks=needs_cuda)])
def test_a_file_from_a_gpu(monkeypatch, device, target):
    content = saved_from(device)
    state = loaded(content, map_location="cpu")
    assert state["weight"].device.type == "cpu"
    model = nn.Linear(2, 1, bias=False, device=target, dtype=torch.float64)
    model.load_state_dict({"weight": state["weight"][None]})
    assert (model.weight.device.type, model.weight.dtype) == (target, torch.float64)
    assert model.weight.tolist() == [[1, 1]]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    message = "Attempting to deserialize object on a CUDA device but torch.cuda.is_available"
    with pytest.raises(RuntimeError, match=message):
        loaded(content)


@says(
    "checkpoints/map_location",
    'how a file from "cuda:1" comes to the first GPU: '
    'torch.load(path, map_location={"cuda:1": "cuda:0"})',
)
def test_a_map_of_devices():
    assert loaded(saved_from("cuda:1"), map_location={"cuda:1": "cpu"})["weight"].tolist() == [1, 1]


class Counted(io.BytesIO):
    count = 0

    def read(self, *size):
        content = super().read(*size)
        self.count += len(content)
        return content

    def readinto(self, buffer):
        self.count += (size := super().readinto(buffer))
        return size


def resident():
    pages = pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


@says(
    "checkpoints/map_location",
    '`"meta"` gives shapes without reading the data; `mmap=True` reads from the disk what is used.',
)
def test_meta_and_mmap_read_little(tmp_path):
    files = {where: Counted(saved(torch.ones(1_000_000))) for where in ("cpu", "meta")}
    assert all(torch.load(file, map_location=where).numel() for where, file in files.items())
    assert files["cpu"].count > 4_000_000 > 100 * files["meta"].count
    with skip_data():  # a file with a hole of one gigabyte
        torch.save(torch.empty(2**30, dtype=torch.uint8), tmp_path / "large.pt")
    before = resident()
    large = torch.load(tmp_path / "large.pt", mmap=True)
    assert large[:1000].sum() == 0
    assert resident() - before < 100


# What a run needs


@says(
    "checkpoints/full_checkpoint",
    "The optimizer's state too: Adam without its moments starts over.",
)
@given(steps=st.integers(1, 5))
def test_adam_without_its_moments_starts_over(steps):
    def step(optimizer, weight):
        optimizer.zero_grad()
        (weight**2).sum().backward()
        optimizer.step()

    weight = nn.Parameter(torch.tensor([3.0], dtype=torch.float64))
    optimizer = torch.optim.Adam([weight], lr=0.5)
    for _ in range(steps):
        step(optimizer, weight)
    found = []
    for state in (optimizer.state_dict(), None):
        copy = nn.Parameter(weight.detach().clone())
        fresh = torch.optim.Adam([copy], lr=0.5)
        if state:
            fresh.load_state_dict(state)
        step(fresh, copy)
        found.append((copy - weight).item())
    assert abs(found[1]) == pytest.approx(0.5)  # a first step is lr long
    step(optimizer, kept := weight)
    assert found[0] != pytest.approx(found[1], abs=1e-4)
    assert kept is weight


@says(
    "checkpoints/full_checkpoint",
    "All of them plain values, so that `weights_only=True` loads it.",
    "The scheduler, a `GradScaler`, averaged weights, the epoch, the best result, the random "
    "states, and what builds and names the model again: its arguments, the classes.",
)
@pytest.mark.parametrize("part", ["scaler", "average", "adamw", "lbfgs", "one cycle", "random"])
def test_states_are_plain_values(part):
    model = nn.Linear(2, 2)
    optimizer = torch.optim.AdamW(model.parameters())
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    state = {
        "scaler": torch.amp.GradScaler("cpu").state_dict,
        "average": torch.optim.swa_utils.AveragedModel(model).state_dict,
        "adamw": optimizer.state_dict,
        "lbfgs": torch.optim.LBFGS(model.parameters()).state_dict,
        "one cycle": torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=9).state_dict,
        "random": torch.get_rng_state,
    }[part]()
    found = loaded(saved({part: state}), weights_only=True)[part]
    assert found.keys() == state.keys() if part != "random" else torch.equal(found, state)


@says(
    "checkpoints/random_states",
    "NumPy's array is kept as a tensor, so that `weights_only=True` loads it.",
)
def test_the_state_of_numpy_is_refused_as_it_is():
    with pytest.raises(pickle.UnpicklingError):
        loaded(saved(np.random.get_state()))
    states = names_of("checkpoints/random_states")["random_states"](torch.Generator())
    assert loaded(saved(states), weights_only=True).keys() == states.keys()


# Files


@says(
    "checkpoints/atomic_write",
    "`torch.save` straight onto `last.pt` destroys the old file first: a crash or a full disk in "
    "the middle leaves neither.",
)
def test_saving_onto_the_old_file(tmp_path):
    class Full:
        def __reduce__(self):
            raise OSError(28, "No space left on device")

    path = tmp_path / "last.pt"
    torch.save({"epoch": 1}, path)
    with pytest.raises(OSError, match="No space"):
        torch.save({"epoch": 2, "broken": Full()}, path)
    with pytest.raises((RuntimeError, EOFError, pickle.UnpicklingError)):
        torch.load(path)


@says(
    "checkpoints/hash_in_name",
    "The first digits of the SHA-256 in the name, as in `resnet18-f37072fd.pth`, tell.",
)
def test_torchvision_names_a_file_by_its_hash():
    assert models.ResNet18_Weights.DEFAULT.url.endswith("/resnet18-f37072fd.pth")
    assert torch.hub.HASH_REGEX.search("resnet18-f37072fd.pth")[1] == "f37072fd"


@says("checkpoints/keep_best", "For a loss turn `>` round and start from `inf`.")
@says("checkpoints/keep_best", "0007 sorts before 0010")
@given(losses=st.lists(st.floats(0, 100), min_size=1, max_size=12, unique=True))
def test_the_best_loss(losses):
    best, kept = float("inf"), None
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, kept = loss, f"best-{epoch:04}.pt"
    assert kept == f"best-{losses.index(min(losses)):04}.pt"
    names = [f"{number:04}" for number in range(0, 10_000, 7)]
    assert names == sorted(names)
    assert sorted(["7", "10"]) == ["10", "7"]


# Names


@says(
    "checkpoints/partial_load",
    "only the keys that fit by name and by shape.",
    "Say what was left out, or a typing error passes for success: count what was loaded.",
)
@pytest.mark.parametrize(("prefix", "fitting"), [("", 2), ("body", 0)])
def test_a_typing_error_passes(prefix, fitting):
    entry = names_of("checkpoints/partial_load")
    own = entry["net"](3).state_dict()
    given_names = {f"{prefix}{name}": value for name, value in entry["saved"].items()}
    fits = {n: v for n, v in given_names.items() if n in own and v.shape == own[n].shape}
    assert len(fits) == fitting
    assert str(entry["net"](3).load_state_dict(own | fits)) == "<All keys matched successfully>"


@says(
    "checkpoints/strict_false",
    "names that are missing or too many are returned, not raised.",
    "A shape that differs is still an error, but for `(1,)` in place of `()`.",
    "With a wrong prefix on every name nothing is loaded, and nothing is said.",
    "nothing was loaded",
)
@pytest.mark.parametrize("prefix", ["net.", "module.", "_orig_mod."])
def test_a_wrong_prefix_loads_nothing(recwarn, prefix):
    model, other = nn.Linear(2, 3), nn.Linear(2, 3)
    before = model.weight.clone()
    renamed = {f"{prefix}{name}": value for name, value in other.state_dict().items()}
    answer = model.load_state_dict(renamed, strict=False)
    assert (answer.missing_keys, len(answer.unexpected_keys)) == (["weight", "bias"], 2)
    assert torch.equal(model.weight, before)
    assert not recwarn.list
    with pytest.raises(RuntimeError, match="size mismatch"):
        model.load_state_dict(nn.Linear(3, 3).state_dict(), strict=False)
    shapes = [(), (1,), (2,)]
    for own, there in itertools.product(shapes, shapes):
        single = nn.Module()
        single.scale = nn.Parameter(torch.zeros(own))
        fits = own == there or (own, there) == ((), (1,))
        with nullcontext() if fits else pytest.raises(RuntimeError, match="size mismatch"):
            single.load_state_dict({"scale": torch.ones(there)}, strict=False)
        assert bool(single.scale.eq(1).all()) is fits


@says(
    "checkpoints/mismatched_head",
    "`size mismatch`, even with strict=False.",
    "Weights for 1000 classes do not fit a head of 3.",
    "Drop the head's keys, then load with `strict=False`; or load first and replace the head "
    "afterwards, which is safer: every name is checked.",
)
@pytest.mark.parametrize("wrong", ["body.wieght", "Body.weight", "layer.weight"])
def test_loading_first_checks_the_names(wrong):
    entry = names_of("checkpoints/mismatched_head")
    state = {wrong if name == "body.weight" else name: v for name, v in entry["saved"].items()}
    with pytest.raises(RuntimeError, match="Missing key"):
        entry["net"](1000).load_state_dict(state)
    state = {name: value for name, value in state.items() if not name.startswith("head.")}
    assert wrong in entry["net"](3).load_state_dict(state, strict=False).unexpected_keys
    with pytest.raises(RuntimeError, match="size mismatch"):
        entry["net"](3).load_state_dict(entry["saved"], strict=False)


@pytest.fixture(scope="module")
def process_group():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


WRAPPERS = {
    "module.": nn.DataParallel,
    "module. of ddp": DistributedDataParallel,
    "_orig_mod.": torch.compile,
}


@says(
    "checkpoints/module_prefix",
    "weights that DataParallel or DDP saved.",
    "The wrapper puts `module.` before each name, `torch.compile` puts `_orig_mod.`.",
    "`get_model_state_dict` saves without them, but for that of DataParallel; or take them off when"
    " loading.",
)
@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("model", [nn.Linear(2, 3), nn.BatchNorm1d(2)])
def test_prefixes(process_group, wrapper, model):
    prefix = wrapper.partition(" ")[0]
    wrapped = WRAPPERS[wrapper](model)
    assert list(wrapped.state_dict()) == [f"{prefix}{name}" for name in model.state_dict()]
    plain = wrapped if wrapper == "module." else model  # DataParallel
    assert list(get_model_state_dict(wrapped)) == list(plain.state_dict())


@says(
    "checkpoints/shared_and_sliced",
    "A view shares the storage of its tensor, and `torch.save` writes the storage.",
    "Ten numbers can weigh megabytes.",
    "Sharing is kept too: two names of one tensor are one after loading.",
)
@pytest.mark.parametrize("view", [lambda t: t[:10], lambda t: t[::100_000], lambda t: t[5:15]])
def test_a_view_is_saved_whole(view):
    large = torch.zeros(1_000_000)
    part = view(large)
    assert part.numel() == 10
    assert part.untyped_storage().data_ptr() == large.untyped_storage().data_ptr()
    assert len(saved(part)) > 4_000_000 > 100 * len(saved(part.clone()))
    state = loaded(saved({"a": large, "b": large}))
    state["a"][0] = 1
    assert state["b"][0] == 1
