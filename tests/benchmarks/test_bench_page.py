"""The pages and the commands: what was measured, and nothing else."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from made import DAY, LIMIT, machine_of, row, rows_by_size, run
from support import ROOT, says
from typer.testing import CliRunner

from cheatsheet.benchmarks import machine, own, page, results, tables
from cheatsheet.benchmarks.timing import OneCall, Timing
from cheatsheet.benchmarks.workloads import WORKLOADS
from cheatsheet.cli import app


@pytest.mark.parametrize(
    ("cpu", "gpu", "said"),
    [
        ([1, 2, 4, 8], [3, 3, 3, 3], "from 3×3 on"),
        ([4, 4, 4], [3, 3, 3], "at every size"),
        ([1, 1, 1], [3, 3, 3], "at no size up to the largest"),
        ([4, 1, 4], [3, 3, 3], "from 3×3 on"),
        ([1, 2, 4], [1, 2, 4], "at no size up to the largest"),
    ],
)
def test_the_crossover_in_words(cpu, gpu, said):
    found = page.crossover(rows_by_size(cpu), rows_by_size(gpu, "cuda"))
    assert found == {"it stays on the GPU": said}


def test_the_crossover_of_a_call_that_is_waited_for_and_of_copies():
    cpu = rows_by_size([1, 2, 4, 8])
    gpu = rows_by_size([1, 1, 1, 1], "cuda", with_copies=5.0, latency=3.0)
    assert page.in_a_sentence(page.crossover(cpu, gpu)) == (
        "The GPU is faster from 2×2 on where it stays on the GPU; from 4×4 on where it is copied "
        "there and back; from 3×3 on where each call is waited for."
    )
    assert page.crossover(cpu, {}) == page.crossover({}, gpu) == {}


def plain(parts):
    """Return text with spaces that break: a figure and its unit stay on one line."""
    return "".join(parts).replace(tables.NO_BREAK, " ")


def test_what_was_measured_of_a_row_has_columns():
    seen = row(size=1, label="1×1", device="cuda", median=1e-3, spread=2e-5, with_copies=2e-3,
               first=30.0, latency=4e-3, blocked=5e-6, gb_s=8.0, looks=[1e-3])  # fmt: skip
    table = plain(page._table(page._of_machine(rows_by_size([1.0]), {1: seen})))
    assert (
        "| Size | CPU | GPU | GPU, rate | GPU, one call | CPU blocked | GPU with copies "
        "| GPU, first call | CPU / GPU |"
    ) in table
    assert (
        "| 1×1 | 1 s ± 50 µs | 1 ms ± 10 µs, not steady | 8 GB/s | 4 ms | 5 µs | 2 ms | 30 s "
        "| 1e+03 |"
    ) in table


@given(st.floats(1e-9, 1e3))
def test_times_read_back(seconds):
    number, unit = tables.in_words(seconds).split()
    factor = {"s": 1, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9}[unit]
    assert float(number) * factor == pytest.approx(seconds, rel=0.006)


# The pages


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Somewhere of our own, in place of the real results and pages."""
    monkeypatch.setattr(results, "RESULTS", tmp_path)
    monkeypatch.setattr(page, "PAGES", tmp_path / "pages")
    monkeypatch.setattr(page, "CHARTS", tmp_path / "pages" / "charts")
    monkeypatch.setattr(page, "_RECORD", tmp_path / "record" / "benchmarks.json")
    return tmp_path


TIMES = {"cpu": [1e-6, 1e-4, 1e-2], "cuda": [1e-5, 2e-5, 1e-3]}
CARD = {"gpu": "Card", "gpu_memory_gib": 80.0, "driver": "1.2"}


def put(name, devices=("cpu",), **changed):
    """Write the results of a made machine."""
    rows = [r for d in devices for r in rows_by_size(TIMES[d], d, spread=1e-6).values()]
    made = machine_of(name, **(CARD if "cuda" in devices else {}))
    limits = dict.fromkeys(devices, LIMIT)
    results.write(run(**{"machine": made, "rows": rows, "limits": limits} | changed))


