"""What the sentences of timing say."""

import importlib
import inspect
import json
import statistics
import time

import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.profiler import ProfilerActivity, profile, record_function
from torch.utils.benchmark import Compare, Timer
from torch.utils.flop_counter import FlopCounterMode


@pytest.fixture
def one_thread():
    """The time of the processor is that of all threads."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@says("timing", "one figure | Timer")
@says(
    "timing/benchmark_timer",
    "torch.utils.benchmark warms up, repeats and waits for the GPU.",
    "Like `timeit`, but made for PyTorch: it synchronises a GPU, and runs on one thread unless"
    " `num_threads` says otherwise, so set it to compare with your program.",
)
@pytest.mark.parametrize(("options", "threads"), [({}, 1), ({"num_threads": 2}, 2)])
def test_timer_warms_up_repeats_and_sets_threads(options, threads, monkeypatch):
    seen, before = [], torch.get_num_threads()
    f = {"f": lambda: seen.append(torch.get_num_threads())}
    timer = Timer("f()", globals=f, timer=lambda: 1e-4 * len(seen), **options)  # 0.1 ms a call
    timer.timeit(10)
    assert len(seen) > 10
    assert set(seen) == {threads}
    assert torch.get_num_threads() == before
    seen.clear()
    timer.blocked_autorange(min_run_time=0.01)
    assert len(seen) > 10
    module = importlib.import_module("torch.utils.benchmark.utils.timer")
    source = inspect.getsource(module)
    assert "torch.accelerator.synchronize()" in source or "torch.cuda.synchronize()" in source


@says("timing/benchmark_timer", "Read the median; the interquartile range tells how noisy the"
      " machine is.", "print(result) shows it in words")  # fmt: skip
@pytest.mark.parametrize(
    "times", [[1.0, 2.0, 4.0, 8.0, 16.0], [3.0, 3.0, 3.0, 3.0], [2.0, 1.0, 9.0, 4.0]]
)
def test_median_and_interquartile_range(times):
    from torch.utils.benchmark import Measurement, TaskSpec

    result = Measurement(1, times, TaskSpec("pass", "pass"))
    low, _, high = statistics.quantiles(times, n=4, method="inclusive")
    assert result.median == statistics.median(times)
    assert result.iqr == high - low
    words = repr(result)
    assert f"{len(times)} measurements" in words
    assert "Median" in words


@says("timing", "several variants and sizes side by side | Compare")
@says(
    "timing/compare_table",
    "a table of variants and sizes.",
    "`label` names the table, `sub_label` the row, `description` the column.",
)
def test_what_the_labels_name():
    options = {"label": "TITLE", "num_threads": 1}
    results = [
        Timer("pass", sub_label=row, description=column, **options).timeit(3)
        for row in ("row1", "row2")
        for column in ("col1", "col2")
    ]
    lines = str(Compare(results)).splitlines()
    assert "TITLE" in lines[0]
    (header,) = [line for line in lines if "col1" in line]
    assert header.index("col1") < header.index("col2")
    starts = [line.split()[0] for line in lines if line.split()[:1] in (["row1"], ["row2"])]
    assert starts == ["row1", "row2"]


@says("timing", "which operation takes the time | profiler")
@says(
    "timing/profile_operations",
    "which operation takes the time.",
    "`record_function` names a part of your own.",
    "With a GPU add `ProfilerActivity.CUDA` and sort by `self_device_time_total`;"
    " `export_chrome_trace` writes a file for the trace viewer of a browser.",
    "print(table) shows the three that take most",
)
def test_the_profiler(tmp_path, monkeypatch):
    monkeypatch.setenv("KINETO_LOG_LEVEL", "99")
    x = torch.randn(300, 300)
    with profile(activities=[ProfilerActivity.CPU]) as profiler, record_function("mine"):
        for _ in range(5):
            (x @ x).relu().sum()
    profiler.export_chrome_trace(str(tmp_path / "trace.json"))
    events = json.loads((tmp_path / "trace.json").read_text())["traceEvents"]
    assert {"mine", "aten::mm", "aten::relu"} <= {event.get("name") for event in events}
    averages = profiler.key_averages()
    longest = sorted(averages, key=lambda e: e.self_cpu_time_total, reverse=True)[:3]
    table = averages.table(sort_by="self_cpu_time_total", row_limit=3)
    rows = [line.split()[0] for line in table.splitlines()[3:6]]
    assert rows == [event.key for event in longest]
    assert "aten::mm" in rows
    assert hasattr(longest[0], "self_device_time_total")


@needs_cuda
@says(
    "timing/profile_operations",
    "With a GPU add `ProfilerActivity.CUDA` and sort by `self_device_time_total`;"
    " `export_chrome_trace` writes a file for the trace viewer of a browser.",
)
def test_the_profiler_on_a_gpu():
    x = torch.randn(300, 300, device="cuda")
    with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as profiler:
        x @ x
        torch.cuda.synchronize()
    assert any(e.self_device_time_total > 0 for e in profiler.key_averages())


@says(
    "timing/profile_operations",
    "Profile a few steps after the warm-up; `torch.profiler.schedule` picks them in a loop.",
)
@pytest.mark.parametrize(("wait", "active"), [(0, 1), (2, 3)])
def test_a_schedule_picks_steps(wait, active, monkeypatch):
    monkeypatch.setenv("KINETO_LOG_LEVEL", "99")
    seen = []
    steps = torch.profiler.schedule(wait=wait, warmup=1, active=active, repeat=1)
    with profile(
        activities=[ProfilerActivity.CPU],
        schedule=steps,
        on_trace_ready=lambda p: seen.extend(e.key for e in p.key_averages()),
    ) as profiler:
        for step in range(wait + 1 + active + 2):
            with record_function(f"step {step}"):
                torch.ones(2)
            profiler.step()
    picked = sorted(key for key in seen if key.startswith("step "))
    assert picked == [f"step {wait + 1 + i}" for i in range(active)]


def seconds_of(function, repeats=7):
    """Return the least time that the processor spent on it: waiting for others does not count."""
    function()
    times = []
    for _ in range(repeats):
        start = time.process_time()
        function()
        times.append(time.process_time() - start)
    return min(times)


def flops(function):
    with FlopCounterMode(display=False) as counter:
        function()
    return counter.get_total_flops()


@says(
    "timing/count_flops",
    "how many operations a model does.",
    r"A product of $n \times k$ by $k \times m$ counts two operations a term; what works element by"
    " element is not counted, nor is a matrix times a vector.",
    "the gradient of the weight; x needs none",
)
@pytest.mark.parametrize(("n", "k", "m"), [(1, 1, 1), (3, 5, 7), (8, 2, 16)])
def test_what_is_counted(n, k, m):
    a, b = torch.ones(n, k), torch.ones(k, m)
    assert flops(lambda: a @ b) == 2 * n * k * m
    assert flops(lambda: F.linear(a, b.T, torch.ones(m))) == 2 * n * k * m
    assert flops(lambda: torch.ones(3, n, k) @ b.expand(3, k, m)) == 3 * 2 * n * k * m
    for function in (
        lambda: (a + 1).relu().exp() * a,
        lambda: a.softmax(1),
        lambda: F.layer_norm(a, (k,)),
        lambda: a @ torch.ones(k),
    ):
        assert flops(function) == 0
    layer = nn.Linear(k, m)
    for needs, times in ((False, 2), (True, 3)):
        x = torch.ones(n, k, requires_grad=needs)
        assert flops(lambda: layer(x).sum().backward()) == times * 2 * n * k * m  # noqa: B023


@says(
    "timing/count_flops",
    "Layers that are one operation can be left out: on the CPU `nn.LSTM`, in eval mode without"
    " gradients `nn.TransformerEncoderLayer`.",
)
@pytest.mark.parametrize("size", [4, 8])
def test_layers_that_are_not_counted(size):
    x = torch.ones(3, 2, size)
    assert flops(lambda: nn.GRU(size, 5)(x)) > 0
    assert flops(lambda: nn.LSTM(size, 5)(x)) == 0
    layer = nn.TransformerEncoderLayer(size, 2, 8, batch_first=True)
    for mode, gradients in ((True, False), (False, True), (False, False)):
        layer.train(mode)
        with torch.set_grad_enabled(gradients):
            assert (flops(lambda: layer(x)) > 0) is (mode or gradients)


@says(
    "timing/warm_up",
    "Here the first call compiles, and so does the next shape.",
    "another shape: compiled once more",
    "needs no C++ compiler",
)
def test_the_warm_up_compiles(monkeypatch):
    from torch._dynamo.utils import counters

    torch._dynamo.reset()
    counters.clear()
    monkeypatch.setenv("PATH", "")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # as Timer does: for another number it is compiled anew
    work = names_of("timing/warm_up")["work"]
    assert counters["stats"]["unique_graphs"] == 2
    work(torch.ones(8))
    work(torch.ones(11))
    assert counters["stats"]["unique_graphs"] == 2
    torch.set_num_threads(threads)
    torch._dynamo.reset()


@says(
    "timing/cudnn_benchmark",
    "It changes nothing on the CPU.",
    "off by default",
    "for a part only",
)
@pytest.mark.parametrize("size", [8, 33])
@pytest.mark.parametrize("kernel", [1, 3, 5])
def test_cudnn_benchmark_changes_nothing_on_the_cpu(size, kernel):
    assert torch.backends.cudnn.benchmark is False
    layer, x = nn.Conv2d(3, 4, kernel), torch.randn(2, 3, size, size)
    expected = layer(x)
    with torch.backends.cudnn.flags(enabled=True, benchmark=True):
        assert torch.backends.cudnn.benchmark is True
        assert torch.equal(layer(x), expected)
    assert torch.backends.cudnn.benchmark is False


@needs_cuda
@says(
    "timing/cudnn_benchmark",
    "try the convolution algorithms, keep the fastest.",
    "For convolutions on a GPU whose input sizes stay: the first batch of a new size is slow, since"
    " cuDNN times its algorithms on it.",
    "Where sizes vary, that is paid again and again.",
    "the first batch of this size: the algorithms are timed",
)
@pytest.mark.parametrize("size", [64, 72, 80])
def test_cudnn_times_its_algorithms(size):
    layer = nn.Conv2d(16, 32, 3, device="cuda")
    images = torch.randn(32, 16, size, size, device="cuda")

    def kernels():
        with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as profiler:
            layer(images)
            torch.cuda.synchronize()
        return sum(e.count for e in profiler.key_averages() if e.device_time_total)

    with torch.backends.cudnn.flags(enabled=True, benchmark=True):
        assert kernels() > kernels()


@needs_cuda
@says(
    "timing/wait_for_the_gpu",
    "without it, you time the launch, not the work.",
    "A call on a GPU returns as soon as the work is queued.",
    "Stop the clock after `torch.accelerator.synchronize()`; `.item()`, `.cpu()` and `print` wait"
    " too, and then the time of the work lands on whatever line happens to wait.",
    "only queued",
)
@pytest.mark.parametrize("wait", [torch.Tensor.item, torch.Tensor.cpu, str])
def test_calls_return_before_the_work_is_done(wait):
    x = torch.ones((), device="cuda")
    end = torch.cuda.Event()
    wait(x + 1)  # loads the kernels, which may wait
    torch.cuda._sleep(500_000_000)
    y = x + 1
    end.record()
    assert not end.query()
    wait(y)
    assert end.query()


@says("timing", "to know how far from the limit it is | FLOP counter, bytes per second")
@says(
    "timing/bytes_per_second",
    "one read, one written",
    "two read, one written",
)
def test_traffic_of_copy_and_add():
    names = names_of("timing/bytes_per_second")
    operands = {
        "copy": (torch.ops.aten.copy_.default, 2),
        "add": (torch.ops.aten.add.out, 3),
    }
    for name, (operation, tensors) in operands.items():
        arguments = operation._schema.arguments
        assert sum(str(a.type) == "Tensor" for a in arguments) == tensors, name
    assert names["size"] == 4 * 4_000_000


@says(
    "timing/bytes_per_second",
    "A small tensor seems faster than memory can be: it comes from the cache.",
)
@says("timing", "Three mistakes are common: no waiting for the GPU, no warm-up, and one small input"
      " over and over, which stays in the cache.")  # fmt: skip
def test_a_small_tensor_is_faster_than_memory(one_thread):
    small, large = (torch.ones(size) for size in (30_000, 16_000_000))
    assert large.numel() / seconds_of(large.neg_) < small.numel() / seconds_of(small.neg_, 50)


@says(
    "timing/bytes_per_second",
    "the limit of what is not a matrix product.",
    "Adding, copying, normalising do little work on a number: memory sets the pace.",
    "both go as fast as memory does",
)
def test_memory_sets_the_pace(one_thread):
    x, y, out = (torch.ones(2_000_000) for _ in range(3))
    rows, square = x.view(2000, 1000), torch.ones(1000, 1000)
    copy = 2 / seconds_of(lambda: out.copy_(x))
    add = 3 / seconds_of(lambda: torch.add(x, y, out=out))
    norm = 2 / seconds_of(lambda: F.layer_norm(rows, (1000,)))
    product = 1.5 / seconds_of(lambda: square @ square, 2)
    assert 1 / 3 < add / copy < 3
    assert min(copy, add, norm) > 2 * product
