"""Every workload on every device: `make bench` times them, `make test` runs each once."""

import pytest
import torch

from cheatsheet.benchmarks import results, timing


def test_workload(benchmark, workload, size, device, rounds, limits, recorded):
    if device == "cuda" and not torch.cuda.is_available():
        pytest.skip(f"{workload.name} on cuda: no GPU")
    torch.manual_seed(0)
    place = torch.device(device)
    calls = workload.calls(size, place)
    wait = timing.synchronizer(place)
    if benchmark.disabled:
        calls[0]()
        wait()
        return
    block = timing.block_of(calls, wait)
    benchmark.group = f"{workload.name}, {workload.label(size)}"
    benchmark.pedantic(block, rounds=rounds, iterations=1)
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
    )
    flops = workload.flops and workload.flops(size)
    traffic = workload.traffic and workload.traffic(size)
    recorded.append(results.with_share(row, flops, traffic, workload.dtype, limits[device]))
