"""What is kept of a run: nothing is lost when it ends, nothing is missing in silence."""

import json
import re
from dataclasses import replace
from functools import partial

import pytest
import torch
from made import LIMIT, machine_of, row, run
from support import says
from typer.testing import CliRunner

from cheatsheet.benchmarks import machine, record, results, tables, timing
from cheatsheet.benchmarks.timing import OneCall, Timing
from cheatsheet.benchmarks.workloads import WORKLOADS, Workload
from cheatsheet.cli import app

CPU = torch.device("cpu")


def workload(name, group="Losses", **changed):
    values = {
        "name": name, "group": group, "sizes": (1, 2, 3, 4), "label": lambda n: f"{n} things",
        "inputs": lambda n, device: (), "run": lambda: None,
    }  # fmt: skip
    return Workload(**values | changed)


class Bench:
    """A machine of our own: its figures are what `seconds` says, its name and torch can change."""

    def __init__(self, monkeypatch, folder):
        self.path = folder / "one.json"
        self.here, self.seconds, self.measured, self.said = machine_of(), 1e-3, [], []
        self.workloads = [workload("first"), workload("second", "Training"), workload("third")]
        self.patch = monkeypatch.setattr
        self.patch(results, "RESULTS", folder)
        self.patch(record, "WORKLOADS", self.workloads)
        self.patch(record, "measure", self.measure)
        self.patch(record, "_tidy", lambda device: None)  # there is nothing large
        self.patch(machine, "this_machine", lambda name: self.here)
        self.patch(machine, "devices", lambda: [CPU])
        self.patch(machine, "limit_of", lambda device: LIMIT)
        self.patch(machine, "clock_mhz", lambda device: 2000.0 + len(self.measured))

    def measure(self, watches, effort):
        self.measured += watches
        for watch in watches:
            watch.run(1)
        return [Timing((self.seconds,), 1) for _ in watches]

    def record(self, **options):
        """Record, and return how many looks were made."""
        before = len(self.measured)
        self.refused = record.record("one", say=self.said.append, **options)
        return len(self.measured) - before

    def rows(self):
        return {r.key: r for r in results.read(self.path).rows}


@pytest.fixture
def bench(monkeypatch, tmp_path):
    return Bench(monkeypatch, tmp_path)


@says("README", "A run that was cut off goes on where it ended.")
@pytest.mark.parametrize("ends_at", [1, 2])
def test_a_run_that_is_cut_off_keeps_what_it_had_and_goes_on(bench, ends_at):
    def cut_off():
        raise KeyboardInterrupt

    whole = list(bench.workloads)
    bench.workloads[ends_at] = replace(whole[ends_at], run=cut_off)
    with pytest.raises(KeyboardInterrupt):
        bench.record()
    kept = bench.rows()
    assert {name for name, *_ in kept} == {w.name for w in whole[:ends_at]}
    bench.workloads[:] = whole
    bench.seconds = 1.05e-3
    assert bench.record() == 36 - 4 * ends_at
    assert len(bench.rows()) == 12
    for key, seen in bench.rows().items():
        assert seen.looks == [1e-3 if key in kept else 1.05e-3, 1.05e-3, 1.05e-3]
    assert bench.record() == 0
    assert bench.record(again=True) == 36


def test_a_run_that_is_cut_off_in_its_second_look_makes_the_looks_that_are_missing(bench):
    runs = []

    def third(*inputs):
        runs.append(1)
        if len(runs) == 6:  # four sizes in the first look; the second of the second look
            raise KeyboardInterrupt

    bench.workloads[2] = replace(bench.workloads[2], run=third)
    with pytest.raises(KeyboardInterrupt):
        bench.record()
    made = {key[0]: len(row.looks) for key, row in bench.rows().items()}
    assert made == {"first": 2, "second": 2, "third": 1}
    bench.seconds = 1.05e-3
    assert bench.record() == 4 * (1 + 1 + 2)
    for (name, *_), seen in bench.rows().items():
        assert seen.looks == [1e-3] * made[name] + [1.05e-3] * (3 - made[name])
        assert seen.median == 1e-3
    assert bench.record() == 0


