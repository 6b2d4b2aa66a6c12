"""What the entries on several processes promise, kept with several processes."""

import re
import socket
import textwrap
import time

import pytest
import torch
from launch import LAUNCH, finish, own_lines, start, torchrun
from recipes import names_of
from support import ENTRIES, says
from torch.distributed.elastic.multiprocessing.errors import ChildFailedError
from torch.distributed.launcher.api import LaunchConfig, elastic_launch
from torch.utils.data import DistributedSampler

from cheatsheet.check.claims import same_text

SCALE = {e.path.stem: e for e in ENTRIES if e.name.startswith("scale/")}


def documented(name):
    return "\n".join(output.text.strip("\n") for output in SCALE[name].outputs)


def write(folder, text, name="script"):
    script = folder / f"{name}.py"
    script.write_text(textwrap.dedent(text))
    return script


def free_port():
    with socket.socket() as s:
        s.bind(("localhost", 0))
        return str(s.getsockname()[1])


# torch is imported once, and each script runs in a fork of its own with a store of its own (one
# of them, without a port, with that of torchrun): a start of torchrun for each would cost minutes.
# A job with a size is not for the two of torchrun, but for as many forks of the one named in `by`.
FORKS = """
    import os, runpy, sys, traceback
    import torch._dynamo
    import torch.distributed.algorithms
    import torch.distributed.checkpoint
    import torch.distributed.fsdp
    import torch.nn.parallel

    home = os.getcwd()
    for name, path, port, size, by, folder in {jobs!r}:
        children = []
        if size is not None and os.environ["RANK"] != by:
            continue
        for rank in [int(os.environ["RANK"])] if size is None else range(size):
            child = os.fork()
            if child:
                children.append(child)
                continue
            if size is not None:
                os.environ |= dict(RANK=str(rank), LOCAL_RANK=str(rank), WORLD_SIZE=str(size))
                os.environ["MASTER_ADDR"] = "localhost"
            if port:
                os.environ |= dict(MASTER_PORT=port, TORCHELASTIC_USE_AGENT_STORE="False")
            sys.stdout = open(f"{{home}}/{{name}}.{{rank}}.txt", "w")
            os.makedirs(folder, exist_ok=True)
            os.chdir(folder)
            try:
                runpy.run_path(path, run_name="__main__")
                sys.stdout.flush()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        failed = [os.waitpid(child, 0)[1] for child in children]
        if any(failed) and not name.startswith("killed"):
            sys.exit(f"{{name}} failed")
"""

GRADIENTS = """
    import torch
    import torch.distributed as dist
    import torch.nn.functional as F
    from torch import nn
    from torch.nn.parallel import DistributedDataParallel

    dist.init_process_group("gloo")
    rank, world = dist.get_rank(), dist.get_world_size()
    torch.manual_seed(rank)  # DDP has to copy the weights of rank 0
    net = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2)).double()
    model = DistributedDataParallel(net)
    generator = torch.Generator().manual_seed(7)
    x = torch.randn(12, 4, generator=generator, dtype=torch.float64)
    y = torch.randn(12, 2, generator=generator, dtype=torch.float64)
    results = [x, y, net.state_dict()]
    for reduction in ("mean", "sum"):
        net.zero_grad()
        F.mse_loss(model(x[rank::world]), y[rank::world], reduction=reduction).backward()
        results.append([p.grad.clone() for p in net.parameters()])
    torch.save(results, f"gradients{world}.{rank}.pt")
    dist.destroy_process_group()
"""

KILLED = """
    import os, runpy, signal
    import torch

    step, steps = torch.optim.SGD.step, []
    restarts = int(os.environ["TORCHELASTIC_RESTART_COUNT"])

    def counted(self, *args, **kwargs):
        steps.append(1)
        if {kill} and restarts == 0 and os.environ["RANK"] == "1" and len(steps) == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(self, *args, **kwargs)

    torch.optim.SGD.step = counted
    names = runpy.run_path({path!r})
    if names["rank"] == 0:
        torch.save((names["weight"], names["start"], restarts), "result.pt")
"""

# The restart of an entry whose checkpoint says that it comes from a GPU that is not there. A kill
# hits the process before a step, half-way through writing the new file, or before it is renamed.
STRUCK = """
    import os, pathlib, runpy, shutil, signal
    import torch

    step, replace, save, calls = torch.optim.SGD.step, os.replace, torch.save, []
    torch.serialization.location_tag = lambda storage: "cuda:3"
    victim, moment = {victim!r}, {moment!r}
    if pathlib.Path("checkpoint.pt").exists() and os.environ["RANK"] == "0":
        shutil.copy("checkpoint.pt", "kept.pt")

    def die():
        if os.environ["RANK"] == victim:
            calls.append(1)
            if len(calls) == 3:
                os.kill(os.getpid(), signal.SIGKILL)

    def torn(value, path):
        save(value, path)
        if moment == "write":
            os.truncate(path, os.path.getsize(path) // 2)
            die()
            save(value, path)

    torch.save = torn
    if moment == "step":
        torch.optim.SGD.step = lambda self: (die(), step(self))
    if moment == "replace":
        os.replace = lambda *paths: (die(), replace(*paths))
    names = runpy.run_path({path!r})
    if names["rank"] == 0:
        save((names["weight"], names["start"]), "result.pt")
"""
MOMENTS = {"step": "1", "write": "0", "replace": "0"}

