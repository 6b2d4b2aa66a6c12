"""The harness: a fake clock, torch.utils.benchmark, limits, the schema and the pages."""

import datetime
import json

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch.utils.benchmark import Timer
from typer.testing import CliRunner

from cheatsheet.benchmarks import machine, page, results
from cheatsheet.benchmarks.timing import Timing, block_of, measure, precision
from cheatsheet.benchmarks.workloads import WORKLOADS
from cheatsheet.check import recorded as claims
from cheatsheet.cli import app


class Device:
    """A GPU of our own: calls return at once, the work is done when it is waited for."""

    def __init__(self, work: float, launch: float = 1e-6):
        self.now, self.queued = 0.0, 0.0
        self.work, self.launch = work, launch

    def call(self):
        self.now += self.launch
        self.queued += self.work

    def synchronize(self):
        self.now += self.queued
        self.queued = 0.0

    def clock(self):
        return self.now


@pytest.mark.parametrize("work", [1e-7, 1e-5, 1e-3, 0.1])
def test_a_block_waits_for_the_device(work):
    device = Device(work)
    block = block_of([device.call], device.synchronize, device.clock)
    timing = measure(block, 5, device.clock)
    assert timing.median == pytest.approx(work + device.launch, rel=1e-6)
    assert timing.spread == pytest.approx(0, abs=1e-9)
    assert block.repeat * timing.median >= 1.9e-3 or work > 1e-3


def row(**changed):
    values = {
        "workload": "matmul float32", "size": 1024, "label": "1024×1024", "device": "cpu",
        "median": 1e-2, "spread": 1e-4, "rounds": 15, "repeat": 1,
    }  # fmt: skip
    return results.Row(**values | changed)


LIMIT = results.Limit(copy_gb_s=10, copy_peak_gb_s=30, matmul_gflop_s={"float32": 300})


def test_a_missing_synchronize_is_above_the_limit():
    """Without the wait only the launches are timed, and the rate is more than can be."""
    device = Device(work=2 * 1024**3 / 300e9)
    honest = measure(block_of([device.call], device.synchronize, device.clock), 5, device.clock)
    found = results.with_share(row(median=honest.median), 2 * 1024**3, None, "float32", LIMIT)
    assert found.share == pytest.approx(1, rel=1e-3)
    device = Device(work=2 * 1024**3 / 300e9)
    wrong = measure(block_of([device.call], lambda: None, device.clock), 5, device.clock)
    with pytest.raises(results.ResultsError, match=r"matmul float32, 1024×1024, cpu.*synchronize"):
        results.with_share(row(median=wrong.median), 2 * 1024**3, None, "float32", LIMIT)


def test_traffic_is_held_against_the_best_copy_and_shown_against_the_large_one():
    found = results.with_share(row(median=1e-3), None, 20e6, "float32", LIMIT)
    assert (found.gb_s, found.share) == (pytest.approx(20), pytest.approx(2))
    with pytest.raises(results.ResultsError, match=r"50 GB/s is above the 30 GB/s"):
        results.with_share(row(median=1e-3), None, 50e6, "float32", LIMIT)


def test_inputs_are_rotated():
    seen = []
    calls = [lambda n=n: seen.append(n) for n in range(3)]
    block = block_of(calls, lambda: None)
    seen.clear()
    block()
    assert seen[:6] == [0, 1, 2, 0, 1, 2][: len(seen)]
    assert len(seen) == block.repeat


@pytest.mark.parametrize("work", [1e-6, 1e-4, 1e-2])
def test_the_same_figure_as_torch_benchmark(work):
    """Both by the clock of one fake device; on a real one `make bench` compares them."""
    device = Device(work)
    ours = measure(block_of([device.call], device.synchronize, device.clock), 5, device.clock)

    def clock():
        device.synchronize()
        return device.clock()

    timer = Timer("call()", globals={"call": device.call}, timer=clock)
    assert ours.median == pytest.approx(timer.timeit(100).median, rel=1e-6)


def run(**changed):
    machine = {
        "name": "one", "processor": "p", "cores": 2, "threads": 2, "memory_gib": 8.0, "gpu": None,
        "gpu_memory_gib": None, "driver": None, "system": "s", "python": "3", "torch": "2",
    }  # fmt: skip
    values = {
        "machine": machine,
        "date": datetime.date(2026, 1, 2),
        "quick": False,
        "limits": {"cpu": LIMIT},
        "rows": [row()],
    }
    return results.Run(**values | changed)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("rows", 0, "median"), -1.0),
        (("rows", 0, "device"), "tpu"),
        (("rows", 0, "more"), 1),
        (("rows",), []),
        (("machine", "torch"), None),
        (("date",), "yesterday"),
        (("limits", "cpu", "copy_gb_s"), 0),
    ],
)
def test_a_broken_file_is_named(place, value, tmp_path):
    content = json.loads(run().model_dump_json())
    path = tmp_path / "one.json"
    path.write_text(json.dumps(content))
    assert results.read(path) == run()
    part = content
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    path.write_text(json.dumps(content))
    with pytest.raises(results.ResultsError, match=rf"one\.json: {place[0]}.*make bench"):
        results.read(path)


