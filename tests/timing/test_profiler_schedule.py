"""What the sentences on the schedule of the profiler say."""

import json
import os

import pytest
import torch
from support import says
from torch.profiler import ProfilerActivity, profile, schedule, tensorboard_trace_handler


@says(
    "timing/profiler_schedule",
    "`wait` steps are left out, `warmup` steps are traced and thrown away, `active` steps are kept;"
    " `repeat=0` goes on to the end.",
)
@pytest.mark.parametrize(("wait", "warmup", "active"), [(1, 1, 2), (0, 2, 1), (3, 1, 4)])
@pytest.mark.parametrize("repeat", [0, 1, 2])
def test_steps_of_a_schedule(wait, warmup, active, repeat):
    plan = schedule(wait=wait, warmup=warmup, active=active, repeat=repeat)
    cycle = ["NONE"] * wait + ["WARMUP"] * warmup + ["RECORD"] * (active - 1) + ["RECORD_AND_SAVE"]
    expected = (cycle * (repeat or 5) + ["NONE"] * 100)[: 4 * len(cycle)]
    assert [plan(step).name for step in range(4 * len(cycle))] == expected


@says(
    "timing/profiler_schedule",
    "`profiler.step()` counts at the end of a step of your loop.",
    "Behind each cycle `on_trace_ready` is called: `tensorboard_trace_handler(folder)` writes a"
    " trace that Perfetto and Chrome open.",
)
@pytest.mark.filterwarnings("ignore:.*Profiler clears events")
@pytest.mark.parametrize("repeat", [1, 2])
def test_traces_of_cycles(repeat, tmp_path, monkeypatch):
    monkeypatch.setitem(os.environ, "KINETO_LOG_LEVEL", "99")
    plan = schedule(wait=1, warmup=1, active=2, repeat=repeat)
    ready, seen = tensorboard_trace_handler(str(tmp_path)), []

    def called(profiler):
        seen.append((profiler.step_num, profiler.key_averages()))
        ready(profiler)

    x = torch.ones(3, 3)
    options = {"activities": [ProfilerActivity.CPU], "schedule": plan, "on_trace_ready": called}
    with profile(**options) as profiler:
        for _ in range(9):
            x.sin()
            profiler.step()
    assert [step for step, _ in seen] == [4, 8][:repeat]
    assert all({e.key: e.count for e in events}["aten::sin"] == 2 for _, events in seen)
    files = list(tmp_path.glob("*.pt.trace.json"))
    assert len(files) == repeat
    assert all("traceEvents" in json.loads(file.read_text()) for file in files)