JOINED = """
    import datetime
    import torch
    import torch.distributed as dist
    from contextlib import nullcontext
    from torch import nn
    from torch.nn.parallel import DistributedDataParallel

    how = {how!r}
    dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=10 if how else 2))
    rank, world = dist.get_rank(), dist.get_world_size()
    x = torch.randn(7, 4, generator=torch.Generator().manual_seed(7))
    model = DistributedDataParallel(nn.Linear(4, 1, bias=False))
    model.module.weight.data.fill_(0.5)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    result = []
    try:
        with model.join(**how) if how is not None else nullcontext():
            for batch in x[rank::world].split(1):
                optimizer.zero_grad()
                model(batch).square().mean().backward()
                optimizer.step()
                result.append(1)
        count = torch.tensor([float(len(result))])
        dist.all_reduce(count) if how is not None or {after!r} == "all_reduce" else dist.barrier()
        result = [count.item(), model.module.weight.detach().clone()]
    except RuntimeError as error:
        result = [str(error)]
    torch.save(result, f"{name}.{{world}}.{{rank}}.pt")
    dist.destroy_process_group()
"""
JOINS = {"joined": {"divide_by_initial_world_size": True},
         "active": {"divide_by_initial_world_size": False}}  # fmt: skip

META = """
    import copy
    import torch
    import torch.distributed as dist
    from torch import nn
    from torch.distributed.checkpoint.state_dict import (
        StateDictOptions, get_model_state_dict, get_optimizer_state_dict, set_model_state_dict,
    )
    from torch.distributed.device_mesh import init_device_mesh
    from torch.distributed.fsdp import fully_shard

    dist.init_process_group("gloo")
    rank, world = dist.get_rank(), dist.get_world_size()
    mesh = init_device_mesh("cpu", (world,))
    result = {"errors": []}

    def build():
        return nn.Sequential(nn.Linear(4, 24), nn.BatchNorm1d(24), nn.Linear(24, 5))

    def sharded():
        with torch.device("meta"):
            model = build()
        for layer in model:
            fully_shard(layer, mesh=mesh)
        return fully_shard(model, mesh=mesh)

    model = sharded()
    result["bytes"] = [sum(p.to_local().numel() for p in model.parameters() if not p.is_meta)]
    torch.manual_seed(0)
    plain = build()
    for attempt in (
        lambda: sharded()(torch.ones(2, 4)),
        lambda: sharded().to_empty(device="cpu").load_state_dict(plain.state_dict()),
    ):
        try:
            attempt()
        except RuntimeError as error:
            result["errors"].append(str(error))
    torch.use_deterministic_algorithms(True)  # fills what is empty
    empty = sharded().to_empty(device="cpu")
    result["nan"] = [t.isnan().all().item() for t in (empty[0].weight.to_local(),
                                                      empty[1].running_mean)]
    torch.use_deterministic_algorithms(False)
    model.to_empty(device="cpu")
    result["bytes"].append(sum(p.to_local().numel() for p in model.parameters()))

    torch.manual_seed(0)  # the false use: drawn in place
    for layer in model:
        layer.reset_parameters()
    result["drawn"] = model[0].weight.full_tensor().detach()

    plain[1].running_mean.fill_(3.0)
    given = plain.state_dict() if rank == 0 else {}
    options = StateDictOptions(full_state_dict=True, broadcast_from_rank0=True)
    set_model_state_dict(model, given, options=options)
    result["given"] = [type(value).__name__ for value in given.values()]
    result["buffers"] = model[1].running_mean.clone()
    optimizer = torch.optim.Adam(model.parameters())
    model.eval()(torch.ones(2, 4)).sum().backward()
    options = StateDictOptions(full_state_dict=True, cpu_offload=True)
    result["gathered"] = dict(get_model_state_dict(model, options=options))
    optimizer.step()
    result["optimizer"] = get_optimizer_state_dict(model, optimizer, options=options)
    torch.save(result, f"meta{world}.{rank}.pt")
    dist.destroy_process_group()
"""

# The entry without its `barrier`, and a disk that takes its time.
UNGUARDED = """
    import os, pathlib, time
    import torch

    save = torch.save
    torch.save = lambda *both: (time.sleep(1), save(*both))
    source = pathlib.Path({path!r}).read_text()
    assert source.count("dist.barrier()") == 1
    try:
        exec(source.replace("dist.barrier()", "pass") if {without} else source)
        end = "fine"
    except Exception as error:
        end = type(error).__name__
    pathlib.Path("{name}" + os.environ["RANK"]).write_text(end)
"""

NUMBERED = """
    import os, pathlib, runpy

    numbers = os.environ["LOCAL_RANK"] + " " + os.environ["WORLD_SIZE"]
    pathlib.Path(os.environ["RANK"]).write_text(numbers)
    runpy.run_path({path!r})
"""

# The entry's own lines: its first part and Save, and in other processes its first part and Load.
SAVED = """
    from torch.distributed.checkpoint.format_utils import dcp_to_torch_save

    if rank == 0:
        torch.save((saved, expected), "expected.pt")
        dcp_to_torch_save(folder[0], "whole.pt")
    dist.destroy_process_group()
"""


