"""What the sentences of scale say, as far as one process shows it."""

import os
import pickle
import sys
import threading

import pytest
import torch
import torch.distributed as dist
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import ENTRIES, says
from torch import nn
from torch.distributed.checkpoint.state_dict import get_state_dict
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.distributed.run import config_from_args, parse_args
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DistributedSampler

SCALE = {e.path.stem: e for e in ENTRIES if e.name.startswith("scale/")}


@pytest.fixture
def group():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


@says(
    "scale",
    "`ddp` and `fully_shard` take GPUs and nccl where there are some, and the CPU and gloo"
    " otherwise; the other groups stay on the CPU with gloo.",
)
@says("scale/ddp", "nccl on GPUs, gloo on the CPU")
@pytest.mark.parametrize("name", SCALE)
def test_which_backend_a_script_takes(name):
    source = SCALE[name].path.read_text()
    assert ("get_default_backend_for_device" in source) == (name in {"ddp", "fully_shard"})
    assert ('init_process_group("gloo"' in source) == (
        "init_process_group(" in source.partition("import ")[2]
        and name not in {"ddp", "fully_shard"}
    )
    assert dist.get_default_backend_for_device("cuda") == "nccl"
    assert dist.get_default_backend_for_device("cpu") == "gloo"


@says(
    "scale/torchrun_environment",
    "Started by `python` it lacks them: the defaults here let it run alone.",
)
def test_alone_without_the_variables(monkeypatch):
    for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT"):
        monkeypatch.delenv(name, raising=False)
    names = names_of("scale/torchrun_environment")
    assert (names["rank"], names["local_rank"], names["world_size"]) == (0, 0, 1)


@says("scale/data_parallel", "Without a GPU it calls the plain module.")
def test_data_parallel_without_a_gpu(monkeypatch):
    seen = []

    class Noted(nn.Module):
        def forward(self, x):
            seen.append(x)
            return x

    module = sys.modules["torch.nn.parallel.data_parallel"]
    monkeypatch.setattr(module, "_get_available_device_type", lambda: None)
    x = torch.ones(4, 2)
    assert nn.DataParallel(Noted())(x) is x
    assert seen[0] is x


@says("scale/distributed_sampler", "Repeated samples count twice in a metric.")
@pytest.mark.parametrize(("size", "world"), [(7, 2), (8, 3), (5, 4)])
def test_repeated_samples_count_twice(size, world):
    values = torch.zeros(size)
    values[0] = 1
    parts = [
        DistributedSampler(range(size), num_replicas=world, rank=rank, shuffle=False)
        for rank in range(world)
    ]
    metric = torch.cat([values[list(part)] for part in parts]).mean()
    total = sum(len(part) for part in parts)
    assert metric == pytest.approx(2 / total)
    assert metric != pytest.approx(1 / size)


@says("scale/distributed_sampler", "Without `set_epoch` the order stays from epoch to epoch.")
@pytest.mark.parametrize("rank", range(3))
def test_order_without_set_epoch(rank):
    sampler = DistributedSampler(range(30), num_replicas=3, rank=rank)
    orders = [list(sampler) for _ in range(4)]
    assert orders == [orders[0]] * 4
    sampler.set_epoch(2)
    assert list(sampler) != orders[0]


@says("scale/reduce_metrics", "Averaging the processes' accuracies would be wrong where their"
      " parts differ in size.")  # fmt: skip
@given(sizes=st.lists(st.integers(1, 20), min_size=2, max_size=4))
def test_averages_of_parts_of_unequal_size(sizes):
    right = [sizes[0]] + [0] * (len(sizes) - 1)
    averaged = sum(r / n for r, n in zip(right, sizes, strict=True)) / len(sizes)
    whole = sum(right) / sum(sizes)
    assert averaged == pytest.approx(1 / len(sizes))
    assert (abs(averaged - whole) < 1e-9) == (sizes[0] * len(sizes) == sum(sizes))


