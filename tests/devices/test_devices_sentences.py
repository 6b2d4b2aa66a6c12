"""What the sentences of devices say."""

import inspect
import os
import re
import subprocess
import sys
import time
from collections import UserDict, namedtuple

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import ENTRIES, entry_named, needs_cuda, says
from torch import nn
from torch.distributed.elastic.agent.server import local_elastic_agent
from torch.nn.utils.rnn import PackedSequence, pack_sequence
from torch.utils import collect_env
from torch.utils._python_dispatch import TorchDispatchMode

Pair = namedtuple("Pair", "left right")
META = torch.device("meta")
DEVICES = [e.name for e in ENTRIES if e.name.startswith("devices/")]


class Operations(TorchDispatchMode):
    """Note the operations that are called."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        self.seen.append((str(function), kwargs or {}))
        return function(*args, **kwargs or {})


@says(
    "devices",
    "The outputs on this page are those of a machine without a GPU.",
    "Where an entry needs one, it says so.",
)
@pytest.mark.parametrize("name", DEVICES)
def test_entries_run_without_a_gpu_or_say_so(name):
    needs = "# needs: cuda" in entry_named(name).path.read_text()
    assert needs == (name[8:] in {"pinned_memory", "memory_figures", "time_with_events"})
    if not needs:
        names_of(name)


@says("devices", 'the best device of this machine | `torch.accelerator.current_accelerator('
      'check_available=True) or torch.device("cpu")`')  # fmt: skip
@says("devices/choose_device", "the accelerator if there is one, else the CPU.")
@says(
    "devices/is_available",
    "`torch.cuda.is_available()` asks for NVIDIA and AMD, `torch.accelerator.is_available()` for"
    " accelerators: CUDA, Apple's MPS, Intel's XPU.",
    "Neither raises on a machine without one.",
    "`current_accelerator()` names what PyTorch was built for, present or not: with"
    " `check_available=True` it is None where there is no device.",
)
@pytest.mark.parametrize("present", [False, True])
def test_availability(present, monkeypatch):
    if not torch.cuda.is_available():
        assert torch.accelerator.is_available() is False
        monkeypatch.setattr(torch.accelerator, "is_available", lambda: present)
        monkeypatch.setattr(torch._C, "_accelerator_isAvailable", lambda: present, raising=False)
    current = torch.accelerator.current_accelerator
    built = torch.device("cuda") if torch.version.cuda else current()
    assert current() == built
    there = current(check_available=True)
    if torch.cuda.is_available() or (present and built):
        assert there == built
    else:
        assert there is None
        assert (there or torch.device("cpu")).type == "cpu"


@says(
    "devices/choose_device",
    "Without `check_available=True` a CUDA build answers `cuda` on a machine that has no GPU.",
    "The older spelling asks for CUDA and leaves a Mac on its CPU.",
)
def test_a_cuda_build_answers_cuda(monkeypatch):
    if torch.version.cuda:
        assert torch.accelerator.current_accelerator().type == "cuda"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    mac = torch.device("mps")
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda **_: mac)
    older = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    newer = torch.accelerator.current_accelerator(check_available=True) or torch.device("cpu")
    assert (older.type, newer) == ("cpu", mac)


@says(
    "devices/version",
    "A part behind a plus says what the package was built for: `+cpu`, `+cu132`.",
    "`torch.version.cuda` is empty in a build without CUDA; whether a GPU is there is another"
    " question, see `is_available`.",
    "what the build is for",
)
def test_what_the_build_is_for():
    build = torch.__version__.partition("+")[2]
    if build == "cpu":
        assert torch.version.cuda is None
    elif build:
        assert build == "cu" + torch.version.cuda.replace(".", "")


@says("devices/version", "`python -m torch.utils.collect_env` prints this and more.")
def test_collect_env_prints_the_versions(monkeypatch, capsys):
    # `pip list` alone takes half a minute
    monkeypatch.setattr(collect_env, "get_pip_packages", lambda *_: ("pip3", "torchvision==0"))
    assert re.search(r"if __name__ == .__main__.:\s+main\(\)", inspect.getsource(collect_env))
    collect_env.main()
    printed = capsys.readouterr().out
    built = f"CUDA used to build PyTorch: {torch.version.cuda or 'None'}\n"
    for word in (f"PyTorch version: {torch.__version__}\n", built, "torchvision", "cuDNN version:",
                 "GPU models", "OS:"):  # fmt: skip
        assert word in printed


@says(
    "devices/version",
    "compares as a version,",
    "plain text does not",
)
@pytest.mark.parametrize(("old", "new"), [((2, 9), (2, 11)), ((1, 13), (2, 0)), ((2, 2), (2, 10))])
def test_versions_compare_as_versions(old, new):
    version = torch.torch_version.TorchVersion(".".join(map(str, new)) + ".0+cu132")
    assert type(torch.__version__) is type(version)
    assert version > old
    assert version >= new
    texts = [".".join(map(str, each)) for each in ((2, 9), (2, 11))]
    assert max(texts) == "2.9"


@says(
    "devices/device_object",
    "a kind and a number.",
    '`"cuda"` is the current CUDA device, `"cuda:1"` the second one.',
    "Making the object checks only the spelling, so this runs without a GPU; using it is what may"
    " fail.",
    "no number: the current one",
)
@pytest.mark.parametrize("kind", ["cuda", "mps", "xpu", "cpu", "meta"])
@pytest.mark.parametrize("number", [None, 0, 1, 7])
def test_making_a_device_checks_the_spelling(kind, number):
    device = torch.device(kind if number is None else f"{kind}:{number}")
    assert (device.type, device.index) == (kind, number)
    for wrong in (f"{kind}:x", f"{kind}:-1", kind.upper(), f"{kind} "):
        with pytest.raises(RuntimeError):
            torch.device(wrong)
    if kind == "cuda" and (number or 0) >= torch.cuda.device_count():
        with pytest.raises((RuntimeError, AssertionError)):
            torch.ones(1, device=device)


@needs_cuda
@says("devices/device_object", '`"cuda"` is the current CUDA device, `"cuda:1"` the second one.')
@says("devices/device_object", "no number: the current one")
def test_cuda_is_the_current_device():
    assert torch.ones(1, device="cuda").device.index == torch.cuda.current_device()


@says("devices/device_object", "What makes or moves a tensor takes the string as well.")
@says("devices/create_on_device", "Factories take `device=`.")
@says("devices", "a tensor made there | `torch.zeros(2, 3, device=device)`")
@pytest.mark.parametrize("device", ["meta", META])
@pytest.mark.parametrize(
    "make",
    [
        lambda d: torch.zeros(2, device=d),
        lambda d: torch.ones(2, device=d),
        lambda d: torch.randn(2, device=d),
        lambda d: torch.arange(2, device=d),
        lambda d: torch.full((2,), 1.0, device=d),
        lambda d: torch.tensor([1.0, 2.0], device=d),
        lambda d: torch.linspace(0, 1, 2, device=d),
        lambda d: torch.eye(2, device=d),
        lambda d: torch.empty(2, device=d),
        lambda d: torch.randperm(2, device=d),
        lambda d: torch.ones(2).to(d),
        lambda d: nn.Linear(2, 2, device=d).weight,
        lambda d: nn.Linear(2, 2).to(d).weight,
    ],
)
def test_devices_by_name_and_as_objects(make, device):
    assert make(device).device == META


@says(
    "devices/create_on_device",
    "It saves the copy that `torch.zeros(…).to(device)` makes.",
    "`with torch.device(…)` sets the default for a block, `torch.set_default_device` for the"
    " program.",
    "On `meta` a tensor has a shape and no numbers: a huge model fits.",
    "the device of x",
)
def test_made_where_it_is_used():
    for make, copies in (
        (lambda: torch.zeros(2, device="meta"), 0),
        (lambda: torch.zeros(2).to("meta"), 1),
    ):
        with Operations() as operations:
            x = make()
        assert sum("copy" in name for name, _ in operations.seen) == copies
    assert torch.rand_like(x).device == torch.zeros_like(x).device == META
    with pytest.raises(NotImplementedError, match="no data"):
        x.numpy(force=True)
    with torch.device("meta"):
        assert nn.Linear(10**6, 10**6).weight.device == META
    assert torch.ones(1).device.type == "cpu"
    torch.set_default_device("meta")
    try:
        assert torch.ones(1).device == META
    finally:
        torch.set_default_device(None)


@says("devices", "a tensor moved there | `x = x.to(device)`")
@says(
    "devices/move_tensor",
    "`x.to(device)` returns a tensor on the device and leaves `x` where it is: assign the result.",
    "If `x` is there already the result is `x` itself, no copy.",
    "already there",
)
@pytest.mark.parametrize("shape", [(), (0,), (2, 3)])
def test_to_returns_and_leaves(shape):
    x = torch.ones(shape)
    moved = x.to("meta")
    assert (moved.device, x.device.type) == (META, "cpu")
    assert moved.to("meta") is moved
    assert x.cpu() is x
    assert x.to("cpu", torch.float32) is x


@says("devices/move_tensor", "`x.cuda()` and `x.cpu()` do it for one kind of device.")
@needs_cuda
def test_cuda_and_cpu_move_a_tensor():
    x = torch.ones(3)
    assert x.cuda().device == x.to("cuda").device
    assert x.cuda().cpu().device.type == "cpu"


@says("devices", "a model moved there | `model.to(device)`, before the optimizer is made")
@says(
    "devices/move_module",
    "move a model, in place.",
    "Unlike a tensor's, a module's `to` changes the module itself and returns it.",
    "It moves parameters and registered buffers; a tensor kept as a plain attribute stays behind.",
    "Make the optimizer afterwards.",
)
@pytest.mark.parametrize("persistent", [True, False])
def test_module_to(persistent):
    model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    model.own = nn.Buffer(torch.ones(2), persistent=persistent)
    model.plain = torch.ones(2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    assert model.to("meta") is model
    assert {t.device for t in (*model.parameters(), *model.buffers())} == {META}
    assert model.plain.device.type == "cpu"
    # across kinds of devices the parameters may be new objects: the optimizer has the old ones
    held = {id(p) for group in optimizer.param_groups for p in group["params"]}
    assert held.isdisjoint(map(id, model.parameters()))


@says("devices", "a result back for NumPy | `x.detach().cpu().numpy()`")
def test_a_result_back_for_numpy():
    x = torch.ones(2, requires_grad=True)
    with pytest.raises(RuntimeError, match="detach"):
        x.numpy()
    assert x.detach().cpu().numpy().tolist() == [1, 1]


LEAVES = st.sampled_from([1, "cat", None, 0.5]) | st.builds(torch.zeros, st.just(()))
BATCHES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3).map(UserDict)
        | st.builds(Pair, inner, inner)
    ),
    max_leaves=12,
)


def leaves(batch):
    if isinstance(batch, (dict, UserDict)):
        return [leaf for value in batch.values() for leaf in leaves(value)]
    if isinstance(batch, (list, tuple)):
        return [leaf for item in batch for leaf in leaves(item)]
    return [batch]


@says("devices/move_batch", "every tensor in a nested dict, list or tuple.", "a named tuple")
@given(batch=BATCHES)
def test_every_tensor_of_a_batch_is_moved(batch):
    moved = names_of("devices/move_batch")["move"](batch, "meta")
    before, after = leaves(batch), leaves(moved)
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert new.device == META if isinstance(old, torch.Tensor) else new is old
    if isinstance(batch, (list, tuple)):
        assert type(moved) is type(batch)


@says("devices/move_batch", "What has a `to` moves itself, a `PackedSequence` too.")
def test_a_packed_sequence_moves_itself():
    move = names_of("devices/move_batch")["move"]
    (moved,) = move([pack_sequence([torch.ones(3), torch.ones(2)])], "meta")
    assert isinstance(moved, PackedSequence)
    assert moved.data.device == META


@says(
    "devices/move_batch",
    "Towards the CPU the copy blocks: otherwise the numbers may be read before they are there.",
)
@pytest.mark.parametrize(("device", "blocks"), [("cpu", True), ("meta", False), ("cuda:0", False)])
@pytest.mark.parametrize("kind", [str, torch.device])
def test_towards_the_cpu_the_copy_blocks(device, blocks, kind):
    seen = []

    class Recorded:
        def to(self, device, non_blocking):
            seen.append(non_blocking)

    names_of("devices/move_batch")["move"]([Recorded()], kind(device))
    assert seen == [not blocks]


@needs_cuda
@says(
    "devices/move_batch",
    "Move it in the training loop, where the device is known, not in the data set: forked workers"
    " cannot use CUDA.",
)
def test_forked_workers_cannot_use_cuda():
    class OnTheGpu(torch.utils.data.Dataset):
        def __len__(self):
            return 2

        def __getitem__(self, index):
            return torch.ones(1, device="cuda")

    torch.ones(1, device="cuda")
    with pytest.raises(RuntimeError, match="re-initialize CUDA in forked"):
        next(iter(torch.utils.data.DataLoader(OnTheGpu(), num_workers=1,
                                              multiprocessing_context="fork")))  # fmt: skip


@says(
    "devices/dtype_and_device",
    "`x.to(other)` takes both from another tensor.",
    "A module's floating-point parameters change type, its integer buffers keep theirs.",
)
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_dtype_and_device(dtype):
    same = torch.ones(2, dtype=torch.uint8).to(torch.ones(1, dtype=dtype, device="meta"))
    assert (same.dtype, same.device) == (dtype, META)
    model = nn.BatchNorm1d(3).to("meta", dtype)
    for name, value in model.state_dict().items():
        assert value.dtype == (torch.int64 if name == "num_batches_tracked" else dtype)
        assert value.device == META


@needs_cuda
@says(
    "devices/dtype_and_device",
    "Send bytes by `x.to(device).float()`: one blocking call converts first and sends four times as"
    " much.",
)
def test_bytes_are_converted_before_they_are_sent():
    from torch.profiler import ProfilerActivity, profile

    x, sent = torch.ones(1 << 22, dtype=torch.uint8), []
    moves = (
        lambda: x.to("cuda").float(),
        lambda: x.to("cuda", torch.float32),
        lambda: x.to("cuda", torch.float32, non_blocking=True),
    )
    for move in moves:
        move()
        with profile(activities=[ProfilerActivity.CUDA]) as profiler:
            move()
            torch.cuda.synchronize()
        trace = [e for e in profiler.profiler.kineto_results.events() if "HtoD" in e.name()]
        sent.append(sum(e.nbytes() for e in trace))
    assert sent == [1 << 22, 4 << 22, 1 << 22]


@says(
    "devices/mixed_device_error",
    "A CPU tensor without dimensions may mix in arithmetic.",
    "The `meta` device shows the same mistake on any machine.",
    "a number on the CPU may mix",
    "both on one device",
)
@pytest.mark.parametrize(
    "operation", [torch.add, torch.mul, torch.sub, torch.div, torch.pow, torch.maximum]
)
def test_which_tensors_mix(operation):
    there = torch.ones(2, device="meta")
    assert operation(there, torch.tensor(2.0)).device == META
    assert operation(torch.tensor(2.0), there).device == META
    assert operation(torch.ones(2).to(there.device), there).device == META
    for other in (torch.ones(2), torch.ones(1)):
        with pytest.raises(RuntimeError, match="not on the expected device"):
            operation(there, other)
    with pytest.raises(RuntimeError, match="not on the expected device"):
        operation(torch.ones(2), torch.tensor(2.0, device="meta"))


@says(
    "devices/mixed_device_error",
    "The usual causes are a batch or a hidden state that was not moved, and a tensor made in"
    " `forward` without `device=x.device`.",
)
@pytest.mark.parametrize("cause", ["batch", "hidden", "forward"])
def test_the_usual_causes(cause):
    layer, x = nn.GRUCell(2, 3, device="meta"), torch.ones(4, 2, device="meta")
    wrong = {
        "batch": lambda: layer(x.new_ones(4, 2, device="cpu")),
        "hidden": lambda: layer(x, torch.zeros(4, 3)),
        "forward": lambda: layer(x + torch.ones(4, 2)),
    }
    layer(x + torch.ones(4, 2, device=x.device), torch.zeros(4, 3, device=x.device))
    with pytest.raises(RuntimeError, match="not on the expected device"):
        wrong[cause]()


@needs_cuda
@says(
    "devices/mixed_device_error",
    'With a GPU the message is "Expected all tensors to be on the same device, but got mat1 is on'
    ' cpu, different from other tensors on cuda:0", or "found at least two devices, cuda:0 and'
    ' cpu!".',
)
@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (lambda x: nn.Linear(2, 2, device="cuda")(x), "but got mat1 is on cpu, different from"),
        (lambda x: x + torch.ones(2, device="cuda"), "found at least two devices, cuda:0 and cpu!"),
    ],
)
def test_messages_with_a_gpu(operation, message):
    with pytest.raises(RuntimeError, match=message):
        operation(torch.ones(2, 2))


@says("devices", "an honest timing | `torch.accelerator.synchronize()` before the clock is read")
@says(
    "devices/time_any_device",
    "A GPU call returns before the work is done.",
    "Without `synchronize` the clock measures the launch, as this shows.",
    "Warm up first: the first call loads kernels.",
)
@needs_cuda
def test_a_gpu_call_returns_before_the_work_is_done():
    names_of("timing/wait_for_the_gpu")


@says("devices/several_gpus", "`cuda:0` is the first of those that the process sees.")
@says(
    "devices/several_gpus",
    "The environment variable `CUDA_VISIBLE_DEVICES=1,3`, set before Python starts, hides the"
    " others and numbers these 0 and 1.",
)
@needs_cuda
@pytest.mark.parametrize(("visible", "count"), [("", 0), ("0", 1)])
def test_hidden_gpus(visible, count):
    code = "import torch; print(torch.cuda.device_count())"
    environment = os.environ | {"CUDA_VISIBLE_DEVICES": visible}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True,
                          check=True, timeout=200)  # fmt: skip
    assert int(done.stdout) == count


@says("devices/several_gpus", "given by torchrun")
@pytest.mark.parametrize("rank", ["0", "3"])
def test_the_local_rank_is_that_of_the_environment(rank, monkeypatch):
    source = inspect.getsource(local_elastic_agent.LocalElasticAgent)
    assert 'worker_env["LOCAL_RANK"] = str(local_rank)' in source
    monkeypatch.setenv("LOCAL_RANK", rank)
    monkeypatch.setattr(torch.accelerator, "device_count", lambda: 4)
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda **_: torch.device("xpu"))
    assert names_of("devices/several_gpus")["device"] == torch.device("xpu", int(rank))


@says(
    "devices/nvidia_smi",
    "driver and memory, read safely.",
    "Be ready for its absence, name the fields, and set a time limit.",
)
@pytest.mark.parametrize("script", ["exit 9", "exec sleep 60", None, "echo 'A, 5.1, 80 MiB'"])
def test_nvidia_smi_is_read_safely(script, tmp_path, monkeypatch):
    names = names_of("devices/nvidia_smi")
    program = tmp_path / "program"
    if script is not None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    run, limit = subprocess.run, 0.5 if script == "exec sleep 60" else 60

    def limited(*arguments, timeout, **options):
        assert timeout == 10
        return run(*arguments, timeout=limit, **options)

    monkeypatch.setattr(subprocess, "run", limited)
    expected = [["A", "5.1", "80 MiB"]] if script and script.startswith("echo") else []
    assert names["gpus"](program=str(program)) == expected


@needs_cuda
@says(
    "devices/pinned_memory",
    "copy while the GPU computes.",
    "Pinned host memory can be copied by the GPU itself.",
    "With `non_blocking=True` the call returns at once, and later work of its stream waits for the"
    " copy.",
    "In a training loop, `DataLoader(pin_memory=True)` pins the batches.",
    "On the way back, synchronize before the CPU reads the result.",
    "without it the CPU may read too early",
)
def test_pinned_copies_return_at_once():
    torch.ones(2, device="cuda").sum()  # loads the kernel, which may wait
    x = torch.ones(1 << 27).pin_memory()
    back = torch.zeros(1 << 27, pin_memory=True)
    torch.cuda.synchronize()
    start = time.perf_counter()
    on_gpu = x.to("cuda", non_blocking=True)
    total = on_gpu.sum()
    back.copy_(on_gpu, non_blocking=True)
    early = back[-1].item()
    launched = time.perf_counter() - start
    torch.cuda.synchronize()
    assert launched < (time.perf_counter() - start) / 2
    assert (early, back[-1].item(), total.item()) == (0, 1, 1 << 27)
    loader = torch.utils.data.DataLoader(torch.ones(4), batch_size=2, pin_memory=True)
    assert all(batch.is_pinned() for batch in loader)


@needs_cuda
@says(
    "devices/memory_figures",
    "what the GPU holds.",
    "`memory_allocated` counts live tensors, `memory_reserved` what PyTorch has from the driver;"
    " `nvidia-smi` adds the CUDA context and other processes.",
    '`empty_cache` gives back what lies wholly free; it frees no tensor, so it seldom cures "CUDA'
    ' out of memory".',
)
def test_memory_figures():
    torch.cuda.empty_cache()
    allocated, reserved = torch.cuda.memory_allocated(), torch.cuda.memory_reserved()
    x = torch.ones(1 << 26, device="cuda")
    assert torch.cuda.memory_allocated() - allocated == 4 << 26
    free, total = torch.cuda.mem_get_info()
    assert total - free > torch.cuda.memory_reserved()
    torch.cuda.empty_cache()
    assert torch.cuda.memory_allocated() - allocated == 4 << 26
    del x
    assert torch.cuda.memory_reserved() - reserved >= 4 << 26
    torch.cuda.empty_cache()
    assert torch.cuda.memory_reserved() == reserved


@needs_cuda
@says(
    "devices/time_with_events",
    "time on the GPU's own clock.",
    "Two events around the work measure the time between them on the GPU, in milliseconds; on an"
    " idle GPU that includes waiting for the launch.",
    "`elapsed_time` needs both events to have happened: synchronize first.",
)
def test_events():
    start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    torch.cuda._sleep(1)  # loads the kernel
    torch.cuda.synchronize()
    start.record()
    clock = time.perf_counter()
    time.sleep(0.05)  # an idle GPU waits for the launch
    torch.cuda._sleep(1)
    end.record()
    torch.cuda.synchronize()
    passed = 1000 * (time.perf_counter() - clock)
    assert 45 < start.elapsed_time(end) < passed + 10
    start.record()
    torch.cuda._sleep(1_000_000_000)
    end.record()
    with pytest.raises(RuntimeError):
        start.elapsed_time(end)
    torch.cuda.synchronize()
    assert start.elapsed_time(end) > 100
