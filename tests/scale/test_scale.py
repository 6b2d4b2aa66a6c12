"""What the entries on several processes promise, kept with several processes."""

import os
import re
import socket
import subprocess
import sys
import textwrap
import time

import pytest
import torch
from recipes import names_of
from support import ENTRIES, says
from torch.distributed.elastic.multiprocessing.errors import ChildFailedError
from torch.distributed.launcher.api import LaunchConfig, elastic_launch
from torch.utils.data import DistributedSampler

from cheatsheet.check.claims import same_text

SCALE = {e.path.stem: e for e in ENTRIES if e.name.startswith("scale/")}
LAUNCH = [sys.executable, "-m", "torch.distributed.run"]
# The machine's GPUs, if any, are left aside: two processes want two of them.
ENVIRONMENT = os.environ | {"CUDA_VISIBLE_DEVICES": "", "OMP_NUM_THREADS": "1"}


def start(command, folder):
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def own_lines(text):
    """Leave out what gloo says."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("[Gloo]"))


def finish(process):
    """Wait, and return what was printed."""
    try:
        out, err = process.communicate(timeout=240)
    finally:
        process.kill()
    assert process.returncode == 0, err
    return own_lines(out)


#: A thread of gloo that waits for the interpreter while it ends aborts the process, after all
#: work is done: seen twice in a hundred runs under load, see pull request 179291 of PyTorch.
ABORTED_AT_EXIT = "terminate called without an active exception"


def torchrun(processes, script, folder, *options):
    command = [*LAUNCH, "--standalone", "--nproc-per-node", processes, *options, script]
    try:
        return finish(start(command, folder))
    except AssertionError as error:
        if ABORTED_AT_EXIT not in str(error):
            raise
    return finish(start(command, folder))


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
FORKS = """
    import os, runpy, sys, traceback
    import torch._dynamo
    import torch.distributed.checkpoint
    import torch.distributed.fsdp
    import torch.nn.parallel

    for name, path, port, size in {jobs!r}:
        children = []
        if size is not None and os.environ["RANK"] != "0":
            continue
        for rank in [int(os.environ["RANK"])] if size is None else range(size):
            child = os.fork()
            if child:
                children.append(child)
                continue
            if size is not None:
                os.environ |= dict(RANK=str(rank), WORLD_SIZE=str(size), MASTER_ADDR="localhost")
            if port:
                os.environ |= dict(MASTER_PORT=port, TORCHELASTIC_USE_AGENT_STORE="False")
            sys.stdout = open(f"{{name}}.{{rank}}.txt", "w")
            try:
                runpy.run_path(path, run_name="__main__")
                sys.stdout.flush()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        if any(os.waitpid(child, 0)[1] for child in children):
            sys.exit(f"{{name}} failed")
"""

GRADIENTS = """
    import torch
    import torch.distributed as dist
    import torch.nn.functional as F
    from torch import nn
    from torch.nn.parallel import DistributedDataParallel

    dist.init_process_group("gloo")
    rank = dist.get_rank()
    torch.manual_seed(rank)  # DDP has to copy the weights of rank 0
    net = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2)).double()
    model = DistributedDataParallel(net)
    generator = torch.Generator().manual_seed(7)
    x = torch.randn(12, 4, generator=generator, dtype=torch.float64)
    y = torch.randn(12, 2, generator=generator, dtype=torch.float64)
    results = [x, y, net.state_dict()]
    for reduction in ("mean", "sum"):
        net.zero_grad()
        F.mse_loss(model(x[rank::2]), y[rank::2], reduction=reduction).backward()
        results.append([p.grad.clone() for p in net.parameters()])
    torch.save(results, f"gradients{rank}.pt")
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

NUMBERED = """
    import os, pathlib, runpy

    numbers = os.environ["LOCAL_RANK"] + " " + os.environ["WORLD_SIZE"]
    pathlib.Path(os.environ["RANK"]).write_text(numbers)
    runpy.run_path({path!r})
"""

# The entry's own lines: its first part and Save, and in other processes its first part and Load.
SAVED = """
    from torch.distributed.checkpoint.format_utils import dcp_to_torch_save

    weight = model.weight.full_tensor()
    moment = optimizer.state[model.weight]["exp_avg"].full_tensor()
    if rank == 0:
        torch.save((weight, moment), "expected.pt")
        dcp_to_torch_save(folder[0], "whole.pt")
    dist.destroy_process_group()
"""


