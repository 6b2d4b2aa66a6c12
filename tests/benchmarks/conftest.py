"""`make bench` records; `make test` runs each workload once, at its smallest size."""

import datetime

import pytest
import torch

from cheatsheet.benchmarks import machine, results
from cheatsheet.benchmarks.workloads import WORKLOADS


def pytest_addoption(parser):
    group = parser.getgroup("cheatsheet benchmarks")
    group.addoption(
        "--quick", action="store_true", help="fewer rounds, every third size, nothing compiled"
    )
    group.addoption("--record", action="store_true", help="write results/benchmarks/*.json")
    group.addoption("--machine", help="the name of the results file, without .json")


def pytest_generate_tests(metafunc):
    if "workload" not in metafunc.fixturenames:
        return
    config = metafunc.config
    cases = []
    for workload in WORKLOADS:
        sizes = workload.sizes
        if not config.getoption("benchmark_enable"):
            sizes = sizes[:1]
        elif config.getoption("quick"):
            sizes = () if workload.compiled else sizes[::3]
        for size in sizes:
            for device in workload.on:
                name = f"{workload.name}-{size}-{device}".replace(" ", "_")
                cases.append(pytest.param(workload, size, device, id=name))
    metafunc.parametrize(("workload", "size", "device"), cases)


@pytest.fixture(scope="session")
def rounds(request):
    return 5 if request.config.getoption("quick") else 15


@pytest.fixture(scope="session")
def limits(request, rounds):
    """What each device can do, measured at the start of the same run."""
    if not request.config.getoption("benchmark_enable"):
        return {}
    found = {"cpu": machine.limit_of(torch.device("cpu"), rounds)}
    if torch.cuda.is_available():
        found["cuda"] = machine.limit_of(torch.device("cuda"), rounds)
    return found


@pytest.fixture(scope="session")
def recorded(request, limits):
    """The rows of this run; written at its end where that was asked for."""
    rows = []
    yield rows
    if not (request.config.getoption("record") and rows):
        return
    here = machine.this_machine(request.config.getoption("machine"))
    run = results.Run(
        machine=here,
        date=datetime.date.today(),
        quick=request.config.getoption("quick"),
        limits=limits,
        rows=rows,
    )
    results.RESULTS.mkdir(parents=True, exist_ok=True)
    path = results.RESULTS / f"{here.name}.json"
    path.write_text(run.model_dump_json(indent=1, exclude_none=True) + "\n")