def test_looks_that_were_not_made_again_stay_when_a_run_is_cut_off(bench):
    """With `--again`, a row is replaced by its first new look, and goes on from there."""
    bench.record()
    bench.seconds = 2e-3
    whole = list(bench.workloads)

    def cut_off():
        raise KeyboardInterrupt

    bench.workloads[1] = replace(whole[1], run=cut_off)
    with pytest.raises(KeyboardInterrupt):
        bench.record(again=True)
    looks = {key[0]: row.looks for key, row in bench.rows().items()}
    assert looks == {"first": [2e-3], "second": [1e-3] * 3, "third": [1e-3] * 3}
    bench.workloads[:] = whole
    assert bench.record() == 8
    assert {len(row.looks) for row in bench.rows().values()} == {3}


# Looks


class SlowMachine(Bench):
    """Calls of a millisecond, timed by a clock of our own; from some looks on slower or faster.

    The clock goes by what is called, so that a phase lies where its look lies.
    """

    def __init__(self, monkeypatch, folder):
        super().__init__(monkeypatch, folder)
        self.now, self.slow, self.order = 0.0, lambda now: 1.0, []
        self.patch(record, "measure", timing.measure)
        self.patch(record, "Stopwatch", partial(timing.Stopwatch, clock=lambda: self.now))
        self.workloads[:] = [replace(w, run=partial(self.call, w.name)) for w in self.workloads]

    def call(self, name):
        self.now += 1e-3 * self.slow(self.now)
        if self.order[-1:] != [name]:
            self.order.append(name)

    @property
    def look(self):
        """The number of the look that is made."""
        return int(re.search(r"look (\d+)", self.said[-1])[1])


@pytest.fixture
def phases(monkeypatch, tmp_path):
    return SlowMachine(monkeypatch, tmp_path)


@says(
    "README",
    "A row whose two fastest looks differ by more than 10 % is looked at up to six times; "
    "where they still differ it is marked *not steady*.",
)
@pytest.mark.parametrize(
    ("slow", "looks", "steady"),
    [({}, 3, True), ({1}, 3, True), ({2}, 3, True), ({3}, 3, True), ({1, 2}, 4, True),
     ({2, 3}, 4, True), ({1, 3, 4, 5}, 6, True), ({1, 2, 4, 5, 6}, 6, False),
     ({2, 3, 4, 5, 6}, 6, False), ({1, 2, 3}, 3, True)],
)  # fmt: skip
def test_a_slow_phase_changes_no_figure_and_is_seen(slow, looks, steady, phases):
    phases.slow = lambda now: 1.4 if phases.look in slow else 1.0
    phases.record()
    assert len(phases.rows()) == 12
    for seen in phases.rows().values():
        expected = [1.4e-3 if look in slow else 1e-3 for look in range(1, looks + 1)]
        assert seen.looks == pytest.approx(expected)
        assert seen.median == pytest.approx(min(expected))
        assert seen.steady == steady
        assert ("not steady" in tables.in_full(seen)) == (not steady)
    before, phases.order = phases.rows(), []
    phases.record()
    assert phases.order == []
    assert phases.rows() == before


def test_only_what_is_not_steady_is_looked_at_again(phases):
    def slower_each_time():
        phases.now += 1e-3 * phases.look

    phases.workloads[1] = replace(phases.workloads[1], run=slower_each_time)
    phases.record()
    made = {(key[0], len(seen.looks)) for key, seen in phases.rows().items()}
    assert made == {("first", 3), ("second", 6), ("third", 3)}