def checkpoint_scripts():
    """Return what saves and what loads, with seven rows: they are no multiple of the processes."""
    text = SCALE["distributed_checkpoint"].path.read_text()
    swaps = {
        "Linear(4, 6": "Linear(4, 7",
        "tempfile.mkdtemp() if rank == 0 else None": '"checkpoint"',
        "whole = model.weight.full_tensor()": "whole = other[0].weight.full_tensor()",
        "shutil.rmtree(folder[0])": 'torch.save((whole, moment), f"loaded{world}.pt")',
    }
    for old, new in swaps.items():
        assert text.count(old) >= 1
        text = text.replace(old, new)
    _, start_, save, load = re.split(r"^# %% .*$", text, flags=re.MULTILINE)
    return start_ + save + textwrap.dedent(SAVED), start_ + 'folder = ["checkpoint"]\n' + load


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
    """Run all that needs two processes in one start of torchrun; the folder of the results."""
    folder = tmp_path_factory.mktemp("two")
    scripts = {name: SCALE[name].path for name in GROUPED}
    killed = KILLED.format(kill=False, path=str(SCALE["restart"].path))
    scripts["undisturbed"] = write(folder, killed, "undisturbed")
    scripts["gradients"] = write(folder, GRADIENTS, "gradients")
    scripts["says"] = write(folder, SAYS, "says")
    save, load = checkpoint_scripts()
    scripts["saved"] = write(folder, save, "saved")
    ports = {name: None if name == "ddp" else free_port() for name in scripts}
    jobs = [(name, str(path), ports[name], None) for name, path in scripts.items()]
    loads = str(write(folder, load, "load"))
    jobs += [(f"load{size}", loads, free_port(), size) for size in (1, 3)]  # after `saved`
    torchrun(2, write(folder, FORKS.format(jobs=jobs)), folder)
    return folder


@says(
    "scale",
    "The outputs here are the same with one process and with two.",
    "When a script is started by `python` it makes a group of one.",
)
@says(
    "scale/ddp",
    "`torchrun --nproc-per-node 2 ddp.py` starts two processes, `python ddp.py` one; both print"
    " these losses, for the batch of 16 is divided among them.",
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
@pytest.mark.parametrize("name", GROUPED)
def test_two_processes_print_what_is_documented(two, name):
    printed = own_lines("\n".join((two / f"{name}.{rank}.txt").read_text() for rank in range(2)))
    assert same_text(documented(name), printed.strip()), f"two processes print\n{printed}"


@says(
    "scale/ddp_gradients",
    "With a mean loss and parts of one size, the average over the processes is the gradient of the"
    " whole batch: two processes with 8 samples each make the step of a batch of 16, so that is the"
    " batch to choose the learning rate for.",
    'A loss with `reduction="sum"` comes out divided by the number of processes.',
)
@says("scale/ddp", "takes rank 0's weights", "averages the gradients")
@pytest.mark.parametrize("rank", range(2))
def test_gradients_of_two_processes_are_those_of_one(two, rank):
    net = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 2))
    net = net.double()
    x, y, state, of_mean, of_sum = torch.load(two / f"gradients{rank}.pt")
    net.load_state_dict(state)
    squares = (net(x) - y) ** 2
    whole = torch.autograd.grad(squares.mean(), list(net.parameters()), retain_graph=True)
    torch.testing.assert_close(of_mean, list(whole), rtol=1e-9, atol=1e-12)
    halved = torch.autograd.grad(squares.sum() / 2, list(net.parameters()))
    torch.testing.assert_close(of_sum, list(halved), rtol=1e-9, atol=1e-12)


@says(
    "scale/restart",
    "When one process dies, torchrun ends the others and starts the script anew, twice at most.",
    "The script goes on from its checkpoint; the result is that of an undisturbed run.",
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
    assert (start_of_first, restarts) == (0, 1)
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
    "scale/distributed_checkpoint",
    "save with 2 processes, load with 1 or 3.",
    "`load` fills the tensors of the state that is passed, with another number of processes too.",
    "`dcp_to_torch_save` in `format_utils` turns the folder into one `.pt` file.",
)
def test_checkpoint_of_two_processes_loads_with_one_and_with_three(two):
    expected = weight, moment = torch.load(two / "expected.pt")
    assert weight.shape == (7, 4)
    assert moment.min() > 0
    assert torch.equal(torch.load(two / "whole.pt")["model"]["weight"], weight)
    for size in (1, 3):
        assert own_lines((two / f"load{size}.0.txt").read_text()) == "True True"
        loaded = torch.load(two / f"loaded{size}.pt")
        assert all(map(torch.equal, loaded, expected))


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
    "Made on `meta`, sharded and then `to_empty`, the model is nowhere whole; load weights into"
    " it.",
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
