"""How calls are timed, by the clock of a made device: nothing here takes real time."""

import itertools
import statistics

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from made import Device
from torch.utils.benchmark import Timer

from cheatsheet.benchmarks import timing
from cheatsheet.benchmarks.timing import BLOCK, FULL, QUICK, WARM_UP, Stopwatch, Timing, measure


def watch_of(device):
    return Stopwatch([device.call], device.synchronize, device.clock)


@pytest.mark.parametrize("effort", [FULL, QUICK])
@pytest.mark.parametrize("work", [1e-7, 1e-5, 1e-3, 0.3])
def test_a_figure_is_the_work_and_its_launch(work, effort):
    device = Device(work)
    (timed,) = measure([watch_of(device)], effort)
    assert timed.median == pytest.approx(work + device.launch, rel=1e-6)
    assert timed.spread == pytest.approx(0, abs=1e-9)
    assert timed.steady == (effort is FULL)  # a quick row is visited once


@pytest.mark.parametrize("work", [1e-6, 1e-4, 1e-2])
def test_the_same_figure_as_torch_benchmark(work):
    device = Device(work)
    (ours,) = measure([watch_of(device)], FULL)

    def clock():
        device.synchronize()
        return device.clock()

    timer = Timer("call()", globals={"call": device.call}, timer=clock)
    assert ours.median == pytest.approx(timer.timeit(100).median, rel=1e-6)


# 1. Rotation


@given(st.integers(1, 7), st.lists(st.integers(0, 9), min_size=2, max_size=8))
def test_a_block_goes_on_with_the_input_after_the_last_one(count, blocks):
    seen = []
    watch = Stopwatch([lambda n=n: seen.append(n) for n in range(count)], lambda: None)
    for repeat in blocks:
        watch.run(repeat)
    assert seen == list(itertools.islice(itertools.cycle(range(count)), sum(blocks)))


def test_all_inputs_have_their_turn_where_a_block_is_one_call():
    """Whatever is done to a row, no input comes twice before each of the others has come once."""
    device, seen = Device(0.01), []
    calls = [lambda n=n: (seen.append(n), device.call()) for n in range(5)]
    watch = Stopwatch(calls, device.synchronize, device.clock)
    (timed,) = measure([watch], FULL)
    watch.one_call(FULL)
    assert timed.repeat == 1
    assert seen == [n % 5 for n in range(len(seen))]


def test_under_pytest_benchmark_the_last_call_of_a_round_waits():
    device = Device(1e-3)
    call = watch_of(device).each(3)
    moments = []
    for _ in range(6):
        call()
        moments.append(device.now)
    launch, work = device.launch, device.work
    ends = [launch, 2 * launch, 3 * (launch + work)]
    assert moments == pytest.approx([*ends, *(ends[-1] + end for end in ends)])


# 2. The size of a block


@given(
    work=st.floats(1e-7, 5e-3),
    stolen=st.sets(st.integers(1, 60), max_size=3),
    pause=st.floats(1e-3, 0.08),
)
def test_a_block_lasts_two_milliseconds_whatever_interrupts_its_sizing(work, stolen, pause):
    device = Device(work, stolen=stolen, pause=pause)
    (timed,) = measure([watch_of(device)], FULL)
    assert timed.repeat * (work + device.launch) >= BLOCK * 0.999


def test_a_block_that_turns_out_short_is_made_longer():
    """Calls that get faster while they are made, as with a clock that rises."""
    device = Device(1e-3)
    watch = watch_of(device)
    row = timing.Series(watch, FULL)
    row.visit()
    device.work = 1e-5
    row.visit()
    assert row.timing.repeat * row.timing.median >= BLOCK * 0.999


def test_a_first_call_that_takes_long_does_not_make_the_block_one_call():
    """The first call loads a library for half a second; the others take ten microseconds."""
    device, first = Device(1e-5), iter([0.5])

    def call():
        device.queued += next(first, 0.0)
        device.call()

    (timed,) = measure([Stopwatch([call], device.synchronize, device.clock)], QUICK)
    assert timed.repeat * timed.median >= BLOCK * 0.999
    assert device.now > 0.5 + WARM_UP  # what loads a library is no warm-up


