"""On a quiet machine: our medians are those of torch.utils.benchmark, and a call costs little."""

import pytest
import torch
from torch.utils.benchmark import Timer

from cheatsheet.benchmarks.timing import FULL, Stopwatch, measure


@pytest.fixture(autouse=True)
def quiet(request):
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("needs a quiet machine: `pytest --benchmark-enable` runs it")


@pytest.mark.parametrize("size", [256, 512])
def test_medians_agree_with_torch_benchmark(size, capsys):
    """Alternating, so that both see the same machine; the best of several medians each."""
    a, b = torch.randn(size, size), torch.randn(size, size)
    watch = Stopwatch([lambda: a @ b], lambda: None)
    timer = Timer("a @ b", globals={"a": a, "b": b}, num_threads=torch.get_num_threads())
    ours, theirs = [], []
    for _ in range(7):
        (timed,) = measure([watch], FULL)
        ours.append(timed.median)
        theirs.append(timer.timeit(timed.repeat * 3).median)
    ratio = min(ours) / min(theirs)
    with capsys.disabled():
        print(f"\nmatmul {size}: {min(ours) * 1e6:.0f} µs, {ratio:.3f} of torch.utils.benchmark")
    assert min(ours) > 5e-5
    assert 0.95 < ratio < 1.05


def test_the_empty_call_is_cheap(capsys):
    (timed,) = measure([Stopwatch([lambda: None], lambda: None)], FULL)
    with capsys.disabled():
        print(f"\noverhead of an empty call: {timed.median * 1e9:.0f} ns")
    assert timed.median < 1e-6
