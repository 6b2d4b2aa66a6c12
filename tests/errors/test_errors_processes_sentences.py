"""What the sentences of errors/processes say, with a group of one, threads, and one torchrun."""

import contextlib
import multiprocessing
import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta
from unittest.mock import patch

import pytest
import torch
import torch.distributed as dist
import torch.distributed.run as torchrun
from support import needs_cuda, says
from torch import nn
from torch.distributed.elastic.multiprocessing.errors import (
    ChildFailedError,
    ProcessFailure,
    record,
)
from torch.nn.parallel import DistributedDataParallel
from torch.utils.checkpoint import checkpoint
from torch.utils.data import DistributedSampler

VARIABLES = {"RANK": "0", "WORLD_SIZE": "1", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "0"}
NOT_MADE = "Default process group has not been initialized"


def start(backend="gloo", **options):
    dist.init_process_group(backend, store=dist.HashStore(), rank=0, world_size=1, **options)


@pytest.fixture(autouse=True)
def no_group(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    yield
    with contextlib.suppress(AssertionError, ValueError):
        dist.destroy_process_group()


@pytest.fixture
def group(no_group):
    start()


CALLS = {
    "sampler": lambda: DistributedSampler(range(4)),
    "ddp": lambda: DistributedDataParallel(nn.Linear(2, 2)),
    "rank": dist.get_rank,
    "all_reduce": lambda: dist.all_reduce(torch.ones(1)),
    "broadcast": lambda: dist.broadcast(torch.ones(1), 0),
    "all_gather": lambda: dist.all_gather([torch.ones(1)], torch.ones(1)),
    "barrier": dist.barrier,
}


@says(
    "errors/processes/group_not_initialized",
    "`DistributedSampler(data)`, `DistributedDataParallel` and collectives ask for the group of "
    "processes, which `dist.init_process_group` makes, once in each process, before them.",
    "Usual causes: a script for torchrun that is run by plain `python`; the sampler or a "
    "`get_rank()` for logging above that call; `init_process_group` only in `main`, and the use "
    "in a spawned worker or after `destroy_process_group`.",
)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("cause", ["no call", "after the end"])
def test_before_and_after_the_group(call, cause):
    if cause == "after the end":
        start()
        dist.destroy_process_group()
    with pytest.raises(ValueError, match=NOT_MADE):
        CALLS[call]()
    start()
    CALLS[call]()
    if call == "rank":  # a worker that is forked, not spawned, has the group
        process = multiprocessing.get_context("fork").Process(target=lambda: exit(dist.get_rank()))
        process.start()
        process.join()
        assert process.exitcode == 0


@says(
    "errors/processes/environment_variable_expected",
    "Without other arguments `init_process_group` reads RANK, WORLD_SIZE, MASTER_ADDR and "
    "MASTER_PORT from the environment, where torchrun puts them.",
    "Usual causes: a script started by `python train.py`, by the button of an editor or in a "
    "notebook; SLURM's `srun`, which sets SLURM_PROCID instead; `mp.spawn` without setting them.",
    "Start it by `torchrun --nproc-per-node 2 train.py`, or pass rank, size and an address, such "
    'as `init_method="tcp://localhost:29500"`.',
)
@pytest.mark.parametrize("name", [*VARIABLES, "all", "SLURM"])
def test_variables_that_miss(name, monkeypatch):
    if name == "SLURM":
        monkeypatch.setenv("SLURM_PROCID", "0")
    for other, value in VARIABLES.items():
        if name not in {other, "all", "SLURM"}:
            monkeypatch.setenv(other, value)
    missing = name if name in VARIABLES else "RANK"
    with pytest.raises(ValueError, match=f"environment variable {missing} expected, but not set"):
        dist.init_process_group("gloo")
    if name == "all":
        with pytest.raises(ValueError, match="environment variable MASTER_ADDR expected"):
            dist.init_process_group("gloo", rank=0, world_size=1)
        address = {"init_method": "tcp://localhost:0"}
        dist.init_process_group("gloo", rank=0, world_size=1, **address)
        dist.destroy_process_group()
    for other, value in VARIABLES.items():
        monkeypatch.setenv(other, value)
    dist.init_process_group("gloo")
    assert dist.get_world_size() == 1


@says(
    "errors/processes/address_in_use",
    "Rank 0 opens a port on which the others find it.",
    "On one machine torchrun looks for a free port; with `--nnodes 2`, and in older versions, it "
    "takes 29500.",
    "Give a run a port of its own: `--master-port 29501`, without torchrun `MASTER_PORT`.",
)
@pytest.mark.parametrize(
    ("options", "endpoint"),
    [
        ([], "localhost:0"),
        (["--standalone"], "localhost:0"),
        (["--nnodes", "2"], "127.0.0.1:29500"),
        (["--master-port", "29501"], "127.0.0.1:29501"),
    ],
)
def test_ports_of_torchrun(options, endpoint, monkeypatch):
    monkeypatch.setenv("MASTER_PORT", "29502")  # torchrun does not read it
    with patch.object(torchrun, "elastic_launch") as launch, socket.socket() as free:
        torchrun.main([*options, "train.py"])
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert launch.call_args.kwargs["config"].rdzv_endpoint == endpoint
    for name, value in {**VARIABLES, "MASTER_PORT": str(port)}.items():
        monkeypatch.setenv(name, value)
    dist.init_process_group("gloo")
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass


@says(
    "errors/processes/address_in_use",
    "Usual causes: a second training with that port on the same machine; processes of a run that "
    'crashed and still live; a fixed number in `init_method="tcp://localhost:12355"`.',
)
@pytest.mark.parametrize("cause", ["second training", "still lives", "fixed number"])
def test_ports_that_are_taken(cause, monkeypatch):
    with socket.socket() as other:  # another process holds it
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for name, value in {**VARIABLES, "MASTER_PORT": str(port)}.items():
            monkeypatch.setenv(name, value)
        fixed = {"init_method": f"tcp://127.0.0.1:{port}", "rank": 0, "world_size": 1}
        options = fixed if cause == "fixed number" else {}
        with pytest.raises(dist.DistNetworkError, match="address already in use"):
            dist.init_process_group("gloo", **options)
        monkeypatch.setenv("MASTER_PORT", "0")
        dist.init_process_group("gloo")


class Net(nn.Module):
    """A layer `b` that is not used, used in each second batch, or not in the loss."""

    def __init__(self, how):
        super().__init__()
        self.a, self.b, self.how, self.calls = nn.Linear(2, 1), nn.Linear(2, 1), how, 0

    def forward(self, x):
        self.calls += 1
        if self.how == "branch" and self.calls % 2 == 0:
            return self.a(x) + self.b(x)
        return (self.a(x), self.b(x)) if self.how == "output" else (self.a(x),)


def train(model, steps=3):
    for _ in range(steps):
        model(torch.ones(4, 2))[0].mean().backward()


@says(
    "errors/processes/unfinished_reduction",
    "DDP waits for the gradients of the parameters; some of them took no part in the loss, and at "
    "the next forward pass the wait is found unfinished.",
    "Usual causes: a layer that is made and not called; a branch skipped for this batch; an output "
    "that the loss leaves out.",
    "The end of the message numbers the parameters.",
    "Remove or freeze them, or pass `find_unused_parameters=True`, which looks for them in each "
    "step.",
)
@pytest.mark.parametrize("cause", ["not called", "branch", "output"])
def test_unused_parameters(group, cause):
    train(DistributedDataParallel(Net(cause)), steps=1)  # the next forward pass finds it
    with pytest.raises(RuntimeError, match="Expected to have finished reduction") as caught:
        train(DistributedDataParallel(Net(cause)))
    assert "did not receive grad for rank 0: 2 3" in str(caught.value).splitlines()[-2]
    train(DistributedDataParallel(Net(cause), find_unused_parameters=True))
    if cause != "branch":
        frozen = Net(cause)
        frozen.b.requires_grad_(False)
        train(DistributedDataParallel(frozen))


def of_two(function, name="allreduce"):
    """Run a function of the rank and of a collective on two ranks, as threads with gloo."""
    store, out, groups = dist.HashStore(), [None, None], []

    def one(rank):
        group = dist.ProcessGroupGloo(store, rank, 2, timedelta(seconds=1))
        groups.append(group)
        try:
            arguments = [] if name == "barrier" else [[torch.ones(1)]]
            out[rank] = function(rank, lambda: getattr(group, name)(*arguments).wait())
        except Exception as error:
            out[rank] = error

    threads = [threading.Thread(target=one, args=(rank,)) for rank in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return out


CAUSES = {
    "rank 0 alone": lambda rank, call: call() if rank == 0 else None,
    "loops": lambda rank, call: [call() for _ in range(3 - rank)],
    "crash": lambda rank, call: call() if rank == 0 else 1 / 0,
    "long work": lambda rank, call: (time.sleep(2 * (1 - rank)), call()),
}


@says(
    "errors/processes/collective_timeout",
    "`all_reduce` and `barrier` end when the processes have all called them.",
    "Usual causes: a call under `if rank == 0:`, such as `barrier` or an `all_reduce` of a metric; "
    "loops of different lengths, for the data is not divided evenly; a process that crashed, whose "
    "error stands higher up in the log; long work on rank 0, which `timeout=` may cover.",
)
@pytest.mark.parametrize("cause", CAUSES)
def test_collectives_that_wait(cause):
    name = "barrier" if cause in {"rank 0 alone", "long work"} else "allreduce"
    assert not any(isinstance(x, Exception) for x in of_two(lambda _, call: call(), name))
    found = of_two(CAUSES[cause], name)
    waiting = found[1] if cause == "long work" else found[0]
    assert isinstance(waiting, RuntimeError)
    assert "imed out" in str(waiting)


@says(
    "errors/processes/collective_timeout",
    'At the start "waiting for clients" or "timed out" says that a process is missing: a wrong '
    "address, port or number of processes.",
)
@pytest.mark.parametrize("wrong", ["number", "port", "address"])
def test_a_process_that_is_missing_at_the_start(wrong):
    short = timedelta(milliseconds=500)
    if wrong == "number":
        with pytest.raises(dist.DistStoreError, match=r"waiting for clients. 1/2 clients joined"):
            dist.TCPStore("127.0.0.1", 0, 2, is_master=True, timeout=short)
        return
    store = dist.TCPStore("127.0.0.1", 0, 1, is_master=True)
    with socket.socket() as silent:  # a port at which nothing listens
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1] if wrong == "port" else store.port
        host = "127.0.0.1" if wrong == "port" else "no-such-host.invalid"
        with pytest.raises(dist.DistNetworkError, match="timed out"):
            dist.TCPStore(host, port, 2, is_master=False, timeout=short)
    assert dist.TCPStore("127.0.0.1", store.port, 1, is_master=False).port == store.port


@says("errors/processes/collective_timeout", "rank 1 never sets it")
@pytest.mark.parametrize("comes", [True, False])
def test_a_key_is_waited_for_until_another_rank_sets_it(comes):
    store = dist.HashStore()
    rank_1 = threading.Timer(0.05, store.set, ["from rank 1", "here"])
    if comes:
        rank_1.start()
        store.wait(["from rank 1"], timedelta(seconds=30))
        rank_1.join()
        assert store.get("from rank 1") == b"here"
    else:
        with pytest.raises(dist.DistStoreError, match="Wait timeout"):
            store.wait(["from rank 1"], timedelta(milliseconds=100))


class Twice(nn.Module):
    def __init__(self, times=1, *, reentrant=True):
        super().__init__()
        self.first, self.shared = nn.Linear(2, 2), nn.Linear(2, 2)
        self.times, self.reentrant = times, reentrant

    def forward(self, x):
        x = self.first(x)
        for _ in range(self.times):
            x = checkpoint(self.shared, x, use_reentrant=self.reentrant)
        return x


class Outside(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.shared = nn.Linear(2, 2), nn.Linear(2, 2)

    def forward(self, x):
        return self.first(x)


def backward(module, *, outside=False, **options):
    ddp = DistributedDataParallel(module, **options)
    y = ddp(torch.ones(4, 2)).mean()
    (y + module.shared.weight.sum() if outside else y).backward()


UNUSED = {"find_unused_parameters": True}


@says(
    "errors/processes/marked_ready_twice",
    "DDP expects one gradient a parameter in a backward pass.",
    "Usual causes: a layer that is used twice under reentrant `checkpoint`; with "
    "`find_unused_parameters=True`, reentrant `checkpoint` or a parameter used only outside of the "
    "wrapped `forward`.",
    "Pass `use_reentrant=False` to `checkpoint`, or `static_graph=True` to DDP where the steps use "
    "the same layers.",
    "The message names the parameter.",
)
@pytest.mark.parametrize("cause", ["twice", "reentrant", "outside"])
def test_two_gradients_for_one_parameter(group, cause):
    outside = cause == "outside"
    make = Outside if outside else (lambda **k: Twice(2 if cause == "twice" else 1, **k))
    options = {} if cause == "twice" else UNUSED
    with pytest.raises(RuntimeError, match="mark a variable ready only once") as caught:
        backward(make(), outside=outside, **options)
    assert "with name shared." in str(caught.value)
    backward(make(), outside=outside, static_graph=True)
    if not outside:
        backward(make(reentrant=False), **options)
        backward(Twice(1))  # one use, and nothing looked for


SCRIPT = """
import os, signal, time
if os.environ["RANK"] == "0":
    signal.signal(signal.SIGTERM, lambda *_: (open("stopped", "w").close(), os._exit(3)))
    open("ready", "w").close()
    time.sleep(600)
while not os.path.exists("ready"):
    time.sleep(0.05)
raise ValueError("forty-two" if "TORCHELASTIC_RUN_ID" in os.environ else "not by torchrun")
"""


@says(
    "errors/processes/child_failed",
    "torchrun reports that a script failed; the error is higher up.",
    "torchrun prints which rank ended first and with which exit code, and stops the others.",
    "The traceback of the script itself stands above, among the lines of all ranks.",
)
@pytest.mark.parametrize("ranks", [2])
def test_report_of_torchrun(tmp_path, monkeypatch, capfd, ranks):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train.py").write_text(SCRIPT)
    options = ["--standalone", "--nproc-per-node", str(ranks), "train.py"]
    with pytest.raises(ChildFailedError) as caught:
        torchrun.main(options)
    root = str(caught.value).partition("Root Cause (first observed failure):")[2]
    assert "rank      : 1 " in root
    assert "exitcode  : 1 " in root
    assert "ValueError: forty-two" in capfd.readouterr().err  # printed before the report
    assert (tmp_path / "stopped").exists()


@says(
    "errors/processes/child_failed",
    "`record(main)` puts the traceback into torchrun's report.",
    "under torchrun: the traceback in its report",
)
@pytest.mark.parametrize("recorded", [True, False])
def test_record(tmp_path, monkeypatch, recorded):
    def main():
        raise ValueError("forty-two")

    file = tmp_path / "error.json"
    monkeypatch.setenv("TORCHELASTIC_ERROR_FILE", str(file))
    with pytest.raises(ValueError, match="forty-two"):
        (record(main) if recorded else main)()
    failure = ProcessFailure(local_rank=0, pid=1, exitcode=1, error_file=str(file))
    report = str(ChildFailedError("train.py", {0: failure}))
    assert ("forty-two" in report and "in main" in report) == recorded


@says(
    "errors/processes/child_failed",
    "Exit code 1 is an error in Python.",
    "A negative one is a signal: -9 (killed, most often for lack of main memory), -11 (a crash in "
    "C++ code), -15 (ended by torchrun after another rank failed).",
)
@pytest.mark.parametrize("code", [1, -9, -11, -15])
def test_exit_codes(code):
    line = "1 / 0" if code == 1 else f"import os; os.kill(os.getpid(), {-code})"
    done = subprocess.run([sys.executable, "-S", "-c", line], capture_output=True, check=False)
    assert done.returncode == code


@says(
    "errors/processes/no_backend_for_device",
    'A group made with "nccl" has no way to send a tensor of the CPU.',
    "Usual causes: a metric made by `torch.tensor(value)` without `device`; a module that was not "
    "moved to its GPU before DDP; objects or states that a library gathers from the CPU.",
)
@needs_cuda
@pytest.mark.parametrize("cause", ["metric", "module", "states"])
def test_nccl_takes_no_tensor_of_the_cpu(cause):
    start("nccl")
    call = {
        "metric": lambda: dist.all_reduce(torch.tensor(0.5)),
        "module": lambda: DistributedDataParallel(nn.Linear(2, 2)),
        "states": lambda: dist.all_gather([torch.ones(1)], torch.ones(1)),
    }[cause]
    with pytest.raises(RuntimeError, match="No backend type associated with device type cpu"):
        call()
    dist.all_reduce(torch.tensor(0.5, device="cuda"))


@says(
    "errors/processes/no_backend_for_device",
    "Make the tensor on the GPU, or leave the backend's name out: then CPU and GPU have their own.",
    "Without a GPU, or on Windows, use gloo.",
)
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_backends_of_devices(device):
    start(None)
    if device == "cuda" and not torch.cuda.is_available():
        dist.destroy_process_group()
        with pytest.raises(RuntimeError):
            start("nccl")
        return
    loss = torch.tensor(0.5, device=device)
    dist.all_reduce(loss)
    assert loss == 0.5


@says(
    "errors/processes/initialized_twice",
    "Usual causes: a notebook cell run again; Lightning, Accelerate or another library that made "
    "the group, and a call of your own; a test or a function that makes a group and does not end "
    "it.",
)
@pytest.mark.parametrize("cause", ["cell", "library", "function"])
def test_a_second_group(cause):
    def library():
        start()

    {"cell": start, "library": library, "function": lambda: start("cpu:gloo")}[cause]()
    with pytest.raises(ValueError, match="initialize the default process group twice!"):
        start()
    dist.destroy_process_group()
    start()


@says(
    "errors/processes/nothing_requires_grad",
    "DDP averages gradients, and no parameter of the module asks for one.",
    "Usual causes: a frozen network (a teacher, a feature extractor, the VAE of a diffusion model) "
    "that is wrapped like the others; a loss or activation without parameters; freezing all layers "
    "before the new head is in place.",
)
@pytest.mark.parametrize("cause", ["frozen", "loss", "activation", "body"])
def test_modules_without_gradients(group, cause):
    module = {
        "frozen": nn.Linear(2, 2).requires_grad_(False),
        "loss": nn.MSELoss(),
        "activation": nn.ReLU(),
        "body": nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 3)).requires_grad_(False),
    }[cause]
    with pytest.raises(RuntimeError, match="DistributedDataParallel is not needed"):
        DistributedDataParallel(module)
    if cause == "body":
        module[1] = nn.Linear(2, 1)
        DistributedDataParallel(module)