def checkpoint_scripts():
    """Return what saves and what loads, with seven rows: they are no multiple of the processes."""
    text = SCALE["distributed_checkpoint"].path.read_text()
    swaps = {
        "Linear(4, 6": "Linear(4, 7",
        "tempfile.mkdtemp() if rank == 0 else None": '"checkpoint"',
        "found = step(": "moment = other[1].state[other[0].weight]['exp_avg'].full_tensor()\n"
        "moment = moment.clone()\nfound = step(",
        "torch.equal(found, expected)": "torch.allclose(found, expected, atol=1e-6)",
        "shutil.rmtree(folder[0])": 'torch.save([plain.weight, moment, found], f"load{world}.pt")',
    }
    for old, new in swaps.items():
        assert text.count(old) >= 1
        text = text.replace(old, new)
    _, start_, save, load, alone = re.split(r"^# %% .*$", text, flags=re.MULTILINE)
    before = 'folder = ["checkpoint"]\nsaved, expected = torch.load("expected.pt")\n'
    return start_ + save + textwrap.dedent(SAVED), start_ + before + load + alone


SAYS = """
    import os
    import pathlib
    import time
    import torch
    import torch.distributed as dist
    import torch.distributed.checkpoint as dcp
    from torch import nn
    from torch.distributed.checkpoint.format_utils import dcp_to_torch_save
    from torch.distributed.device_mesh import init_device_mesh
    from torch.distributed.fsdp import fully_shard
    from torch.nn.parallel import DistributedDataParallel
    from torch.utils.data import DistributedSampler

    names = ["RANK", "WORLD_SIZE", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT"]
    names.append("TORCHELASTIC_RESTART_COUNT")
    result = {"environment": {name: os.environ.get(name) for name in names}}
    dist.init_process_group("gloo")
    rank, world = dist.get_rank(), dist.get_world_size()
    torch.manual_seed(rank)

    # collectives
    value, total = torch.full((2,), float(rank)), torch.tensor([rank + 1.0])
    result["returned"] = [dist.broadcast(value, src=0), dist.all_reduce(total)]
    result["value"], result["total"] = value, total
    objects = [None] * world
    dist.all_gather_object(objects, {"rank": rank, "text": "a" * rank})
    sent = [("from", rank)]
    dist.broadcast_object_list(sent, src=0)
    result["objects"], result["sent"] = objects, sent
    start = time.monotonic()
    if rank:
        time.sleep(0.5)
    dist.barrier()
    result["waited"] = [time.monotonic() - start]

    # data parallel: the copies, with a gradient of their own
    model = DistributedDataParallel(nn.Linear(4, 2))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    copies, keys = [], list(model.state_dict())
    for _ in range(3):
        optimizer.zero_grad()
        model(torch.randn(8, 4)).square().sum().backward()
        optimizer.step()
        copies.append(model.module.weight.detach().clone())
    result["copies"], result["keys"] = copies, keys
    nn.Linear(4, 2).load_state_dict(model.module.state_dict())
    torch.manual_seed(50 + rank)
    other = DistributedDataParallel(nn.Linear(4, 2))
    again = torch.optim.SGD(other.parameters(), lr=0.1, momentum=0.9)
    result["other"] = [other.module.weight.detach().clone()]
    if rank == 0:  # the false use: the state of the optimizer for one of them
        again.load_state_dict(optimizer.state_dict())
    other(torch.ones(8, 4)).square().sum().backward()
    again.step()
    result["other"].append(other.module.weight.detach().clone())
    grads = []
    x = torch.randn(8, 4)
    for way in ("both", "forward", "backward"):
        model.zero_grad()
        if way == "both":
            with model.no_sync():
                model(x).square().sum().backward()
            own = model.module.weight.grad.clone()
            model(x).square().sum().backward()
        elif way == "forward":
            with model.no_sync():
                y = model(x)
            y.square().sum().backward()
        else:
            y = model(x).square().sum()
            with model.no_sync():
                y.backward()
        grads.append(model.module.weight.grad.clone())
    result["own"], result["grads"] = own, grads
    sampler = DistributedSampler(range(10))
    result["sampler"] = (sampler.rank, sampler.num_replicas, list(sampler))

    # sharded
    mesh = init_device_mesh("cpu", (world,))
    with torch.device("meta"):
        sharded = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 2))
    before = sharded[0].weight
    for layer in sharded:
        fully_shard(layer, mesh=mesh)
    fully_shard(sharded, mesh=mesh)
    sharded.to_empty(device="cpu")
    for p in sharded.parameters():
        nn.init.constant_(p, 0.5)
    optimizer = torch.optim.Adam(sharded.parameters())
    seen = []

    def look(*_):
        seen.append([type(layer.weight).__name__ for layer in sharded])

    for layer in sharded:
        layer.register_forward_pre_hook(look)
        layer.register_full_backward_hook(look)
    y = sharded(torch.ones(2, 4, requires_grad=True)).sum()
    look()
    y.backward()
    look()
    optimizer.step()
    weight = sharded[0].weight
    dist.barrier()
    start = time.monotonic()
    if rank:
        time.sleep(0.5)
    weight.full_tensor()
    result["waited"].append(time.monotonic() - start)
    state = optimizer.state[weight]["exp_avg"]
    local = [tuple(t.to_local().shape) for t in (weight, weight.grad, state)]
    result["sharded"] = (local, seen, type(weight).__name__, weight is before)
    dcp.save({"model": sharded.state_dict()}, checkpoint_id="says")
    dist.barrier()
    result["files"] = sorted(p.name for p in pathlib.Path("says").iterdir())
    torch.save(result, f"says{rank}.pt")
    dist.destroy_process_group()
"""