@says(
    "scale/reduce_metrics",
    "Here the parts are dealt out by hand, without the repeated samples of `DistributedSampler`,"
    " so none counts twice.",
)
@pytest.mark.parametrize("world", [1, 2, 3, 5])
def test_parts_dealt_out_by_hand(world, monkeypatch):
    monkeypatch.setattr(dist, "get_world_size", lambda: world)
    monkeypatch.setattr(dist, "all_reduce", lambda _: None)
    counts = torch.zeros(2, dtype=torch.float64)
    for rank in range(world):
        monkeypatch.setattr(dist, "get_rank", lambda rank=rank: rank)
        counts += names_of("scale/reduce_metrics")["counts"]
    assert counts.tolist() == [5, 7]


@says(
    "scale/restart",
    "`os.replace` changes the file in one step, so that a kill while writing leaves the old one"
    " whole.",
)
def test_replace_is_one_step(tmp_path):
    path, part, seen, done = tmp_path / "file", tmp_path / "part", set(), threading.Event()
    contents = {bytes([letter]) * 100_000 for letter in b"ab"}
    path.write_bytes(min(contents))

    def read():
        while not done.is_set() or not seen:
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for content in sorted(contents) * 30:
        part.write_bytes(content)
        os.replace(part, path)
    done.set()
    reader.join()
    assert seen
    assert seen <= contents
    part.write_bytes(b"half")  # killed here: the other file is whole
    assert path.read_bytes() in contents


@says(
    "scale/save_on_rank_zero",
    "The weights are equal after a step, so one file is enough; two processes that write one path"
    " may spoil it.",
)
def test_two_writers_of_one_path(tmp_path):
    contents, path = [], tmp_path / "model.pt"
    for step in range(2):  # two processes that are not at the same step
        torch.save({"weight": torch.full((500,), 1.0), "step": [0] * 50 * step}, path)
        contents.append(path.read_bytes())
        torch.load(path)
    with path.open("wb", buffering=0) as first:
        first.write(contents[0][:1000])
        path.write_bytes(contents[1])
        first.write(contents[0][1000:])
    with pytest.raises((RuntimeError, pickle.UnpicklingError)):
        torch.load(path)


@says(
    "scale/distributed_checkpoint",
    "`get_state_dict` gives a new optimizer the states to fill, here of a sharded model (FSDP2).",
)
@pytest.mark.usefixtures("group")
def test_states_for_a_new_optimizer():
    model = fully_shard(nn.Linear(4, 6), mesh=init_device_mesh("cpu", (1,)))
    optimizer = torch.optim.Adam(model.parameters())
    assert not optimizer.state
    before = model.weight.full_tensor().clone()
    _, state = get_state_dict(model, optimizer)
    assert state["state"]["weight"]["exp_avg"].full_tensor().eq(0).all()
    assert torch.equal(model.weight.full_tensor(), before)


@says("scale/torchrun_environment",
      "`OMP_NUM_THREADS` | threads of an operation: 1, if unset and several start"
      " here")  # fmt: skip
@pytest.mark.parametrize(("count", "before", "after"), [(1, None, None), (2, None, "1"),
                                                        (4, None, "1"), (2, "3", "3")])  # fmt: skip
def test_threads_of_processes_that_torchrun_starts(count, before, after, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", before or "")  # is put back after the test
    if before is None:
        monkeypatch.delenv("OMP_NUM_THREADS")
    config_from_args(parse_args(["--nproc-per-node", str(count), "train.py"]))
    assert os.environ.get("OMP_NUM_THREADS") == after


@says("scale/ddp_gradients", "On the CPU that raises.")
@pytest.mark.parametrize("joined", [False, True])
def test_joined_batch_norm_on_the_cpu(joined):
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    try:
        model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
        if not joined:
            DistributedDataParallel(model)(torch.randn(6, 4))
            return
        with pytest.raises(ValueError, match="SyncBatchNorm"):
            DistributedDataParallel(nn.SyncBatchNorm.convert_sync_batchnorm(model))
    finally:
        dist.destroy_process_group()