def written(folder, name="matrices"):
    page.write_pages()
    return plain((folder / "pages" / f"{name}.md").read_text())


def section(text, name):
    return re.split(rf"^## {re.escape(name)} ", text, flags=re.M)[1].split("\n## ")[0]


@says(
    "README",
    "The results are written to `results/benchmarks/<machine>.json`; the pages of the "
    "site are made from these files and show nothing else.",
)
def test_the_page_of_one_machine_shows_what_was_measured_and_nothing_else(folder):
    put("fast", ("cpu", "cuda"))
    assert (folder / "fast.json").exists()
    assert page.write_pages()
    text = written(folder)
    matmul = section(text, "matmul")
    assert f"On fast, torch 2.15.0, {DAY}. The GPU is faster from 2×2 on where" in matmul
    assert "| Size | CPU | GPU | CPU / GPU |" in matmul
    assert "| 2×2 | 100 µs ± 500 ns | 20 µs ± 500 ns | 5 |" in matmul
    assert "<details" not in matmul
    assert "Not measured yet." in section(text, "LSTM")
    shown = set(re.findall(r"[\d.e+-]+ (?:ns|µs|ms|s)\b", text))
    medians = {plain(tables.in_words(t)) for times in TIMES.values() for t in times}
    assert shown == medians | {"500 ns"}
    charts = [path.name for path in (folder / "pages" / "charts").iterdir()]
    assert charts == ["matmul.svg"]
    assert not page.write_pages()  # nothing changed
    (folder / "pages" / "charts" / "matmul.svg").unlink()
    assert page.write_pages()


def test_three_machines_stand_side_by_side(folder):
    put("plain")
    put("fast", ("cpu", "cuda"))
    put("other", ("cpu", "cuda"))
    matmul = section(written(folder), "matmul")
    head = next(line for line in matmul.splitlines() if line.startswith("| Size"))
    columns = {part.strip() for part in head.strip("|").split("|")}
    assert columns == {"Size", "plain, CPU"} | {
        f"{name}, {what}" for name in ("fast", "other") for what in ("CPU", "GPU", "CPU / GPU")
    }
    for name in ("plain", "fast", "other"):
        assert matmul.count(f"On {name}, torch") == 1
        assert f'<details markdown="1"><summary>{name}: all that was measured' in matmul


def test_one_table_says_from_which_size_on_over_all_workloads(folder):
    put("plain")
    put("fast", ("cpu", "cuda"))
    for name, link in (("index", "matrices.md"), ("matrices", "")):
        text = written(folder, name)
        table = text.split("## From which size on the GPU is faster")[1].split("\n## ")[0]
        assert "| What | Machine | Where it stays on the GPU |" in table
        assert f"| [matmul]({link}#matmul) | fast | from 2×2 on |" in table
        assert "plain" not in table
    assert "## matmul { #matmul }" in text


def test_without_a_gpu_nothing_is_said_about_one(folder):
    put("plain")
    index = written(folder, "index")
    assert "No GPU has been measured yet" in index
    assert "From which size on" not in index
    assert "GPU |" not in written(folder)
    (folder / "plain.json").unlink()
    assert "None has been measured yet" in written(folder, "index")
    put("fast", ("cpu", "cuda"))
    assert "No GPU has been measured" not in written(folder, "index")


def test_what_was_refused_is_named_where_its_row_would_stand(folder):
    refused = row(size=9, label="9×9", device="cuda").model_dump(
        include={"workload", "size", "label", "device", "precision"}
    )
    put("fast", ("cpu", "cuda"), refused=[results.Refused(**refused, why="out of memory")])
    assert "No figure for 9×9 on the GPU: out of memory." in section(written(folder), "matmul")


def test_the_index_says_what_the_machines_are_and_how_they_are_timed(folder):
    put("fast", ("cpu", "cuda"), clocks={"cuda": results.Clocks(lowest=1000, highest=1980)})
    index = written(folder, "index")
    assert "| p, 2 cores, 2 threads, 8 GiB | Card, 80 GiB, driver 1.2 | 2.15.0 |" in index
    assert "GPU: 1000 to 1980 MHz" in index
    assert "CPU: 10 GB/s, float32 300 GFLOP/s, tf32 900 GFLOP/s" in index
    for words in ("at least 2 milliseconds", "looks at each row 3 times", "takes 2 shorter looks",
                  "second look comes within 10% of the fastest", "more than 25% above",
                  "100 milliseconds of work", "256 MiB in all",
                  "64 MiB in a quick run"):  # fmt: skip
        assert words in " ".join(index.split())