ALONE = ("data_parallel", "distributed_sampler")  # no group: they would print in every process
GROUPED = [name for name in SCALE if name not in ALONE]


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Run all that needs two processes or more in one start of torchrun; where the results are."""
    folder = tmp_path_factory.mktemp("two")
    restart = str(SCALE["restart"].path)
    scripts = {name: SCALE[name].path for name in GROUPED}
    killed = KILLED.format(kill=False, path=restart)
    scripts["undisturbed"] = write(folder, killed, "undisturbed")
    scripts["gradients"] = write(folder, GRADIENTS, "gradients")
    scripts["says"] = write(folder, SAYS, "says")
    scripts["meta"] = write(folder, META, "meta")
    for name, how in JOINS.items():
        scripts[name] = write(folder, JOINED.format(how=how, after="", name=name), name)
    save, load = checkpoint_scripts()
    scripts["saved"] = write(folder, save, "saved")
    jobs = [(name, str(path), name != "ddp", None, "", ".") for name, path in scripts.items()]

    loads = str(write(folder, load, "load"))  # after `saved`
    jobs += [(f"load{size}", loads, True, size, "0", ".") for size in (1, 3, 4)]
    more = ["gradients", "meta", *JOINS]
    for name in [*GROUPED, *more]:
        for size, by in ((3, "0"), (4, "1")):
            where = "." if name in more else f"alone{size}"
            jobs.append((f"{name}@{size}", str(scripts[name]), True, size, by, where))
    for after in ("barrier", "all_reduce"):
        unjoined = JOINED.format(how=None, after=after, name=after)
        jobs.append((after, str(write(folder, unjoined, after)), True, 2, "1", "."))
    for name, without in (("guarded", False), ("unguarded", True)):
        path = str(SCALE["save_on_rank_zero"].path)
        text = UNGUARDED.format(path=path, without=without, name=name)
        jobs.append((name, str(write(folder, text, name)), True, 3, "1", "."))
    for moment, victim in (MOMENTS | {"": ""}).items():
        texts = {"killed": (victim, moment), "restarted": ("", "")}
        for way, (v, m) in texts.items() if moment else [("restarted", ("", ""))]:
            script = write(folder, STRUCK.format(path=restart, victim=v, moment=m), way + moment)
            jobs.append((way + moment, str(script), True, 3, "0", f"struck{moment}"))
    jobs = [(name, path, port and free_port(), *rest) for name, path, port, *rest in jobs]
    torchrun(2, write(folder, FORKS.format(jobs=jobs)), folder)
    return folder


@says(
    "scale",
    "The outputs here are the same with one process, two, three and four.",
    "When a script is started by `python` it makes a group of one.",
)
@says(
    "scale/ddp",
    "`torchrun --nproc-per-node 2 ddp.py` starts two processes, `python ddp.py` one; both print"
    " these losses, for the batch of 12 is divided among them.",
)
@says(
    "scale/reduce_metrics",
    "sum the counts, then divide.",
    "A process counts on its part; `all_reduce` adds the counts.",
)
@says(
    "scale/collectives",
    "everyone has what rank 0 had",
    "1 + 2 + ... + world: everyone has the sum",
    "everyone has the list, in order of rank",
)
@says("scale/several_machines", "a first collective shows that all are connected")
@says("scale/no_sync", "accumulate gradients, communicate once.")
@says("scale/save_on_rank_zero", "this one waits for the readers too")
@pytest.mark.parametrize("size", [2, 3, 4])
@pytest.mark.parametrize("name", GROUPED)
def test_several_processes_print_what_is_documented(two, name, size):
    job = name if size == 2 else f"{name}@{size}"
    texts = [(two / f"{job}.{rank}.txt").read_text() for rank in range(size)]
    printed = own_lines("\n".join(texts))
    assert same_text(documented(name), printed.strip()), f"{size} processes print\n{printed}"


@says(
    "scale/ddp_gradients",
    "With a mean loss and parts of one size, the average over the processes is the gradient of the"
    " whole batch: two processes with 8 samples each make the step of a batch of 16, so that is the"
    " batch to choose the learning rate for.",
    'A loss with `reduction="sum"` comes out divided by the number of processes.',
)
@says("scale/ddp", "takes rank 0's weights", "averages the gradients")
@pytest.mark.parametrize("size", [2, 3, 4])
def test_gradients_of_several_processes_are_those_of_one(two, size):
    net = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 2))
    net = net.double()
    for rank in range(size):
        x, y, state, of_mean, of_sum = torch.load(two / f"gradients{size}.{rank}.pt")
        net.load_state_dict(state)
        squares = (net(x) - y) ** 2
        whole = torch.autograd.grad(squares.mean(), list(net.parameters()), retain_graph=True)
        torch.testing.assert_close(of_mean, list(whole), rtol=1e-9, atol=1e-12)
        divided = torch.autograd.grad(squares.sum() / size, list(net.parameters()))
        torch.testing.assert_close(of_sum, list(divided), rtol=1e-9, atol=1e-12)


def by_hand(size, active):
    """The weights after the steps of `JOINED`: what one process makes of all the batches."""
    x = torch.randn(7, 4, generator=torch.Generator().manual_seed(7))
    weight = torch.full((4,), 0.5)
    for step in range(-(-7 // size)):
        batches = x[step * size : (step + 1) * size]  # one a process, as long as there are some
        total = sum(2 * (weight @ batch) * batch for batch in batches)
        weight = weight - 0.1 * total / (len(batches) if active else size)
    return weight


@says(
    "scale/uneven_inputs",
    "Inside `model.join()` it answers with zeros instead, and at the end all have the same"
    " weights.",
    "The gradient is divided by the number of processes, with"
    " `divide_by_initial_world_size=False` by those that still have batches.",
    "Collectives of your own, as in metrics, go behind the block.",
)
@pytest.mark.parametrize("name", JOINS)
@pytest.mark.parametrize("size", [2, 3, 4])
def test_join_of_unequal_parts(two, name, size):
    expected = by_hand(size, name == "active")
    for rank in range(size):
        count, weight = torch.load(two / f"{name}.{size}.{rank}.pt")
        assert count == 7
        torch.testing.assert_close(weight[0], expected)
    other = by_hand(size, name != "active")
    assert not torch.allclose(expected, other, atol=1e-3)


@says(
    "scale/uneven_inputs",
    "`backward` waits for that of the other processes.",
    "A process that runs out of batches leaves the rest waiting until they fail; or its next"
    " collective is taken for their gradients, and its sums are wrong in silence.",
)
def test_unequal_parts_without_join(two):
    waited, other = (torch.load(two / f"barrier.2.{rank}.pt") for rank in range(2))
    assert len(waited) == len(other) == 1
    assert "Timed out" in waited[0] or "closed by peer" in waited[0]
    summed = torch.load(two / "all_reduce.2.1.pt")
    assert len(summed) == 2  # no error, and not seven
    assert abs(summed[0] - 7) > 0.5


@says(
    "scale/restart",
    "When one process dies, torchrun ends the others and starts the script anew, twice at most.",
    "The script goes on from its checkpoint; the result is that of an undisturbed run,"
    " up to rounding.",
    "Save what the next step depends on: model, optimizer, epoch, and the scheduler and random"
    " state where they are used.",
)
@says("scale/torchrun_environment",
      "`TORCHELASTIC_RESTART_COUNT` | how often the group was started anew")  # fmt: skip
def test_a_killed_worker_changes_nothing_in_the_result(two, tmp_path):
    entry = SCALE["restart"]
    (line,) = re.findall(r"```sh\n(.*?)```", entry.text, re.DOTALL)
    words = line.replace("\\\n", " ").split()
    assert words[1] == "torchrun"
    assert words[-1] == "restart.py"
    script = write(tmp_path, KILLED.format(kill=True, path=str(entry.path)))
    command = ["env", words[0], *LAUNCH, "--standalone", *words[2:-1], script]
    finish(start(command, tmp_path))
    undisturbed, start_of_first, _ = torch.load(two / "result.pt")
    weight, start_again, restarts = torch.load(tmp_path / "result.pt")
    assert start_of_first == 0
    assert restarts in (1, 2)  # one for the kill; one more was seen, with the same result
    # rank 1 died before its fourth step, and rank 0 was ended before or after saving its own
    assert start_again in (3, 4)
    assert torch.equal(weight, undisturbed)
    assert {p.name for p in tmp_path.iterdir()} == {"script.py", "result.pt"}


@says(
    "scale/restart",
    "When one process dies, torchrun ends the others and starts the script anew, twice at most.",
)
def test_torchrun_starts_anew_twice_at_most(tmp_path):
    (most,) = re.findall(r"--max-restarts (\d+)", SCALE["restart"].text)
    config = LaunchConfig(
        min_nodes=1,
        max_nodes=1,
        nproc_per_node=2,
        max_restarts=int(most),
        monitor_interval=0.05,
        rdzv_backend="c10d",
        rdzv_endpoint="localhost:0",
        run_id="twice",
    )
    note = f"echo $RANK >> {tmp_path}/$TORCHELASTIC_RESTART_COUNT; test $RANK = 0 && exec sleep 60"
    begin = time.monotonic()
    with pytest.raises(ChildFailedError):
        elastic_launch(config, "/bin/sh")("-c", f"{note}; exit 1")
    assert time.monotonic() - begin < 60  # the process that slept was ended
    starts = {path.name: sorted(path.read_text().split()) for path in tmp_path.iterdir()}
    assert starts == {key: ["0", "1"] for key in "012"}


@says(
    "scale/restart",
    "The script goes on from its checkpoint; the result is that of an undisturbed run,"
    " up to rounding.",
    "not all on the first GPU",
)
@says(
    "scale/restart",
    "`os.replace` changes the file in one step, so that a kill while writing leaves the old one"
    " whole.",
)
@pytest.mark.parametrize("moment", MOMENTS)
def test_three_processes_go_on_after_a_kill(two, moment):
    """Killed before a step, in half a file, before its renaming; saved as on a GPU's machine."""
    undisturbed, start_of_first = torch.load(two / "struck" / "result.pt", map_location="cpu")
    folder = two / f"struck{moment}"
    weight, start_again = torch.load(folder / "result.pt", map_location="cpu")
    assert start_of_first == 0
    assert start_again in ((2, 3) if moment == "step" else (2,))
    # DDP puts gradients in another order of buckets after a step; three parts add up otherwise
    torch.testing.assert_close(weight, undisturbed, rtol=1e-6, atol=1e-6)
    with pytest.raises(RuntimeError, match="Attempting to deserialize object on"):
        torch.load(folder / "kept.pt")
    kept = torch.load(folder / "kept.pt", map_location="cpu")
    assert kept["epoch"] == start_again - 1