def test_recorded_files_follow_the_schema():
    for path in results.RESULTS.glob("*.json"):
        recorded = results.read(path)
        assert recorded.machine.name == path.stem
        unknown = {r.workload for r in recorded.rows} - {w.name for w in WORKLOADS}
        assert not unknown, f"{path.name}: no workload has these names any more"


def sizes_of(times, device):
    return {
        n: row(size=n, label=f"{n}×{n}", device=device, median=t)
        for n, t in enumerate(times, start=1)
    }


@pytest.mark.parametrize(
    ("cpu", "gpu", "said"),
    [
        ([1, 2, 4, 8], [3, 3, 3, 3], "The GPU is faster from 3×3 on."),
        ([4, 4, 4], [3, 3, 3], "The GPU is faster at every size."),
        ([1, 1, 1], [3, 3, 3], "The GPU is faster at no size up to the largest."),
        ([4, 1, 4], [3, 3, 3], "The GPU is faster from 3×3 on."),
    ],
)
def test_the_crossover_in_words(cpu, gpu, said):
    assert page.crossover(sizes_of(cpu, "cpu"), sizes_of(gpu, "cuda")) == said


def test_the_crossover_with_the_copies():
    cpu, gpu = sizes_of([1, 2, 4, 8], "cpu"), sizes_of([1, 1, 1, 1], "cuda")
    gpu = {n: r.model_copy(update={"with_copies": 5.0}) for n, r in gpu.items()}
    assert page.crossover(cpu, gpu) == (
        "The GPU is faster from 2×2 on; with the copies there and back, from 4×4 on."
    )


def test_first_calls_and_copies_have_columns():
    row_of = {"with_copies": 2e-3, "first": 30.0, "median": 1e-3, "spread": 0.0}
    table = "".join(page._table(sizes_of([1.0], "cpu"), {1: row(size=1, label="1×1", **row_of)}))
    assert "| Size | CPU | GPU | GPU with copies | GPU, first call | CPU / GPU |" in table
    assert "| 1 ms ± 0 ns | 2 ms | 30 s | 1e+03 |" in table


@pytest.mark.parametrize(
    "workload",
    [w for w in WORKLOADS if w.copies and "cuda" in w.on and not w.compiled],
    ids=lambda w: w.name,
)
def test_with_copies_the_same_work_is_done(workload):
    """On the CPU the copies change nothing; a GPU that is needed for them is not assumed."""
    size, cpu = workload.sizes[0], torch.device("cpu")
    results_of = []
    for calls_of in (workload.calls, workload.calls_with_copies):
        torch.manual_seed(0)
        results_of.append(calls_of(size, cpu)[0]())
    torch.testing.assert_close(*results_of)


def test_workloads_have_six_sizes_from_tiny_to_large():
    assert len({workload.name for workload in WORKLOADS}) == len(WORKLOADS)
    for workload in WORKLOADS:
        assert len(workload.sizes) >= 6, workload.name
        assert list(workload.sizes) == sorted(set(workload.sizes))
        assert workload.group in page.FILES


@pytest.mark.parametrize(
    ("line", "driver"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19", "535.104.05"),
        (
            "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  R",
            "580.65.06",
        ),
    ],
)
def test_the_version_of_the_driver_is_read(line, driver, tmp_path):
    (tmp_path / "version").write_text(line + "\nGCC version:  gcc version 12.3.0\n")
    assert machine._driver(tmp_path / "version") == driver
    assert machine._driver(tmp_path / "absent") is None


def test_tf32_is_switched_off_again():
    before = torch.backends.cuda.matmul.fp32_precision
    for dtype, inside in (("tf32", "tf32"), ("float32", before)):
        with precision(dtype):
            assert torch.backends.cuda.matmul.fp32_precision == inside
        assert torch.backends.cuda.matmul.fp32_precision == before


@given(st.floats(1e-9, 1e3))
def test_times_read_back(seconds):
    number, unit = page.in_words(seconds).split()
    factor = {"s": 1, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9}[unit]
    assert float(number) * factor == pytest.approx(seconds, rel=0.006)


def test_the_spread_is_the_middle_half():
    timing = Timing(tuple(float(n) for n in range(1, 12)), 1)
    assert (timing.median, timing.spread) == (6, 6)


# The commands and the pages


