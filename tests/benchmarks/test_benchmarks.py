"""Every workload on every device: `make bench` times them, `make test` runs each once."""

import time

import pytest
import torch

from cheatsheet.benchmarks import results, timing


def test_workload(benchmark, workload, size, device, rounds, limits, recorded):
    if device == "cuda" and not torch.cuda.is_available():
        pytest.skip(f"{workload.name} on cuda: no GPU")
    torch.manual_seed(0)
    place = torch.device(device)
    wait = timing.synchronizer(place)
    with timing.precision(workload.dtype):
        calls = workload.calls(size, place)
        if benchmark.disabled:
            with torch.compiler.set_stance("force_eager"):  # compiling takes tens of seconds
                benchmark.pedantic(timing.Block(calls[:1], 1, wait))
            return
        first = first_call(calls[0], wait) if workload.compiled else None
        block = timing.block_of(calls, wait)
        benchmark.group = f"{workload.name}, {workload.label(size)}"
        benchmark.pedantic(block, rounds=rounds, iterations=1)
        with_copies = None
        if device != "cpu" and workload.copies:
            copying = timing.block_of(workload.calls_with_copies(size, place), wait)
            with_copies = timing.measure(copying, rounds).median
    seconds = tuple(value / block.repeat for value in benchmark.stats.stats.data)
    timed = timing.Timing(seconds, block.repeat)
    row = results.Row(
        workload=workload.name,
        size=size,
        label=workload.label(size),
        device=device,
        median=timed.median,
        spread=timed.spread,
        rounds=rounds,
        repeat=block.repeat,
        first=first,
        with_copies=with_copies,
    )
    flops = workload.flops and workload.flops(size)
    traffic = workload.traffic and workload.traffic(size)
    recorded.append(results.with_share(row, flops, traffic, workload.dtype, limits[device]))


def first_call(call, wait):
    """Return the seconds of a call that compiles, with nothing kept from an earlier one."""
    torch.compile(torch.neg)(torch.ones(1))  # loads the compiler itself
    torch.compiler.reset()
    with torch.compiler.config.patch(force_disable_caches=True):
        start = time.perf_counter()
        call()
        wait()
        return time.perf_counter() - start
