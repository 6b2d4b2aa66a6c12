"""What the entries on sharded models promise, kept with two and three processes."""

import inspect
import multiprocessing
import pickle
import sys
import time
from datetime import timedelta
from multiprocessing import spawn
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from launch import finish, own_lines, start
from recipes import names_of
from support import ENTRIES, says
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.distributed.tensor import Shard, distribute_tensor
from torch.distributed.tensor.parallel import ColwiseParallel, parallelize_module
from torch.nn.parallel import DistributedDataParallel, distributed

from cheatsheet.check.claims import same_text

HERE = Path(__file__).parent
PARALLEL = {e.path.stem: e for e in ENTRIES if e.name.startswith("parallel/")}
ALONE = ("is_initialized", "start_processes")  # no group of torchrun
GROUPED = [name for name in PARALLEL if name not in ALONE]
SIZES = (2, 3)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Run all that needs several processes, in one start; where the results are."""
    folder = tmp_path_factory.mktemp("parallel")
    jobs = [f"{size}:{PARALLEL[name].path}" for name in GROUPED for size in SIZES]
    jobs += [f"2:{HERE / 'said.py'}", f"3:{HERE / 'missing.py'}"]
    finish(start([sys.executable, HERE / "forks.py", *jobs], folder))
    return folder


@pytest.fixture
def said(runs):
    """What each of two processes saw."""
    return [torch.load(runs / f"said.{rank}.pt", weights_only=False) for rank in range(2)]


@pytest.fixture
def group():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


@says(
    "parallel",
    "The scripts run alone, or as `torchrun --nproc-per-node 2 tensor_parallel.py`; what they print"
    " is the same with one process, two and three.",
)
@says(
    "parallel/unused_parameters",
    "A process that left the layer out counts as a gradient of zeros, and the sum is divided by all"
    " processes; where all of them left it out the gradient stays `None`.",
)
@says("parallel/reduce_operations",
      "`AVG` divides the sum by their number; gloo refuses it for integers.")  # fmt: skip
@says("parallel/distribute_tensor", "7 rows: 4 and 3 with two processes")
@says(
    "parallel/fsdp_clipping",
    "With `fully_shard` the gradients are `DTensor`: `nn.utils.clip_grad_norm_` takes the norm over"
    " all processes and scales each slice.",
)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", GROUPED)
def test_several_processes_print_what_is_documented(runs, name, size):
    texts = [(runs / f"{name}@{size}.{rank}.txt").read_text() for rank in range(size)]
    documented = "\n".join(output.text.strip("\n") for output in PARALLEL[name].outputs)
    printed = own_lines("\n".join(texts)).strip()
    assert same_text(documented, "\n".join(filter(None, printed.splitlines()))), printed


@says(
    "parallel/is_initialized",
    "`is_available` says whether this build of PyTorch has `torch.distributed`, `is_initialized`"
    " whether there is a group now.",
    "`get_rank` and `get_backend` raise where there is none: ask first, and the same code runs in a"
    " notebook and under `torchrun`.",
)
@pytest.mark.parametrize("ask", [dist.get_rank, dist.get_world_size, dist.get_backend])
def test_asking_without_a_group(ask, monkeypatch):
    assert dist.is_available() is hasattr(torch._C, "_c10d_init")
    function = names_of("parallel/is_initialized")["rank_and_size"]
    assert not dist.is_initialized()
    with pytest.raises(ValueError, match="has not been initialized"):
        ask()
    assert function() == (0, 1)
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    try:
        assert dist.is_initialized()
        assert ask() in (0, 1, "gloo")
    finally:
        dist.destroy_process_group()
    monkeypatch.setattr(dist, "is_available", lambda: False)
    monkeypatch.setattr(dist, "is_initialized", None)  # not asked
    assert function() == (0, 1)


@says("parallel/reduce_operations",
      "The second argument of `all_reduce` and `reduce`; without it the sum.")  # fmt: skip
@pytest.mark.parametrize("collective", [dist.all_reduce, dist.reduce])
def test_the_sum_without_an_operation(collective):
    parameters = inspect.signature(collective).parameters
    assert parameters["op"].default == dist.ReduceOp.SUM
    names = [name for name in parameters if name != "dst"]
    assert names[:2] == ["tensor", "op"]


def slow_or_fail(index, folder):
    Path(folder, str(index)).touch()
    if index:
        time.sleep(600)
        Path(folder, "slept").touch()
    raise ValueError(f"no number {index}")


@says(
    "parallel/start_processes",
    "`mp.spawn(work, args, nprocs)` calls `work(index, *args)` in new processes and waits; an error"
    " in one of them ends the others and is raised here with its traceback.",
)
@says(
    "parallel/start_processes",
    '`start_processes` takes the way to start: `"fork"`, here, copies this process, and CUDA does'
    " not survive that.",
)
def test_an_error_ends_the_others(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(mp.ProcessRaisedException, match=r"(?s)in slow_or_fail.*no number 0"):
        mp.start_processes(slow_or_fail, args=(str(tmp_path),), nprocs=2, start_method="fork")
    assert not (tmp_path / "slept").exists()
    calls = []
    module = sys.modules["torch.multiprocessing.spawn"]
    monkeypatch.setattr(module, "start_processes", lambda *args, **way: calls.append((*args, way)))
    mp.spawn(slow_or_fail, args=(1,), nprocs=2)
    assert calls[0][:3] == (slow_or_fail, (1,), 2)
    assert calls[0][-1]["start_method"] == "spawn"


@says(
    "parallel/start_processes",
    "Spawned processes import the script anew: `work` is a function of the module, and the call"
    ' stands under `if __name__ == "__main__":`.',
)
def test_what_spawned_processes_need(monkeypatch, tmp_path):
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.setattr(main, "__file__", str(tmp_path / "train.py"), raising=False)
    assert spawn.get_preparation_data("x")["init_main_from_path"] == str(tmp_path / "train.py")
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(lambda: 1)
    assert pickle.loads(pickle.dumps(slow_or_fail)) is slow_or_fail
    # while the script is imported anew, a start is refused
    monkeypatch.setattr(multiprocessing.current_process(), "_inheriting", True, raising=False)
    with pytest.raises(RuntimeError, match="bootstrapping phase"):
        mp.get_context("spawn").Process(target=slow_or_fail).start()


@says("parallel/start_processes",
      "After `share_memory_` the processes read and write one tensor.")  # fmt: skip
@pytest.mark.parametrize("size", [1, 3])
def test_shared_memory(size):
    x = torch.zeros(size)
    assert not x.is_shared()
    x.share_memory_()
    assert x.is_shared()
    process = mp.get_context("fork").Process(target=x.add_, args=(2,))
    process.start()
    process.join()
    assert x.eq(2).all()


class Branches(nn.Module):
    def __init__(self):
        super().__init__()
        self.used, self.never = nn.Linear(2, 1), nn.Linear(2, 1)

    def forward(self, x):
        return self.used(x)


def searches(monkeypatch, **options):
    """Return how often DDP looked through the graph in three steps."""
    found, find = [], distributed._find_tensors

    def counted(output):
        found.append(output)
        return find(output)

    monkeypatch.setattr(distributed, "_find_tensors", counted)
    model = DistributedDataParallel(Branches(), **options)
    for _ in range(3):
        model(torch.ones(4, 2)).sum().backward()
    return len(found)


@says(
    "parallel/unused_parameters",
    "Without it a parameter that takes no part in the loss is an error in the next step.",
    "With it DDP looks through the graph behind the forward pass, which costs time.",
    "A model whose steps do not differ takes `static_graph=True`, without the search.",
)
@pytest.mark.usefixtures("group")
def test_the_search_for_unused_parameters(monkeypatch):
    with pytest.raises(RuntimeError, match="finished reduction in the prior iteration"):
        searches(monkeypatch)
    assert searches(monkeypatch, find_unused_parameters=True) == 3
    assert searches(monkeypatch, static_graph=True) == 0


@says(
    "parallel/find_the_hang",
    "A collective that one process skips makes the others wait, up to `timeout`: 30 minutes with"
    " gloo, 10 with nccl, unless `init_process_group` is told otherwise.",
)
def test_default_timeouts():
    default = dist.distributed_c10d._get_default_timeout
    assert default("gloo") == timedelta(minutes=30)
    assert default("nccl") == timedelta(minutes=10)
    assert inspect.signature(dist.init_process_group).parameters["timeout"].default is None


@says("parallel", "to know which process hangs, and where | `monitored_barrier`")
@says(
    "parallel/find_the_hang",
    "Put `monitored_barrier` where they part: when its own timeout is over, rank 0 raises with the"
    " number of a rank that is missing, with `wait_all_ranks=True` the numbers of them.",
)
def test_the_missing_rank_is_named(runs, said):
    assert "Rank 1 failed to pass monitoredBarrier" in said[0]["missing"]
    one, both = torch.load(runs / "missing.pt")
    assert ("Rank 1 failed" in one) != ("Rank 2 failed" in one)
    assert "Ranks 1, 2 failed to pass monitoredBarrier" in both


@says("parallel/find_the_hang", "It needs gloo; beside nccl make a second group of it.",
      "beside a group of nccl")  # fmt: skip
@pytest.mark.usefixtures("group")
def test_monitored_barrier_needs_gloo():
    dist.monitored_barrier()
    with pytest.raises(ValueError, match=r"CPU-capable backend \(e.g. GLOO\)"):
        dist.monitored_barrier(SimpleNamespace(_device_types=[torch.device("cuda")]))


@says(
    "parallel/find_the_hang",
    "`TORCH_DISTRIBUTED_DEBUG=DETAIL` compares the collectives of the processes, their shapes too,"
    " and raises where they differ.",
)
@pytest.mark.parametrize("rank", range(2))
def test_collectives_that_differ(said, rank):
    assert "Detected mismatch between collectives on ranks" in said[rank]["differ"]
    assert "TensorShape=[2]" in said[rank]["differ"]
    assert "TensorShape=[3]" in said[rank]["differ"]


@says(
    "parallel/device_mesh",
    "Made without a process group it starts one from torchrun's variables.",
)
@pytest.mark.parametrize("rank", range(2))
def test_a_mesh_starts_the_group(said, rank):
    assert said[rank]["groups"] == [False, True]


@says(
    "parallel/device_mesh",
    '`mesh["tensor"]` is the line of the grid that this process stands on, a group of its own for'
    " collectives, `fully_shard` and `parallelize_module`.",
)
@pytest.mark.usefixtures("group")
def test_a_line_of_a_mesh():
    mesh = init_device_mesh("cpu", (1, 1), mesh_dim_names=("data", "tensor"))
    parallelize_module(layer := nn.Linear(2, 2), mesh["tensor"], ColwiseParallel())
    assert layer.weight.device_mesh.mesh_dim_names == ("tensor",)
    fully_shard(layer, mesh=mesh["data"])
    assert layer.weight.device_mesh.mesh_dim_names == ("data", "tensor")
    value = torch.ones(1)
    dist.all_reduce(value, group=mesh["tensor"].get_group())
    assert dist.get_process_group_ranks(mesh["tensor"].get_group()) == [0]


@says(
    "parallel/distribute_tensor",
    "A `DTensor` has the shape of the whole, and a placement per dimension of the mesh: `Shard(0)`"
    " cuts along dimension 0, `Replicate()` copies, `Partial()` means that the pieces have yet to"
    " be added up.",
    "Operations take DTensors and communicate when they must: the sum of a sharded tensor is"
    " partial, nothing is sent until `full_tensor()` or `redistribute`.",
    "`to_local()` is the piece of this process.",
)
def test_pieces_of_a_tensor(said):
    whole = torch.arange(14.0).reshape(7, 2)
    for rank, result in enumerate(said):
        piece, copy, part, total = result["local"]
        assert torch.equal(piece, whole.chunk(2)[rank])
        assert copy.tolist() == [1, 1, 1]
        assert part == 2 * piece.sum()
        assert total == 2 * whole.sum()
        assert result["sum"] == {}
        assert sum(result["full"].values()) == 1


@says("parallel/distribute_tensor",
      "A DTensor and a plain tensor do not mix, unless that is one number.")  # fmt: skip
@pytest.mark.filterwarnings("ignore:Found a non-scalar tensor")
@pytest.mark.usefixtures("group")
@pytest.mark.parametrize(("shape", "mixes"), [((), True), ((1,), True), ((2,), False),
                                              ((7, 2), False)])  # fmt: skip
def test_plain_tensors_and_pieces(shape, mixes):
    x = distribute_tensor(torch.ones(7, 2), init_device_mesh("cpu", (1,)), [Shard(0)])
    if mixes:
        assert (x * torch.full(shape, 3.0)).full_tensor().eq(3).all()
        return
    with pytest.raises(RuntimeError, match=r"mixed torch\.Tensor and DTensor"):
        x * torch.full(shape, 3.0)


@says("parallel/reduce_operations",
      "`AVG` divides the sum by their number; gloo refuses it for integers.")  # fmt: skip
@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.int32, torch.int64])
def test_mean_by_dtype(dtype):
    value = torch.full((2,), 3, dtype=dtype)
    if dtype.is_floating_point:
        dist.all_reduce(value, op=dist.ReduceOp.AVG)
        assert value.tolist() == [3, 3]
        return
    with pytest.raises(RuntimeError, match="can't be cast"):
        dist.all_reduce(value, op=dist.ReduceOp.AVG)


@says(
    "parallel/tensor_parallel",
    "`ColwiseParallel` keeps some of a layer's outputs in each process, `RowwiseParallel` some of"
    " the inputs of the next, and adds the results up.",
    "In this order, column then row, a pair of linear layers communicates once, and once more"
    " backward where its input needs a gradient; what stands between works on its piece.",
)
@says("parallel/sequence_parallel",
      "The layers beside it say so: `input_layouts=Shard(1)` of the column-wise one gathers,"
      " `output_layouts=Shard(1)` of the row-wise one adds up and scatters.")  # fmt: skip
@pytest.mark.parametrize("rank", range(2))
def test_what_parallel_layers_send(said, rank):
    sent, shape = said[rank]["mlp"]
    assert sum(sent.values()) == 1
    assert "all_reduce" in str(sent)
    assert shape == (5, 6)
    assert [sum(sent.values()) for sent in said[rank]["backward"]] == [0, 1]
    sent, shape = said[rank]["block"]
    assert sum(sent.values()) == 2
    assert "all_gather" in str(sent)
    assert "reduce_scatter" in str(sent)
    assert shape == (2, 3, 4)


@says(
    "parallel/fsdp_precision",
    "In `fully_shard` the slices stay float32, and so do the optimizer's steps.",
    "Gradients are added up over the processes in `reduce_dtype`.",
    "Give each call of `fully_shard` the policy; `output_dtype` of the outermost makes its output"
    " float32 for the loss.",
)
@pytest.mark.parametrize("rank", range(2))
def test_precision_of_a_sharded_model(said, rank):
    in_float32, in_bfloat16 = said[rank]["averaged"]
    assert in_float32.flatten().tolist() == [0.5 + 2.0**-10] * 2
    assert in_bfloat16.flatten().tolist() == [0.5] * 2
    assert said[rank]["moments"] == torch.float32
    assert "must have the same dtype, but got BFloat16 and Float" in said[rank]["policies"]


@says(
    "parallel/fsdp_clipping",
    "It returns a DTensor: `full_tensor()`, which the processes call together, is the number.",
    "The norm of the local slices alone differs from process to process.",
    "the processes call it together",
)
def test_norms_of_slices(said):
    (first, whole), (second, same) = ([n.item() for n in r["norms"]] for r in said)
    assert first != pytest.approx(second, rel=1e-3)
    assert whole == same
    assert whole == pytest.approx((first**2 + second**2) ** 0.5)
