"""What the entries on several processes promise, kept with several processes."""

import os
import re
import socket
import subprocess
import sys
import textwrap

import pytest
import torch
from recipes import names_of
from support import ENTRIES
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


# torch is imported once, and each script runs in a fork of its own with a store of its own: a
# start of torchrun for each of them would cost minutes.
FORKS = """
    import os, runpy, sys, traceback
    import torch._dynamo
    import torch.distributed.checkpoint
    import torch.distributed.fsdp
    import torch.nn.parallel

    for name, path, port, size in {jobs!r}:
        children = []
        for rank in [int(os.environ["RANK"])] if size is None else range(size):
            child = os.fork()
            if child:
                children.append(child)
                continue
            if size is not None:
                os.environ |= dict(RANK=str(rank), WORLD_SIZE=str(size), MASTER_ADDR="localhost")
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

CHECKPOINT = """
    import os
    import torch
    import torch.distributed as dist
    import torch.distributed.checkpoint as dcp
    from torch import nn
    from torch.distributed.checkpoint.format_utils import dcp_to_torch_save
    from torch.distributed.device_mesh import init_device_mesh
    from torch.distributed.fsdp import fully_shard

    dist.init_process_group("gloo")
    mesh = init_device_mesh("cpu", (dist.get_world_size(),))
    torch.manual_seed(0)
    expected = nn.Linear(4, 7).state_dict()
    torch.manual_seed(0 if {save} else 1)
    model = fully_shard(nn.Linear(4, 7), mesh=mesh)
    state = {{"model": model.state_dict()}}
    if {save}:
        dcp.save(state, checkpoint_id="checkpoint")
        if dist.get_rank() == 0:
            dcp_to_torch_save("checkpoint", "whole.pt")
    else:
        assert not torch.equal(model.weight.full_tensor(), expected["weight"])
        dcp.load(state, checkpoint_id="checkpoint")
        model.load_state_dict(state["model"])
        for name, value in model.state_dict().items():
            assert torch.equal(value.full_tensor(), expected[name])
        print("loaded by", dist.get_world_size())
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
    scripts["saved"] = write(folder, CHECKPOINT.format(save=True), "saved")
    jobs = [(name, str(path), free_port(), None) for name, path in scripts.items()]
    torchrun(2, write(folder, FORKS.format(jobs=jobs)), folder)
    return folder


@pytest.mark.parametrize("name", GROUPED)
def test_two_processes_print_what_is_documented(two, name):
    printed = own_lines("\n".join((two / f"{name}.{rank}.txt").read_text() for rank in range(2)))
    assert same_text(documented(name), printed.strip()), f"two processes print\n{printed}"


def test_ddp_runs_under_torchrun_as_it_stands(tmp_path):
    printed = torchrun(2, SCALE["ddp"].path, tmp_path)
    assert same_text(documented("ddp"), printed), f"two processes print\n{printed}"


def test_gradients_of_two_processes_are_those_of_one(two):
    net = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 2))
    net = net.double()
    for rank in range(2):
        x, y, state, of_mean, of_sum = torch.load(two / f"gradients{rank}.pt")
        net.load_state_dict(state)
        squares = (net(x) - y) ** 2
        whole = torch.autograd.grad(squares.mean(), list(net.parameters()), retain_graph=True)
        torch.testing.assert_close(of_mean, list(whole), rtol=1e-9, atol=1e-12)
        halved = torch.autograd.grad(squares.sum() / 2, list(net.parameters()))
        torch.testing.assert_close(of_sum, list(halved), rtol=1e-9, atol=1e-12)


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


def test_checkpoint_of_two_processes_loads_with_one_and_with_three(two):
    torch.manual_seed(0)
    expected = torch.nn.Linear(4, 7).state_dict()
    whole = torch.load(two / "whole.pt")["model"]
    assert all(torch.equal(whole[name], expected[name]) for name in expected)
    script = str(write(two, CHECKPOINT.format(save=False), "load"))
    jobs = [(f"load{size}", script, free_port(), size) for size in (1, 3)]
    launch = write(two, FORKS.format(jobs=jobs), "launch")
    finish(start([sys.executable, launch], two))
    assert (two / "load1.0.txt").read_text() == "loaded by 1\n"
    assert [(two / f"load3.{r}.txt").read_text() for r in range(3)] == ["loaded by 3\n"] * 3


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
    machines = []
    for number in "01":
        if way == "node-rank":
            words[words.index("--node-rank") + 1] = number
        machines.append(start([*LAUNCH, *words, entry.path], tmp_path))
    printed = "\n".join(filter(None, [finish(machine) for machine in machines]))
    assert same_text(documented("several_machines"), printed)


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