@says(
    "scale/distributed_checkpoint",
    "save with 2 processes, go on with 1, 3 or 4.",
    "`load` fills the tensors of the state that is passed, with another number of processes too,"
    " and training goes on as if nothing had been: up to the order of sums.",
    "`dcp_to_torch_save` in `format_utils` turns the folder into one `.pt` file.",
)
def test_checkpoint_of_two_processes_goes_on_with_one_three_and_four(two):
    torch.manual_seed(0)
    batches, plain = torch.randn(2, 12, 4), torch.nn.Linear(4, 7)
    optimizer = torch.optim.Adam(plain.parameters())

    def step(x, optimizer):
        optimizer.zero_grad()
        plain(x).square().mean().backward()
        optimizer.step()
        return plain.weight.detach().clone()

    first = step(batches[0], optimizer)
    moment = optimizer.state[plain.weight]["exp_avg"].clone()
    second = step(batches[1], optimizer)
    saved, expected = torch.load(two / "expected.pt")
    close = {"rtol": 1e-5, "atol": 1e-6}
    torch.testing.assert_close(saved, first, **close)
    torch.testing.assert_close(expected, second, **close)
    assert torch.equal(torch.load(two / "whole.pt")["model"]["weight"], saved)
    for size in (1, 3, 4):
        assert own_lines((two / f"load{size}.0.txt").read_text()) == "True\nTrue"
        weight, loaded_moment, found = torch.load(two / f"load{size}.pt")
        assert torch.equal(weight, saved)
        torch.testing.assert_close(loaded_moment, moment, **close)
        torch.testing.assert_close(found, second, **close)
    plain.weight.data.copy_(saved)  # without the optimizer's state it does not
    forgetful = step(batches[1], torch.optim.Adam(plain.parameters()))
    assert (forgetful - second).abs().max() > 1e-4