@pytest.mark.parametrize(("fast", "looks"), [({1}, 4), ({2}, 4), ({1, 3}, 3), ({1, 2}, 2)])
def test_a_quick_run_sees_a_slow_phase_too(fast, looks, phases):
    phases.slow = lambda now: 1.0 if phases.look in fast else 1.4
    phases.record(quick=True)
    assert len(phases.rows()) == 9
    for seen in phases.rows().values():
        assert len(seen.looks) == looks
        assert seen.median == pytest.approx(1e-3)
        assert seen.steady == (looks < 4)


@says(
    "README",
    "A run looks at each row three times and the fastest look counts; "
    "all rows are looked at before one is looked at again.",
)
@pytest.mark.parametrize("share", [1 / 6, 1 / 3, 1 / 2])
def test_the_looks_at_a_row_lie_apart(share, phases):
    """A phase that is as long as a look, wherever it begins, lies in one look of each row."""
    phases.record()
    assert phases.order == ["first", "second", "third"] * 3
    begins, ends = share * phases.now, (share + 1 / 3.1) * phases.now
    phases.now = 0.0
    phases.slow = lambda now: 1.4 if begins <= now < ends else 1.0
    phases.record(again=True)
    rows = phases.rows().values()
    assert all(row.median == pytest.approx(1e-3) and row.steady for row in rows)
    assert any(max(row.looks) > 1.3e-3 for row in rows)


def test_two_looks_agree_within_a_tenth_and_one_look_cannot_say():
    def steady(*looks):
        return row(looks=list(looks), median=min(looks)).steady

    assert steady(1.0, 1.09)
    assert steady(3.0, 1.09, 1.0)
    assert not steady(1.0, 1.11)
    assert not steady(1.0, 1.11, 1.11)
    assert not steady(1.0)


def test_each_figure_is_that_of_the_look_where_it_is_fastest():
    slow = row(looks=[2.0], median=2.0, latency=3.0, blocked=0.1, spread=0.5, first=9.0, rounds=2)
    fast = row(looks=[1.0], median=1.0, latency=4.0, blocked=0.2, spread=0.1, with_copies=5.0)
    for known, seen in ((slow, fast), (fast, slow)):
        both = results.with_look(known, seen)
        assert both.looks == [known.median, seen.median]
        assert (both.median, both.spread, both.rounds) == (1.0, 0.1, 15)
        assert (both.latency, both.blocked, both.with_copies) == (3.0, 0.1, 5.0)
        assert both.first == 9.0


def test_a_look_that_fails_leaves_no_figure_and_the_next_run_begins_anew(bench):
    runs = []

    def fails_in_the_last_look():
        runs.append(1)
        if len(runs) > 8:
            raise torch.OutOfMemoryError("out of memory")

    whole = bench.workloads[0]
    bench.workloads[0] = replace(whole, run=fails_in_the_last_look)
    bench.record()
    assert {r.workload for r in bench.refused} == {"first"}
    assert not any(name == "first" for name, *_ in bench.rows())
    bench.workloads[0] = whole
    assert bench.record() == 12
    assert bench.refused == results.read(bench.path).refused == []


def test_what_was_not_looked_at_often_enough_is_named(bench):
    bench.record()
    few = [r.model_copy(update={"looks": r.looks[:2]}) for r in bench.rows().values()][:1]
    results.write(run(rows=few))
    assert f"2 of 3 looks: {few[0].words}" in tables.problems(results.read(bench.path))


def test_a_file_is_whole_or_as_it_was(bench, monkeypatch):
    """The new text is written beside the file: who is cut off there leaves the old one."""
    bench.record()
    before = bench.path.read_text()

    def cut_off(*paths):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        bench.record(again=True)
    assert bench.path.read_text() == before


@says(
    "README",
    "`PART=losses` takes a part of the names or groups and leaves the other rows as they are.",
)
@pytest.mark.parametrize(
    ("words", "changed"), [("LOSSES", {"first", "third"}), ("second", {"second"})]
)
def test_a_part_is_put_into_what_is_there(bench, words, changed):
    bench.record()
    before = bench.rows()
    bench.seconds = 5e-3
    bench.record(words=words, again=True)
    after = bench.rows()
    assert before.keys() == after.keys()
    assert {key[0] for key in after if after[key] != before[key]} == changed


