"""Every workload on every device by pytest-benchmark; `make test` runs each once."""

import pytest
import torch

from cheatsheet.benchmarks import machine, timing


def test_workload(benchmark, workload, size, device):
    if device == "cuda" and not torch.cuda.is_available():
        pytest.skip(f"{workload.name} on cuda: no GPU")
    if workload.cores > machine.cores():
        pytest.skip(f"{workload.name}: needs {workload.cores} cores")
    torch.manual_seed(0)
    place = torch.device(device)
    wait = timing.synchronizer(place)
    with workload.settings():
        kept = workload.kept(size, place)
        if benchmark.disabled:
            with torch.compiler.set_stance("force_eager"):  # compiling takes tens of seconds
                benchmark.pedantic(*workload.calls(kept, size, place, most=1))
            return
        watch = timing.Stopwatch(workload.calls(kept, size, place), wait)
        watch.warm_up()
        repeat = watch.sized()
        benchmark.group = f"{workload.name}, {workload.label(size)}"
        benchmark.pedantic(watch.each(repeat), rounds=timing.ROUNDS, iterations=repeat)
