"""`--benchmark-enable` times every size; `make test` runs each workload once, at its smallest."""

import pytest

from cheatsheet.benchmarks.workloads import WORKLOADS


def pytest_generate_tests(metafunc):
    if "workload" not in metafunc.fixturenames:
        return
    every = metafunc.config.getoption("benchmark_enable")
    cases = []
    for workload in WORKLOADS:
        for device in workload.on:
            for size in workload.sizes_on(device) if every else workload.sizes[:1]:
                name = f"{workload.name}-{size}-{device}".replace(" ", "_")
                cases.append(pytest.param(workload, size, device, id=name))
    metafunc.parametrize(("workload", "size", "device"), cases)