def test_a_part_that_is_not_there_is_answered_with_the_groups(bench):
    with pytest.raises(results.ResultsError, match=r"'tpu'.*Losses, Training"):
        bench.record(words="tpu")


def test_a_quick_row_is_measured_anew_in_full_and_a_full_one_is_kept(bench):
    assert bench.record(quick=True) == 18
    assert {key[2] for key in bench.rows()} == {1, 3, 4}  # the first, the middle, the last one
    assert {len(r.looks) for r in bench.rows().values()} == {2}
    assert bench.record(quick=True) == 0
    assert bench.record() == 36
    assert not any(r.quick for r in bench.rows().values())
    assert {len(r.looks) for r in bench.rows().values()} == {3}
    assert bench.record(quick=True) == 0


@says("README", "Another version of PyTorch, processor or GPU makes the file anew.")
@pytest.mark.parametrize(
    "change", [{"torch": "2.16.0"}, {"processor": "q"}, {"gpu": "Card"}, {"cores": 4}]
)
def test_another_machine_or_torch_makes_the_file_anew_and_never_a_part(bench, change):
    bench.record()
    before = bench.path.read_text()
    bench.here = bench.here.model_copy(update=change)
    with pytest.raises(results.ResultsError, match=f"another {next(iter(change))}, so a part"):
        bench.record(words="first")
    assert bench.path.read_text() == before
    assert bench.record() == 36
    assert results.read(bench.path).machine == bench.here


# Above a limit


def test_a_row_above_the_limit_is_refused_by_name_and_the_others_are_kept(bench):
    bench.workloads[1] = replace(bench.workloads[1], flops=lambda n: 2e8 * n)
    assert bench.record() == 36
    kept = results.read(bench.path)
    assert len(kept.rows) == 9  # at 1 ms, sizes 2, 3 and 4 are above 300 GFLOP/s and a quarter
    assert [r.words for r in kept.refused] == [
        f"second, {n} things, cpu, float32" for n in (2, 3, 4)
    ]
    assert bench.refused == kept.refused
    assert "400 GFLOP/s is above the 300 GFLOP/s" in kept.refused[0].why
    bench.seconds = 1e-2
    assert bench.record() == 9  # what was refused is looked at again, and nothing else
    kept = results.read(bench.path)
    assert (len(kept.rows), kept.refused) == (12, [])


def test_a_limit_that_was_disturbed_is_looked_at_again_before_a_row_is_refused(bench):
    low = LIMIT.model_copy(update={"memory_gb_s": 1.0, "cache_gb_s": 2.0})
    looks = iter([low])
    bench.patch(machine, "limit_of", lambda device: next(looks, LIMIT))
    bench.workloads[0] = replace(bench.workloads[0], traffic=lambda n: 5e6)  # 5 GB/s
    bench.record()
    kept = results.read(bench.path)
    assert (kept.refused, kept.limits["cpu"]) == ([], LIMIT)
    assert {r.share for r in kept.rows if r.workload == "first"} == {0.5}


@says("README", "A row without a figure is named at the end, and the command fails.")
def test_the_command_names_what_was_refused_and_fails(bench):
    bench.workloads[0] = replace(bench.workloads[0], traffic=lambda n: 1e9)
    done = CliRunner().invoke(app, ["bench-record", "--machine", "one"])
    assert done.exit_code == 1
    for n in (1, 2, 3, 4):
        assert f"no figure: first, {n} things, cpu, float32: 1000 GB/s is above" in " ".join(
            done.stderr.split()
        )