@says(
    "scale/sharded_from_meta",
    "no process makes the whole model.",
    "On `meta` a model has shapes and no memory; sharded, then `to_empty`, a process has memory"
    " for its slices, with anything in it.",
    "`set_model_state_dict` fills them, buffers too, with the weights that rank 0 has read; in the"
    " dict that it is given it puts slices in their place.",
    "`get_model_state_dict` gathers the weights for rank 0; elsewhere the dict is empty.",
    "`get_optimizer_state_dict` does so with the state of an optimizer.",
    "the processes call it together",
    "a copy is given",
)
@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_model_sharded_from_meta(two, size):
    torch.manual_seed(0)
    layers = torch.nn.Linear(4, 24), torch.nn.BatchNorm1d(24), torch.nn.Linear(24, 5)
    plain = torch.nn.Sequential(*layers)
    plain[1].running_mean.fill_(3.0)
    state = plain.state_dict()
    plain.eval()(torch.ones(2, 4)).sum().backward()
    optimizer = torch.optim.Adam(plain.parameters())
    torch.save(state, two / "plain.pt")
    gathered, slices = [], 0
    for rank in range(size):
        result = torch.load(two / f"meta{size}.{rank}.pt", weights_only=False)
        on_meta, own = result["bytes"]
        assert on_meta == 0
        assert own < sum(p.numel() for p in plain.parameters())
        slices += own
        assert result["nan"] == [True, True]
        assert "should be materialized from meta device" in result["errors"][0]
        assert "mixed torch.Tensor and DTensor" in result["errors"][1]
        assert ("DTensor" in result["given"]) == (rank == 0)
        assert result["buffers"].eq(3).all()
        gathered.append((result["gathered"], result["optimizer"]))
    assert slices == sum(p.numel() for p in plain.parameters())
    assert gathered[1:] == [({}, {})] * (size - 1)
    weights, of_optimizer = gathered[0]
    state = torch.load(two / "plain.pt")
    assert all(torch.equal(weights[name], value) for name, value in state.items())
    optimizer.step()
    for name, p in plain.named_parameters():
        moment = of_optimizer["state"][name]["exp_avg"]
        torch.testing.assert_close(moment, optimizer.state[p]["exp_avg"])