def test_every_page_is_in_the_navigation():
    text = (ROOT / "mkdocs.yml").read_text()
    assert re.findall(r"benchmarks/(\w+)\.md", text) == ["index", *page.FILES.values()]
    assert {workload.group for workload in WORKLOADS} == page.FILES.keys()


@says("README", "A file that does not follow the schema stops the build with its name.")
def test_a_broken_file_stops_the_build_with_its_name(folder):
    put("plain")
    (folder / "fast.json").write_text("{}")
    with pytest.raises(results.ResultsError, match=r"fast\.json: machine: Field required"):
        page.write_pages()


# The commands


def invoke(*arguments):
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, list(arguments))
    return done.exit_code, plain(done.output)


def test_the_table_of_a_machine(folder):
    put("fast", ("cpu", "cuda"))
    _, output = invoke("bench-table", "fast")
    assert "CPU / GPU" in output
    assert output.count("matmul") == 3


@pytest.mark.parametrize(
    "arguments", [["bench-table", "first"], ["bench-compare", "first", "second"]], ids=" ".join
)
def test_nothing_is_cut_where_there_is_no_terminal(arguments, folder):
    """A pipe and a file have no width, whatever the terminal beside them is told to have."""
    long = max(WORKLOADS, key=lambda w: len(w.name))
    rows = [row(workload=long.name, label="a size of many words " * 9, looks=[1e-2, 2e-2])]
    for name in ("first", "second"):
        put(name, rows=rows)
    done = CliRunner(env={"COLUMNS": "80"}).invoke(app, arguments)
    head, line, *_ = plain(done.output).splitlines()
    assert head.split()[0] == "operation"
    for whole in (long.name, rows[0].label.strip(), "10 ms ± 50 µs, not steady"):
        assert whole in line
    assert "…" not in done.output


def test_two_machines_are_compared_row_by_row(folder):
    put("first")
    slower = list(rows_by_size([1.2e-6, 1.2e-4, 1.05e-2]).values())
    slower[1] = slower[1].model_copy(update={"looks": [1.2e-4, 1.4e-4]})
    put("second", rows=slower)
    _, output = invoke("bench-compare", "first", "second")
    assert [line.split()[-1] for line in output.splitlines()[1:4]] == ["0.83", "0.83", "0.95"]
    assert "not steady" in output.splitlines()[2]
    # The row of 1 µs is too short to be compared; one of the others is 20 % away, and not steady.
    assert "within 10%: 1 of 2 rows above 50 µs; of those that are steady in both, 1 of 1" in (
        output
    )


def test_a_machine_that_is_not_there(folder):
    put("fast")
    put("plain")
    code, output = invoke("bench-compare", "plain", "nowhere")
    assert code == 2
    assert "there are: fast, plain" in " ".join(output.split())


def everything(**changed):
    """Return a row for each workload and size of a machine without a GPU."""
    return [
        row(workload=w.name, size=n, label=w.label(n), precision=w.precision, **changed)
        for w in WORKLOADS
        if "cpu" in w.on and w.cores <= 2
        for n in w.sizes_on("cpu")
    ]


def test_a_file_is_checked_before_it_is_sent(folder):
    rows = everything()
    put("one", rows=rows)
    code, output = invoke("bench-check", str(folder / "one.json"))
    assert (code, f"{len(rows)} rows, all that" in output) == (0, True)
    broken = [
        (rows[1:], "missing: add, 1 Ki elements, cpu, float32"),
        ([*rows, row(workload="old")], "not timed any more: old"),
        ([rows[0].model_copy(update={"quick": True}), *rows[1:]], "quick: add, 1 Ki elements"),
        (
            [rows[0].model_copy(update={"gb_s": 1e3, "share": 9.0}), *rows[1:]],
            "above what the device can do, 30 GB/s: add, 1 Ki elements",
        ),
    ]
    for changed, problem in broken:
        put("one", rows=changed)
        code, output = invoke("bench-check", "one")
        assert code == 1
        assert problem in output
        assert len(output.splitlines()) == 1


