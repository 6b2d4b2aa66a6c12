"""What the sentences on large and foreign files say."""

import argparse
import collections
import contextlib
import datetime
import enum
import faulthandler
import io
import json
import multiprocessing
import os
import pickle
import resource
import signal
import struct
import threading
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.distributed as dist
import torch.distributed.checkpoint as dcp
from hypothesis import given
from hypothesis import strategies as st
from support import library, says
from torch import nn
from torch.distributed.checkpoint.state_dict import (
    get_model_state_dict,
    get_optimizer_state_dict,
    set_optimizer_state_dict,
    set_state_dict,
)
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.distributed.tensor import DTensor
from torch.hub import load_state_dict_from_url
from torch.nn.parallel import DistributedDataParallel
from torch.optim.swa_utils import AveragedModel
from torch.serialization import get_unsafe_globals_in_checkpoint, safe_globals


class Colour(enum.Enum):
    RED = 1


class Own:
    pass


@pytest.fixture
def group():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


def saved(value):
    file = io.BytesIO()
    torch.save(value, file)
    return io.BytesIO(file.getvalue())


def resident():
    """Return the memory of this process that is in use, in bytes."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize()


@says(
    "weights/meta_and_assign",
    "On `meta` the model has shapes and no memory, and nothing is drawn.",
    "`assign=True` puts the tensors of the file into it, where the default would copy into tensors"
    " that are not there.",
    "They keep the dtype of the file, and with `mmap=True` they are read from the disk when they"
    " are used.",
    "Make the optimizer afterwards: the parameters are new ones.",
)
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
@pytest.mark.parametrize("mapped", [False, True])
def test_assigned_weights(dtype, mapped, tmp_path):
    state = nn.Linear(4, 6).to(dtype).state_dict()
    torch.save(state, tmp_path / "model.pt")
    before = torch.get_rng_state()
    with torch.device("meta"):
        model = nn.Linear(4, 6)
    assert torch.equal(torch.get_rng_state(), before)
    assert model.weight.untyped_storage().device.type == "meta"
    old = model.weight
    with pytest.warns(UserWarning, match="which is a no-op"):
        model.load_state_dict(state)
    assert model.weight.is_meta
    loaded = torch.load(tmp_path / "model.pt", mmap=mapped)
    model.load_state_dict(loaded, assign=True)
    assert model.weight.dtype == dtype
    assert model.weight is not old
    assert model.weight.data_ptr() == loaded["weight"].data_ptr()
    assert torch.equal(model.weight, state["weight"])


@says(
    "weights/meta_and_assign",
    "A buffer with `persistent=False` is in no file: it stays on `meta` until you make it.",
)
@pytest.mark.parametrize("persistent", [False, True])
def test_buffers_that_are_in_no_file(persistent):
    def make():
        module = nn.Module()
        module.register_buffer("steps", torch.arange(3), persistent=persistent)
        return module

    with torch.device("meta"):
        module = make()
    module.load_state_dict(make().state_dict(), assign=True)
    assert module.steps.is_meta is not persistent


@says("weights/memory_map", "read from the disk what is used, when it is used.")
@says(
    "weights/memory_map",
    "`torch.load` returns at once, whatever the size of the file, and processes of one machine that"
    " map one file share its pages in memory.",
)
@pytest.mark.parametrize("used", ["first", "second"])
def test_memory_of_a_mapped_file(used, tmp_path):
    path, size = tmp_path / "model.pt", 40_000_000
    torch.save({name: torch.ones(size // 4) for name in ("first", "second")}, path)
    before = resident()
    state = torch.load(path, mmap=True)
    assert resident() - before < size / 4
    state[used].sum()
    assert size / 2 < resident() - before < 1.5 * size
    lines = Path("/proc/self/maps").read_text().splitlines()
    assert any(str(path) in line for line in lines)  # pages of the file, which the system shares


@says(
    "weights/memory_map",
    "It takes a path, not an open file or bytes, and the format that `torch.save` has written since"
    " 1.6.",
    "Writing into a tensor changes this copy, not the file.",
    "Writing into the file shows in the tensors, and `torch.save` of them onto it kills Python with"
    " a bus error: replace it by renaming.",
)
def test_what_can_be_mapped(tmp_path):
    path, old = tmp_path / "model.pt", tmp_path / "old.pt"
    value = {"weight": torch.ones(4)}
    torch.save(value, path)
    torch.save(value, old, _use_new_zipfile_serialization=False)
    content = path.read_bytes()
    for source in (io.BytesIO(content), path.open("rb")):
        with source, pytest.raises(ValueError, match="must be a file path"):
            torch.load(source, mmap=True)
    with pytest.raises(RuntimeError, match="can only be used with files saved"):
        torch.load(old, mmap=True)
    for name in (path, str(path)):
        mapped = torch.load(name, mmap=True)["weight"]
        mapped[0] = 5
        assert path.read_bytes() == content
    first, kept = (torch.load(path, mmap=True)["weight"] for _ in range(2))
    place = content.index(struct.pack("4f", 1, 1, 1, 1))
    with path.open("r+b") as file:
        file.seek(place)
        file.write(struct.pack("f", 7))
    assert first.tolist() == [7, 1, 1, 1]
    (tmp_path / "new").write_bytes(content)
    os.replace(tmp_path / "new", path)
    assert kept.tolist() == [7, 1, 1, 1]  # still the file from before


def save_mapped(path, target):
    faulthandler.disable()  # it is expected to die
    torch.save(torch.load(path, mmap=True), target)
    os._exit(0)


@says(
    "weights/memory_map",
    "Writing into the file shows in the tensors, and `torch.save` of them onto it kills Python with"
    " a bus error: replace it by renaming.",
)
@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("size", [4, 100_000])
def test_saving_onto_a_mapped_file(same, size, tmp_path):
    path = tmp_path / "model.pt"
    torch.save({"weight": torch.ones(size)}, path)
    target = path if same else tmp_path / "other.pt"
    child = multiprocessing.get_context("fork").Process(target=save_mapped, args=(path, target))
    child.start()
    child.join()
    assert child.exitcode == (-signal.SIGBUS if same else 0)


TAKEN = [torch.ones(2), 1, 1.5, True, None, 1j, "text", b"bytes", bytearray(b"b"), [1], (1,),
         {"a": 1}, {1, 2}, collections.OrderedDict(a=1), collections.Counter("aab"),
         torch.float16, torch.device("cpu"), torch.Size([2]),
         nn.Parameter(torch.ones(1))]  # fmt: skip
REFUSED = [np.float64(1), np.float32(1), np.int64(1), np.ones(2), Path("a"),
           datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1), collections.defaultdict(int),
           collections.deque([1]), argparse.Namespace(lr=1), Colour.RED, Own()]  # fmt: skip


@says(
    "weights/what_a_safe_load_takes",
    "Tensors, numbers, strings, bytes, lists, tuples, dicts, sets, `OrderedDict`, `Counter`,"
    " dtypes, devices and sizes are taken.",
    "Numbers and arrays of NumPy, paths, dates, `defaultdict`, `deque`, `Namespace`, enums and your"
    " own classes are not.",
)
@pytest.mark.parametrize(
    ("value", "taken"),
    [*((v, True) for v in TAKEN), *((v, False) for v in REFUSED)],
    ids=lambda value: type(value).__name__,
)
def test_what_is_taken(value, taken):
    unsafe = get_unsafe_globals_in_checkpoint(saved(value))
    assert (not unsafe) == taken
    if taken:
        loaded = torch.load(saved(value))
        assert type(loaded) is type(value)
        same = loaded == value
        assert same.all() if isinstance(value, torch.Tensor) else same
    else:
        with pytest.raises(pickle.UnpicklingError):
            torch.load(saved(value))


class Noisy:
    def __reduce__(self):
        return print, ("it ran",)


@says(
    "weights/what_a_safe_load_takes",
    "`get_unsafe_globals_in_checkpoint` names what a file needs, without running it.",
    "Turn the values into plain ones before saving; for a file that is there `safe_globals` allows"
    " by name.",
    "A `defaultdict` that holds something is refused even then.",
)
def test_naming_and_allowing(capsys):
    assert get_unsafe_globals_in_checkpoint(saved(Noisy())) == ["builtins.print"]
    assert not capsys.readouterr().out
    scalar = [np._core.multiarray.scalar, np.dtype, np.dtypes.Float64DType]
    with safe_globals(scalar):
        assert torch.load(saved(np.float64(0.5))) == 0.5
    empty, full = collections.defaultdict(int), collections.defaultdict(int, a=1)
    with safe_globals([collections.defaultdict, int]):
        assert torch.load(saved(empty)) == {}
        with pytest.raises(pickle.UnpicklingError, match="defaultdict"):
            torch.load(saved(full))


@says(
    "weights/safetensors_file",
    "weights in a file that cannot hold code.",
    "A `.safetensors` file is a header with names, shapes and dtypes, then the numbers.",
    "It takes tensors and texts as metadata, nothing else; optimizer states and epochs go into a"
    " checkpoint beside it.",
    "`safe_open` reads the header, then the tensor or the rows that are asked for.",
    "Tensors that share memory, as tied weights do, are refused: `save_model` leaves one of the"
    " names out, and `load_model` sets both.",
    "A tensor that is not contiguous is refused too, as weights in `channels_last` are: save its"
    " `contiguous()`.",
)
def test_safetensors(tmp_path):
    safetensors = library("safetensors")
    files = library("safetensors.torch")
    path, x = tmp_path / "x.safetensors", torch.arange(6.0).reshape(3, 2)
    files.save_file({"x": x}, path, metadata={"epoch": "3"})
    content = path.read_bytes()
    (size,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + size])
    assert header["x"] == {"dtype": "F32", "shape": [3, 2], "data_offsets": [0, 24]}
    assert content[8 + size :] == x.numpy().tobytes()
    for value in ({"x": 3}, {"x": "text"}, {"x": {"y": x}}):
        with pytest.raises((ValueError, TypeError)):
            files.save_file(value, path)
    with pytest.raises((TypeError, ValueError, safetensors.SafetensorError)):
        files.save_file({"x": x}, path, metadata={"epoch": 3})
    path.write_bytes(content[: 8 + size] + bytes(24))  # other numbers: read when asked for
    with safetensors.safe_open(path, framework="pt") as file:
        assert file.get_slice("x")[1:].eq(0).all()
    tied = nn.Sequential(nn.Linear(2, 2, bias=False), nn.Linear(2, 2, bias=False))
    tied[1].weight = tied[0].weight
    with pytest.raises(RuntimeError, match="share memory"):
        files.save_file(tied.state_dict(), path)
    conv = nn.Conv2d(3, 4, 3).to(memory_format=torch.channels_last)
    for strided in (conv.weight, x.T, x[:, :1]):
        with pytest.raises(ValueError, match="non contiguous"):
            files.save_file({"x": strided}, path)
        files.save_file({"x": strided.contiguous()}, path)
        assert torch.equal(files.load_file(path)["x"], strided)
    files.save_model(tied, str(path))
    assert len(files.load_file(path)) == 1
    other = nn.Sequential(nn.Linear(2, 2, bias=False), nn.Linear(2, 2, bias=False))
    other[1].weight = other[0].weight
    files.load_model(other, str(path))
    assert torch.equal(other[1].weight, tied[0].weight)


@says(
    "weights/names_without_wrappers",
    "the names of the plain model under DDP, FSDP and torch.compile.",
    "`get_state_dict` leaves out what DDP (`module.`) and `torch.compile` (`_orig_mod.`) put before"
    " the names, and gathers or keeps the slices of FSDP as the options say.",
    "The tensors are those of the model, not copies.",
)
@says("weights", "names that DDP, `torch.compile` and FSDP leave alone | `get_state_dict`")
@pytest.mark.usefixtures("group")
@pytest.mark.parametrize(
    "wrap",
    [
        lambda model: model,
        torch.compile,
        DistributedDataParallel,
        lambda model: DistributedDataParallel(torch.compile(model)),
        lambda model: torch.compile(DistributedDataParallel(model)),
        lambda model: fully_shard(model, mesh=init_device_mesh("cpu", (1,))),
    ],
)
def test_names_without_wrappers(wrap):
    plain = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    state = get_model_state_dict(wrap(plain))
    assert list(state) == list(plain.state_dict())
    own = plain[0].weight
    if isinstance(own, DTensor):
        own, state["0.weight"] = own.to_local(), state["0.weight"].to_local()
    assert state["0.weight"].data_ptr() == own.data_ptr()


@says(
    "weights/names_without_wrappers",
    "The optimizer's state has the names of parameters in place of numbers: it fits a model whose"
    " layers are made in another order.",
    "`set_state_dict` loads both into a model wrapped in another way.",
)
def test_optimizer_state_by_name():
    def make(*names):
        model = nn.ModuleDict({name: nn.Linear(2, 2) for name in names})
        for value, p in enumerate(model.parameters()):
            p.grad = torch.full_like(p, value + 1.0)
        optimizer = torch.optim.Adam(model.parameters())
        optimizer.step()
        return model, optimizer

    model, optimizer = make("x", "y", "z")
    state = get_optimizer_state_dict(model, optimizer)
    assert "x.weight" in state["state"]
    other, again = make("z", "x", "y")
    set_optimizer_state_dict(other, again, state)
    for name, p in other.named_parameters():
        expected = optimizer.state[model.get_parameter(name)]["exp_avg"]
        assert torch.equal(again.state[p]["exp_avg"], expected)
    inner = make("y", "z", "x")[0]
    compiled = torch.compile(inner)
    third = torch.optim.Adam(compiled.parameters())
    parts = {"model_state_dict": get_model_state_dict(model), "optim_state_dict": state}
    set_state_dict(compiled, third, **parts)
    assert torch.equal(inner["x"].weight, model["x"].weight)


@says(
    "weights/async_save",
    "training goes on while the checkpoint is written.",
    "The call copies the state to CPU memory, and a thread writes it: what the next step changes is"
    " not in the file.",
    "`result()` waits, and raises what went wrong: call it before the next save and at the end.",
)
@pytest.mark.usefixtures("group")
def test_async_save(tmp_path, monkeypatch):
    go, threads = threading.Event(), []
    write = dcp.FileSystemWriter.write_data

    def held_up(self, *args, **kwargs):
        threads.append(threading.current_thread())
        go.wait(10)
        return write(self, *args, **kwargs)

    monkeypatch.setattr(dcp.FileSystemWriter, "write_data", held_up)
    weight = torch.ones(2)
    saving = dcp.async_save({"weight": weight}, checkpoint_id=tmp_path / "checkpoint")
    assert isinstance(saving, Future)
    assert not saving.done()
    weight.zero_()
    go.set()
    saving.result()
    assert threads[0] is not threading.main_thread()
    state = {"weight": torch.zeros(2)}
    dcp.load(state, checkpoint_id=tmp_path / "checkpoint")
    assert state["weight"].tolist() == [1, 1]
    (tmp_path / "file").touch()
    saving = dcp.async_save({"weight": weight}, checkpoint_id=tmp_path / "file" / "below")
    with pytest.raises(dcp.api.CheckpointException):
        saving.result()


@says("weights/async_save",
      'With nccl make the group as `"cpu:gloo,cuda:nccl"`: the thread needs the'
      ' first.')  # fmt: skip
@pytest.mark.usefixtures("group")
def test_async_save_needs_a_backend_for_the_cpu(monkeypatch):
    module = dcp.state_dict_saver
    fake = type("Group", (), {"_device_types": [torch.device("cuda")]})()
    monkeypatch.setattr(module, "_get_default_group", lambda: fake)
    with pytest.raises(AssertionError, match="cpu:gloo,cuda:nccl"):
        dcp.async_save({"weight": torch.ones(2)}, checkpoint_id="unused")


@says(
    "weights/mixed_precision_state",
    "Beside model, optimizer and scheduler a run keeps: the scale of a `GradScaler`, else it begins"
    " at 65536 again and the first steps may be skipped; averaged weights and how many were"
    " averaged; the random states of all GPUs.",
    "All load with `weights_only=True`.",
    "A disabled scaler has an empty state, and an enabled one refuses it.",
)
@pytest.mark.parametrize("scale", [2.0, 1024.0])
def test_state_of_a_scaler(scale):
    assert torch.amp.GradScaler("cpu").get_scale() == 65536
    scaler = torch.amp.GradScaler("cpu", init_scale=scale)
    model = nn.Linear(1, 1)
    average = AveragedModel(model)
    for _ in range(3):
        average.update_parameters(model)
    parts = [scaler.state_dict(), average.state_dict(), torch.cuda.get_rng_state_all()]
    first, second, third = torch.load(saved(parts), weights_only=True)
    assert len(third) == torch.cuda.device_count()
    again = torch.amp.GradScaler("cpu")
    again.load_state_dict(first)
    assert again.get_scale() == scale
    assert second["n_averaged"] == 3
    disabled = torch.amp.GradScaler("cpu", enabled=False)
    assert disabled.state_dict() == {}
    with pytest.raises(RuntimeError, match="state dict is empty"):
        again.load_state_dict({})
    # a loss that the scale of the beginning takes beyond float32: the step is skipped
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for size, skipped in ((1e35, True), (1.0, False)):
        optimizer.zero_grad()
        before = model.weight.detach().clone()
        new = torch.amp.GradScaler("cpu")
        new.scale(size * model(torch.ones(1, 1)).sum()).backward()
        new.step(optimizer)
        assert torch.equal(model.weight, before) is skipped


@says(
    "weights/load_from_url",
    "fetch weights once, then take the copy.",
    "The file goes to `torch.hub.get_dir()/checkpoints`, or `model_dir`, under the last part of the"
    " address or `file_name`; where a file of that name is there, nothing is fetched and nothing"
    " compared.",
    "`check_hash=True` compares what it fetches with the digits in the name, `net-f37072fd.pt`.",
    "It runs the code that a file may hold, unlike `torch.load`, unless `weights_only=True` is"
    " passed.",
    "An address of kind `file:` works without a network.",
)
@given(value=st.floats(-5, 5))
def test_what_is_fetched(value, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub")
    source, kept, wrong = (folder / name for name in ("a.pt", "kept.pt", "b-00000000.pt"))
    for path in (source, wrong):
        torch.save({"weight": torch.tensor(value)}, path)
    options = {"progress": False, "weights_only": True}
    before = torch.hub.get_dir()
    with contextlib.redirect_stdout(io.StringIO()):
        torch.hub.set_dir(folder / "hub")
        load_state_dict_from_url(source.as_uri(), **options)
        torch.hub.set_dir(before)
        assert (folder / "hub" / "checkpoints" / "a.pt").exists()
        for named, name in ((None, "a.pt"), ("kept.pt", "kept.pt")):
            load_state_dict_from_url(source.as_uri(), folder / "m", file_name=named, **options)
            assert (folder / "m" / name).exists()
        torch.save({"weight": torch.tensor(9.0)}, source)
        again = load_state_dict_from_url(source.as_uri(), folder / "m", check_hash=True, **options)
        assert again["weight"] == torch.tensor(value)
        with pytest.raises(RuntimeError, match="invalid hash value"):
            load_state_dict_from_url(wrong.as_uri(), folder / "m", check_hash=True, **options)
        torch.save(Noisy(), kept)
        load_state_dict_from_url(kept.as_uri(), folder / "n", progress=False)
        with pytest.raises(pickle.UnpicklingError):
            load_state_dict_from_url(kept.as_uri(), folder / "n", **options)