@says(
    "scale/sharded_from_meta",
    "Drawn in place, weights differ from those of an unsharded model: on the CPU processes with"
    " one seed draw the same numbers for their slices, so that the rows repeat.",
)
@pytest.mark.parametrize("size", [2, 3, 4])
def test_weights_that_are_drawn_in_slices(two, size):
    torch.manual_seed(0)
    whole = torch.nn.Linear(4, 24).weight
    drawn = torch.load(two / f"meta{size}.0.pt", weights_only=False)["drawn"]
    parts = drawn.chunk(size)
    assert all(torch.equal(part, parts[0]) for part in parts)
    assert not torch.equal(drawn, whole)
    assert len(set(map(tuple, whole.tolist()))) == 24


@says("scale/save_on_rank_zero",
      "`barrier` keeps the others from reading before the file is there.")  # fmt: skip
def test_reading_without_the_barrier(two):
    ends = {n: [(two / f"{n}{r}").read_text() for r in range(3)] for n in ("guarded", "unguarded")}
    assert ends["guarded"] == ["fine"] * 3
    assert "FileNotFoundError" in ends["unguarded"][1:]
    assert "fine" not in ends["unguarded"]


@says(
    "scale/save_on_rank_zero",
    "DDP sends rank 0's weights to the others when it is made, and nothing of the optimizer, whose"
    " state the others load too.",
)
def test_the_optimizer_is_loaded_by_each_process(said):
    (first, after_first), (second, after_second) = (result["other"] for result in said)
    assert torch.equal(first, second)
    assert not torch.allclose(after_first, after_second)


@says(
    "scale/several_machines",
    "one torchrun on each.",
    "The same line on every machine.",
    "The one named as endpoint lets the others in on the port, and torchrun deals out the ranks.",
    "Without the rendezvous each machine gets its number by hand, 1 on the second.",
    "The script is that of one machine.",
)
@says("scale/torchrun_environment", "`WORLD_SIZE` | how many processes there are, on all machines",
      "`LOCAL_RANK` | the number on this machine: the index of its GPU")  # fmt: skip
@pytest.mark.parametrize("way", ["c10d", "node-rank"])
def test_the_lines_for_several_machines_join_two_launchers(tmp_path, way):
    entry = SCALE["several_machines"]
    lines = re.findall(r"```sh\n(.*?)```", entry.text, re.DOTALL)
    (line,) = [line for line in lines if way in line]
    words = line.replace("\\\n", " ").split()
    assert words[0] == "torchrun"
    assert words[-1] == "train.py"
    port = free_port()
    swaps = {"host0": "localhost", "host0:29500": f"localhost:{port}", "29500": port, "4": "1"}
    words = [swaps.get(word, word) for word in words[1:-1]]
    script = write(tmp_path, NUMBERED.format(path=str(entry.path)))
    machines = []
    for number in "01":
        if way == "node-rank":
            words[words.index("--node-rank") + 1] = number
        machines.append(start([*LAUNCH, *words, script], tmp_path))
    printed = "\n".join(filter(None, [finish(machine) for machine in machines]))
    assert same_text(documented("several_machines"), printed)
    assert [(tmp_path / rank).read_text() for rank in "01"] == ["0 2", "0 2"]


@says(
    "scale/distributed_sampler",
    "to a process its own part of the data.",
    "In a process group it takes rank and size from there; given by hand, as here, it needs no"
    " group.",
    "Where the parts would differ in length it repeats the first samples, so that the processes"
    " make equally many steps; `drop_last=True` leaves the rest out instead.",
)
@says("scale/uneven_inputs",
      "Parts of `DistributedSampler` have one length and need no `join`.")  # fmt: skip