@pytest.fixture
def recorded(tmp_path, monkeypatch):
    """Results of two machines of our own, one with a GPU, in place of the real ones."""
    monkeypatch.setattr(results, "RESULTS", tmp_path)
    monkeypatch.setattr(page, "PAGES", tmp_path / "pages")
    monkeypatch.setattr(page, "CHARTS", tmp_path / "pages" / "charts")
    monkeypatch.setattr(page, "_RECORD", tmp_path / "record" / "benchmarks.json")
    times = {"cpu": [1e-6, 1e-4, 1e-2], "cuda": [1e-5, 2e-5, 1e-3]}
    for name, devices in (("plain", ["cpu"]), ("fast", ["cpu", "cuda"])):
        rows = [r for device in devices for r in sizes_of(times[device], device).values()]
        machine = {**run().machine.model_dump(), "name": name}
        if name == "fast":
            machine |= {"gpu": "Card", "gpu_memory_gib": 80.0, "driver": "1.2"}
        path = tmp_path / f"{name}.json"
        path.write_text(run(machine=machine, rows=rows).model_dump_json(exclude_none=True))
    return tmp_path


def test_a_file_reads_back_as_it_was_written(recorded):
    assert results.read(recorded / "plain.json").machine.gpu is None
    assert {r.machine.name for r in results.read_all()} == {"plain", "fast"}


@says(
    "README",
    "The results are written to `results/benchmarks/<machine>.json`; the pages of the "
    "site are made from these files and show nothing else.",
)
def test_pages_show_what_was_measured_and_nothing_else(recorded):
    assert page.write_pages()
    text = (recorded / "pages" / "matrices.md").read_text()
    section = text.split("## matmul float32")[1].split("\n## ")[0]
    assert "The GPU is faster from 2×2 on." in section
    assert "| Size | CPU | GPU | CPU / GPU |" in section
    assert "| 2×2 | 100 µs ± 50 µs | 20 µs ± 50 µs | 5 |" in section
    assert section.count("On plain") == section.count("On fast") == 1
    assert "Not measured yet." in text.split("## LSTM")[1]
    assert (recorded / "pages" / "charts" / "matmul-float32.svg").exists()
    assert not (recorded / "pages" / "charts" / "lstm.svg").exists()
    assert "No GPU has been measured" not in (recorded / "pages" / "index.md").read_text()
    assert not page.write_pages()  # nothing changed
    chart = recorded / "pages" / "charts" / "matmul-float32.svg"
    chart.unlink()
    assert page.write_pages()
    assert chart.exists()


def test_without_a_gpu_the_page_says_so(recorded):
    (recorded / "fast.json").unlink()
    page.write_pages()
    index = (recorded / "pages" / "index.md").read_text()
    assert "No GPU has been measured yet" in index
    assert "GPU |" not in (recorded / "pages" / "matrices.md").read_text()
    (recorded / "plain.json").unlink()
    page.write_pages()
    assert "None has been measured yet" in (recorded / "pages" / "index.md").read_text()


def test_the_commands_print_tables(recorded):
    runner = CliRunner(env={"COLUMNS": "160"})
    done = runner.invoke(app, ["bench-table", "fast"])
    assert "CPU / GPU" in done.output
    assert done.output.count("matmul float32") == 3
    done = runner.invoke(app, ["bench-compare", "plain", "fast"])
    assert (done.exit_code, done.output.count("1.00")) == (0, 3)


def test_a_machine_that_is_not_there(recorded):
    done = CliRunner().invoke(app, ["bench-compare", "plain", "nowhere"])
    assert done.exit_code == 2
    assert "there are: fast, plain" in " ".join(done.output.split())


@says(
    "README",
    "A file that does not follow the schema stops the build with its name.",
)
def test_a_broken_file_stops_the_build_with_its_name(recorded):
    (recorded / "fast.json").write_text("{}")
    with pytest.raises(results.ResultsError, match=r"fast\.json: machine: Field required"):
        page.write_pages()


def test_record_notes_what_held(tmp_path, monkeypatch):
    monkeypatch.setattr(claims, "RESULTS", tmp_path)
    done = CliRunner().invoke(app, ["check", "losses/mse", "devices/pinned_memory", "--record"])
    assert done.exit_code == 0, done.output
    (path,) = tmp_path.iterdir()
    noted = json.loads(path.read_text())
    assert noted["hold"] == ["losses/regression/mse"]
    assert noted["skipped"] == ["devices/pinned_memory"] or torch.cuda.is_available()
    assert noted["claims"]["output"] >= 1
    assert noted["lies planted"] == noted["lies caught"] > 1
    (seen,) = claims.last_seen("losses/regression/mse", [noted])
    assert seen["torch"] == torch.__version__
    assert not claims.last_seen("devices/pinned_memory", [noted]) or torch.cuda.is_available()