def test_the_quietest_visit_counts_and_says_whether_another_agrees():
    def visited(*medians):
        series = timing.Series(watch_of(Device(1e-3)), FULL)
        series._visits = [Timing((median,), 1) for median in medians]
        return series.timing

    assert visited(3.0, 1.0, 2.0).median == 1.0
    assert not visited(3.0, 1.0, 2.0).steady
    assert not visited(1.0).steady
    assert visited(3.0, 1.0, 1.04).steady
    assert not visited(1.0, 1.06).steady


def test_what_disturbs_one_visit_is_over_at_the_next():
    """The machine is half as fast for the first second; rows are visited in turn."""
    now = [0.0]

    def call():
        now[0] += 1e-3 if now[0] > 1 else 2e-3

    watches = [Stopwatch([call], lambda: None, lambda: now[0]) for _ in range(4)]
    assert [timed.median for timed in measure(watches, FULL)] == [pytest.approx(1e-3)] * 4


# 4. One call by itself


def test_one_call_is_waited_for_and_says_how_long_the_cpu_is_blocked():
    device = Device(3e-3, launch=1e-4)
    alone = watch_of(device).one_call(FULL)
    assert alone.blocked == pytest.approx(1e-4)
    assert alone.latency == pytest.approx(3.1e-3)


# 5. Precision


@pytest.mark.parametrize(
    ("precision", "allowed"), [("float32", False), ("tf32", True), ("bfloat16", False)]
)
def test_tensor_float_is_said_to_cublas_and_cudnn_and_taken_back(precision, allowed):
    backends = torch.backends
    matmul, conv, rnn = backends.cuda.matmul, backends.cudnn.conv, backends.cudnn.rnn

    def takes_tf32():
        return [part.fp32_precision == "tf32" for part in (matmul, conv, rnn)]

    before = takes_tf32(), backends.cudnn.benchmark
    with timing.settings(precision, cudnn_benchmark=True):
        assert takes_tf32() == [allowed] * 3
        assert backends.cudnn.benchmark
    assert (takes_tf32(), backends.cudnn.benchmark) == before


# Compiling


@pytest.mark.slow
def test_a_first_call_compiles_with_nothing_kept_but_its_folder(tmp_path, monkeypatch):
    """Kernels are looked at as they are built: in another folder all, in the same one none."""
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", str(tmp_path / "users"))

    def built(name):
        call = torch.compile(lambda x: (x.sin() + 1.25).sum())
        assert timing.first_call(lambda: call(torch.ones(64)), lambda: None, tmp_path / name) > 0
        return {path.name: path.stat().st_mtime_ns for path in (tmp_path / name).rglob("*.so")}

    first = built("a")
    assert first
    second = built("b")
    assert second.keys() == first.keys()
    assert built("a") == first
    assert timing.os.environ["TORCHINDUCTOR_CACHE_DIR"] == str(tmp_path / "users")


# 7. Warm-up


@pytest.mark.parametrize("work", [1e-7, 1e-4, 3e-2, 1.0])
def test_a_tenth_of_a_second_of_work_comes_before_each_visit(work):
    device, done, timed_from = Device(work), [0.0], []

    def call():
        done[0] += device.work
        device.call()

    watch = Stopwatch([call], device.synchronize, device.clock)
    blocks = watch.blocks
    watch.blocks = lambda *a: (timed_from.append(done[0]), blocks(*a), timed_from.append(done[0]))[
        1
    ]
    measure([watch], FULL)
    starts, ends = timed_from[::2], [0.0, *timed_from[1::2]]
    assert len(starts) >= 2
    launches = work / (work + device.launch)  # the launches are work of the CPU
    for start, end in zip(starts, ends, strict=False):
        assert start - end >= 0.99 * WARM_UP * launches


def test_the_spread_is_the_middle_half():
    timed = Timing(tuple(float(n) for n in range(1, 12)), 1)
    assert (timed.median, timed.spread) == (6, 5)
    assert Timing((2.0,), 1).spread == 0


@given(st.lists(st.floats(1e-6, 1), min_size=2, max_size=20))
def test_the_median_and_the_spread_are_those_of_the_standard_library(seconds):
    low, middle, high = statistics.quantiles(seconds, n=4, method="inclusive")
    timed = Timing(tuple(seconds), 1)
    assert timed.median == pytest.approx(middle)
    assert timed.spread == pytest.approx(high - low)