@pytest.mark.parametrize("size", [1, 7, 8, 9])
@pytest.mark.parametrize("world", [1, 2, 3, 4])
@pytest.mark.parametrize("shuffle", [False, True])
def test_distributed_sampler_covers_the_data(size, world, shuffle):
    def parts(epoch, **options):
        for rank in range(world):
            sampler = DistributedSampler(
                range(size), num_replicas=world, rank=rank, shuffle=shuffle, **options
            )
            sampler.set_epoch(epoch)
            yield list(sampler)

    for epoch in range(3):
        padded = list(parts(epoch))
        assert len({len(part) for part in padded}) == 1
        everything = [i for part in padded for i in part]
        assert set(everything) == set(range(size))
        assert len(everything) == -(-size // world) * world
        dropped = [i for part in parts(epoch, drop_last=True) for i in part]
        assert len(dropped) == len(set(dropped)) == size // world * world


def test_reduce_metrics_counts_each_sample_once():
    names = names_of("scale/reduce_metrics")
    right = (names["logits"].argmax(dim=1) == names["labels"]).sum().item()
    assert (names["right"], names["seen"]) == (right, 7)


@pytest.fixture
def said(two):
    """What the script of the sentences saw in its two processes."""
    return [torch.load(two / f"says{rank}.pt") for rank in range(2)]


@says("scale", "They run one script; `torchrun` starts them and tells each its rank.")
@says(
    "scale/torchrun_environment",
    "starts the processes and tells each who it is.",
    "`torchrun --nproc-per-node 2 train.py` starts the script twice with these variables.",
    "`RANK` | the number of this process, 0 to `WORLD_SIZE` - 1",
    "`WORLD_SIZE` | how many processes there are, on all machines",
    "`LOCAL_RANK` | the number on this machine: the index of its GPU",
    "`MASTER_ADDR`, `MASTER_PORT` | where the processes meet",
)
@pytest.mark.parametrize("rank", range(2))
def test_the_variables_of_torchrun(said, rank):
    variables = said[rank]["environment"]
    assert variables["RANK"] == variables["LOCAL_RANK"] == str(rank)
    assert variables["WORLD_SIZE"] == "2"
    assert variables["MASTER_ADDR"]
    assert variables["TORCHELASTIC_RESTART_COUNT"] == "0"


@says(
    "scale/collectives",
    "The processes call them in one order; a process that skips one leaves the others waiting.",
    "`broadcast` and `all_reduce` write into the tensor that is passed.",
    "Objects that can be pickled go through `all_gather_object` and `broadcast_object_list`.",
)
@says("scale/distributed_checkpoint", "gathered: the processes call it together")
@says("scale/fully_shard", "gathered: the processes call it together")
@says("scale/save_on_rank_zero",
      "`barrier` keeps the others from reading before the file is there.")  # fmt: skip
def test_collectives_of_two_processes(said):
    assert min(said[0]["waited"]) > 0.4
    for result in said:
        assert result["returned"] == [None, None]
        assert result["value"].tolist() == [0, 0]
        assert result["total"].tolist() == [3]
        assert result["objects"] == [{"rank": 0, "text": ""}, {"rank": 1, "text": "a"}]
        assert result["sent"] == [("from", 0)]


@says(
    "scale/ddp",
    "A process works on its part of the data; `backward` averages the gradients over the"
    " processes, so that the copies of the weights stay equal.",
    "The optimizer and its steps stay as they are.",
)
@says(
    "scale/save_on_rank_zero",
    "The weights are equal after a step, so one file is enough; two processes that write one path"
    " may spoil it.",
    "Save `model.module.state_dict()`: its keys lack the prefix and load without DDP.",
)
@says("scale/data_parallel",
      "Checkpoints of either wrapper have the prefix `module.` in their keys.")  # fmt: skip
def test_copies_stay_equal(said):
    first, second = (result["copies"] for result in said)
    assert all(torch.equal(a, b) for a, b in zip(first, second, strict=True))
    assert not torch.equal(first[0], first[1])
    assert said[0]["keys"] == ["module.weight", "module.bias"]
    assert list(torch.nn.DataParallel(torch.nn.Linear(4, 2)).state_dict()) == said[0]["keys"]


@says(
    "scale/no_sync",
    "A large batch in parts: inside `model.no_sync()` the gradients add up in the process alone,"
    " and the last part, outside, averages the sums.",
    "The forward pass decides: it belongs inside.",
)
def test_no_sync_keeps_gradients_apart(said):
    (one, two_), (own_one, own_two) = ([r["grads"] for r in said], [r["own"] for r in said])
    assert not torch.allclose(own_one, own_two)
    torch.testing.assert_close(one[0], two_[0])
    torch.testing.assert_close(one[0], 2 * (own_one + own_two) / 2)
    # after a forward pass inside the backward pass does not average, wherever it is
    torch.testing.assert_close(one[1], own_one)
    torch.testing.assert_close(two_[1], own_two)
    torch.testing.assert_close(one[2], (own_one + own_two) / 2)
    torch.testing.assert_close(one[2], two_[2])


@says(
    "scale/distributed_sampler",
    "In a process group it takes rank and size from there; given by hand, as here, it needs no"
    " group.",
)
@says("scale/ddp", "in place of shuffle=True", "another order, shared by the processes")
def test_sampler_in_a_group(said):
    (rank0, size0, first), (rank1, size1, second) = (result["sampler"] for result in said)
    assert (rank0, size0, rank1, size1) == (0, 2, 1, 2)
    assert sorted(first + second) == list(range(10))
    assert [*first, *second] != [*range(0, 10, 2), *range(1, 10, 2)]


@says(
    "scale/fully_shard",
    "A process keeps a slice of each parameter, gradient and optimizer state; a block is gathered"
    " for its own forward and backward pass.",
    "Shard the blocks first, the whole last, and make the optimizer afterwards: the parameters are"
    " new objects (`DTensor`).",
)
@pytest.mark.parametrize("rank", range(2))
def test_a_sharded_model(said, rank):
    local, seen, kind, same = said[rank]["sharded"]
    assert local == [(3, 4)] * 3
    whole, slice_ = "Parameter", "DTensor"
    first, second, none = [whole, slice_], [slice_, whole], [slice_, slice_]
    assert seen == [first, second, none, second, first, none]
    assert (kind, same) == ("DTensor", False)


@says(
    "scale/distributed_checkpoint",
    "`torch.distributed.checkpoint` (DCP) writes a folder: a file of its own pieces from each"
    " process, and a table of contents.",
)
@pytest.mark.parametrize("rank", range(2))
def test_files_of_a_distributed_checkpoint(said, rank):
    assert said[rank]["files"] == [".metadata", "__0_0.distcp", "__1_0.distcp"]