@pytest.mark.parametrize("where", ["inputs", "run"])
def test_a_row_that_fails_is_refused_and_the_others_go_on(bench, where):
    def fail(*arguments):
        raise torch.OutOfMemoryError("out of memory\nand much more")

    bench.workloads[0] = replace(bench.workloads[0], **{where: fail})
    bench.record()
    kept = results.read(bench.path)
    assert {r.workload for r in kept.rows} == {"second", "third"}
    assert {(r.workload, r.why) for r in kept.refused} == {("first", "out of memory")}


@pytest.mark.parametrize(
    ("median", "share"), [(2 * 1024**3 / 300e9, 1.0), (2 * 1024**3 / 150e9, 0.5)]
)
def test_a_share_is_of_the_limit_of_its_precision(median, share):
    for precision, rate in LIMIT.matmul_gflop_s.items():
        seen = row(median=median * 300 / rate, precision=precision)
        found = results.with_share(seen, 2 * 1024**3, None, LIMIT)
        assert found.share == pytest.approx(share)


def test_traffic_is_held_against_the_cache_and_shown_against_the_memory():
    found = results.with_share(row(median=1e-3), None, 20e6, LIMIT)
    assert (found.gb_s, found.share) == (pytest.approx(20), pytest.approx(2))
    with pytest.raises(results.ResultsError, match=r"50 GB/s is above the 30 GB/s"):
        results.with_share(row(median=1e-3), None, 50e6, LIMIT)


def test_a_limit_that_was_reached_once_stays(bench):
    bench.record()
    higher = LIMIT.model_copy(update={"memory_gb_s": 20.0, "cache_gb_s": 25.0})
    bench.patch(machine, "limit_of", lambda device: higher)
    bench.record(again=True)
    limit = results.read(bench.path).limits["cpu"]
    assert (limit.memory_gb_s, limit.cache_gb_s) == (20.0, 30.0)
    assert limit.matmul_gflop_s == LIMIT.matmul_gflop_s


def test_a_share_is_of_the_best_limit_of_all_looks(bench):
    """The memory is slow while the first look is made, and a later run finds it faster still."""
    rates = iter([5.0, 20.0])

    def limit_of(device):
        return LIMIT.model_copy(update={"memory_gb_s": next(rates, 10.0)})

    bench.patch(machine, "limit_of", limit_of)
    bench.workloads[0] = replace(bench.workloads[0], traffic=lambda n: 5e6)  # 5 GB/s
    bench.workloads[1] = replace(bench.workloads[1], flops=lambda n: 75e6)  # 75 GFLOP/s
    bench.record()
    assert next(rates, None) is None  # each look has looked at the limits
    shares = {key[0]: r.share for key, r in bench.rows().items()}
    assert shares == {
        "first": pytest.approx(0.25), "second": pytest.approx(0.25), "third": None
    }  # fmt: skip
    rates = iter([40.0, 80.0])
    bench.record(words="third", quick=True, again=True)  # looks at them once
    assert bench.rows()["first", "cpu", 1, "float32"].share == pytest.approx(0.125)


# Devices


class FakeGpu(Bench):
    """The same, with a GPU: nothing is put on it."""

    def __init__(self, monkeypatch, folder):
        super().__init__(monkeypatch, folder)
        self.here = machine_of(gpu="Card", gpu_memory_gib=80.0, driver="1")
        self.patch(machine, "devices", lambda: [CPU, torch.device("cuda")])
        self.patch(record, "synchronizer", lambda device: lambda: None)
        alone = OneCall(latency=3e-3, blocked=2e-3)
        self.patch(record.Stopwatch, "one_call", lambda watch, effort: alone)


@pytest.fixture
def gpu(monkeypatch, tmp_path):
    return FakeGpu(monkeypatch, tmp_path)


def test_one_device_comes_after_the_other(gpu):
    order = []
    gpu.patch(machine, "clock_mhz", lambda device: order.append(device.type) or 1000.0)
    gpu.record()
    assert order == sorted(order)
    assert set(order) == {"cpu", "cuda"}