@says("README", "Without make: `python -m cheatsheet.cli bench-record --quick -k losses`.")
def test_make_calls_the_command(tmp_path):
    if not shutil.which("make"):
        pytest.skip("no make")
    command = ["make", "-n", "bench", "QUICK=1", "PART=losses", "AGAIN=1", "MACHINE=mine"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    line = " ".join(said.split("bench-record")[1].replace("\\\n", " ").split())
    assert line.startswith('--quick -k "losses" --again --machine mine')
    helped = CliRunner().invoke(app, ["bench-record", "--help"]).output
    for option in ("--quick", "-k", "--again", "--machine"):
        assert option in helped


# A step of the reader's own


def python_blocks(text):
    return re.findall(r"```python\n(.*?)```", text, flags=re.S)


@says(
    "README",
    "To time a step of your own on the CPU, and on the GPU if there is one, write a function that "
    "takes a device, makes what the step needs there, and returns the step:",
)
def test_the_step_of_the_readme_is_timed(tmp_path):
    (example,) = python_blocks((ROOT / "README.md").read_text())
    assert example in python_blocks(page._INDEX)
    (tmp_path / "step.py").write_text(example)
    code, output = invoke("bench", f"{tmp_path}/step.py:training")
    assert code == 0, output
    rows = [line.split()[0] for line in output.splitlines()[1:]]
    assert rows[: len(machine.devices())] == [d.type for d in machine.devices()]
    if not torch.cuda.is_available():
        assert "No GPU on this machine: the CPU alone was timed." in output


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("step.py", "expected FILE.py:function"),
        ("absent.py:step", "and a file that is there"),
        ("step.py:other", "has no function 'other'; there are: made, early"),
        ("step.py:early", "expected a function without arguments for cpu, got Tensor"),
    ],
)
def test_what_cannot_be_timed_is_said(target, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "beside.py").write_text("import torch\n")
    (tmp_path / "step.py").write_text(
        "from beside import torch as _torch\n"
        "def made(device): return lambda: None\n"
        "def early(device): return _torch.ones(1)\n"
    )
    code, output = invoke("bench", target)
    assert code == 2
    assert said in " ".join(output.split())


def test_both_devices_are_timed_and_compared():
    def timed(kind, median):
        alone = OneCall(latency=2 * median, blocked=median)
        return own.Timed(torch.device(kind), Timing((median,), 1), alone)

    both = [timed("cpu", 1e-2), timed("cuda", 2e-3)]
    assert tables.verdict(both) == "The GPU is 5 times as fast as the CPU."
    assert [tuple(map(plain, cells)) for cells in tables.of_own(both)] == [
        ("cpu", "10 ms ± 0 ns", "20 ms"),
        ("cuda", "2 ms ± 0 ns", "4 ms"),
    ]
    slower = [timed("cpu", 2e-3), timed("cuda", 1e-2)]
    assert tables.verdict(slower).endswith("it takes 5 times as long as the CPU.")


# pytest-benchmark


@pytest.mark.slow
def test_pytest_benchmark_times_the_same_workloads(tmp_path):
    """`make test` never times; this one row is timed, in a process of its own."""
    report = tmp_path / "report.json"
    options = ["-n", "0", "--benchmark-enable", "-k", "squeeze-1024-cpu", "-p", "no:cacheprovider"]
    # A process of xdist would not measure.
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_XDIST")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/benchmarks/test_benchmarks.py", *options,
         f"--benchmark-json={report}"],
        cwd=ROOT, capture_output=True, text=True, env=env | {"OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    (timed,) = json.loads(report.read_text())["benchmarks"]
    assert timed["group"] == "squeeze, 1 Ki elements"
    assert timed["stats"]["iterations"] > 1
    assert 1e-8 < timed["stats"]["median"] < 1e-3  # of one call, not of a block