def test_a_row_of_a_gpu_has_one_call_and_its_wait_and_the_copies(gpu):
    gpu.workloads.append(workload("to the GPU", on=("cuda",), copies=False, moved=lambda n: 4e6))
    gpu.record()
    for seen in gpu.rows().values():
        if seen.device == "cpu":
            assert (seen.latency, seen.blocked, seen.with_copies) == (None, None, None)
            continue
        assert (seen.latency, seen.blocked) == (3e-3, 2e-3)
        moves = seen.workload == "to the GPU"
        assert seen.with_copies == (None if moves else 1e-3)
        assert seen.gb_s == (pytest.approx(4.0) if moves else None)


def test_a_gpu_gets_the_large_sizes_and_the_cpu_does_not(gpu):
    gpu.workloads[:] = [workload("first", large=(8, 9))]
    gpu.record()
    sizes = {
        kind: [n for _, device, n, _ in gpu.rows() if device == kind] for kind in ("cpu", "cuda")
    }
    assert sizes == {"cpu": [1, 2, 3, 4], "cuda": [1, 2, 3, 4, 8, 9]}


def test_more_workers_than_cores_are_not_timed(bench):
    bench.workloads[:] = [workload(f"{n} workers", cores=n) for n in (0, 1, 2, 4)]
    bench.record()
    assert {name for name, *_ in bench.rows()} == {"0 workers", "1 workers", "2 workers"}


def test_the_lowest_and_the_highest_clock_are_noted(bench):
    bench.record()
    clocks = results.read(bench.path).clocks["cpu"]
    assert (clocks.lowest, clocks.highest) == (2000, 2036)
    bench.patch(machine, "clock_mhz", lambda device: None)
    bench.record(again=True)
    assert results.read(bench.path).clocks["cpu"] == clocks


def test_what_is_compiled_is_measured_before_the_next_size_is_compiled(bench, monkeypatch):
    """Compiling anew forgets the sizes before: to visit them later would compile them again."""
    order, folders = [], []

    def first_call(call, wait, folder):
        order.append("compile")
        folders.append(folder)
        return 7.0 if len(folders) <= 4 else 2.0

    monkeypatch.setattr(record, "first_call", first_call)
    measure = bench.measure
    monkeypatch.setattr(record, "measure", lambda *a: order.append("measure") or measure(*a))
    bench.workloads[:] = [workload("compiled", compiled=True)]
    bench.record()
    assert order == ["compile", "measure"] * 12
    # What the first look has compiled is there for the others, and no size finds that of another.
    assert folders == folders[:4] * 3
    assert len(set(folders)) == 4
    assert {r.first for r in bench.rows().values()} == {7.0}
    assert bench.record(quick=True, again=True) == 0  # nothing compiled


def test_a_quick_look_has_a_quarter_of_the_inputs(phases):
    """Calls of 1 MiB of inputs each: 256 of them, and 64 in a quick run."""
    counts = []
    watch = record.Stopwatch

    def counted(calls, wait):
        counts.append(len(calls))
        return watch(calls, wait)

    phases.patch(record, "Stopwatch", counted)
    small = replace(
        phases.workloads[0],
        inputs=lambda n, device: (torch.empty(2**18),),
        run=lambda x: phases.call("first"),
    )
    phases.workloads[:] = [small]
    phases.record()
    phases.record(quick=True, again=True)
    assert counts == [256] * 12 + [64] * 6


# The machine


def test_cores_are_those_that_the_process_may_use(monkeypatch):
    import os

    one = {min(os.sched_getaffinity(0))}
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: one)
    assert machine.cores() == 1


def test_the_share_that_a_cgroup_allows_counts(monkeypatch):
    from joblib.externals.loky.backend import context

    monkeypatch.setattr(context.os, "sched_getaffinity", lambda pid: set(range(64)))
    monkeypatch.setattr(context.os, "cpu_count", lambda: 64)
    monkeypatch.setattr(context, "_cpu_count_cgroup", lambda count: 3)
    assert machine.cores() == 3


def test_the_clock_is_that_of_the_fastest_core(tmp_path):
    assert machine.clock_mhz(CPU, tmp_path) is None
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "cpuinfo").write_text("cpu MHz\t: 2400.5\nother: 1\ncpu MHz\t: 3100.0\n")
    assert machine.clock_mhz(CPU, tmp_path) == 3100.0
    for core, khz in enumerate((1_800_000, 2_200_000)):
        folder = tmp_path / f"sys/devices/system/cpu/cpu{core}/cpufreq"
        folder.mkdir(parents=True)
        (folder / "scaling_cur_freq").write_text(f"{khz}\n")
    assert machine.clock_mhz(CPU, tmp_path) == 2200.0


@pytest.mark.parametrize(
    ("said", "mhz"), [("1980", 1980.0), ("[N/A]", None), ("", None)], ids=["read", "hidden", "none"]
)
def test_the_clock_of_a_gpu_is_what_nvidia_smi_says(said, mhz, tmp_path, monkeypatch):
    tool = tmp_path / "nvidia-smi"
    tool.write_text(f"#!/bin/sh\necho '{said}'\n")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    tool.chmod(0o755)
    assert machine.clock_mhz(torch.device("cuda")) == mhz
    tool.unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.clock_mhz(torch.device("cuda")) is None


@pytest.mark.parametrize(
    ("line", "driver"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19", "535.104.05"),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  R", "580.65.06"),
    ],
)
def test_the_version_of_the_driver_is_read(line, driver, tmp_path):
    (tmp_path / "version").write_text(line + "\nGCC version:  gcc version 12.3.0\n")
    assert machine._driver(tmp_path / "version") == driver
    assert machine._driver(tmp_path / "absent") is None


def test_a_limit_is_the_best_that_was_reached_at_any_size(monkeypatch):
    """A made device: 10 GB/s in memory, 40 in a cache of 1 MiB; products as good as they get."""
    seen = []

    def fastest(call, device):
        tensors = [*call.args, *call.keywords.values()]
        if call.func is torch.matmul:
            n = tensors[0].shape[0]
            return 2 * n**3 / (n * 1e9)
        moved = sum(t.nbytes for t in tensors) + (call.func.__name__ == "copy_") * tensors[0].nbytes
        seen.append(tensors[0].numel())
        return moved / (40e9 if tensors[0].nbytes <= 2**20 else 10e9)

    monkeypatch.setattr(machine, "_fastest", fastest)
    monkeypatch.setattr(torch, "randn", lambda *size, device: torch.empty(*size))
    limit = machine.limit_of(CPU)
    assert (limit.memory_gb_s, limit.cache_gb_s) == (pytest.approx(10), pytest.approx(40))
    assert limit.matmul_gflop_s["float32"] == pytest.approx(2048)
    assert 4 * max(seen) >= 2**28  # five times the cache of a large GPU


# The files


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("rows", 0, "median"), -1.0),
        (("rows", 0, "device"), "tpu"),
        (("rows", 0, "precision"), "float"),
        (("rows", 0, "date"), "yesterday"),
        (("rows", 0, "more"), 1),
        (("rows", 0, "looks"), []),
        (("rows", 0, "looks"), [0.02, 0.03]),
        (("rows",), []),
        (("machine", "torch"), None),
        (("limits", "cpu", "memory_gb_s"), 0),
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


def test_a_file_has_the_name_of_its_machine(tmp_path):
    path = tmp_path / "two.json"
    path.write_text(run().model_dump_json())
    with pytest.raises(results.ResultsError, match=r"two\.json: machine\.name: is 'one'"):
        results.read(path)


def test_recorded_files_follow_the_schema():
    names = {w.name for w in WORKLOADS}
    for path in results.RESULTS.glob("*.json"):
        unknown = {r.workload for r in results.read(path).rows} - names
        assert not unknown, f"{path.name}: no workload has these names any more"
