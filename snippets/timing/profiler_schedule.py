"""profiler.schedule: a few steps of a long run.

`wait` steps are left out, `warmup` steps are traced and thrown away, `active` steps are
kept; `repeat=0` goes on to the end. `profiler.step()` counts at the end of a step of
your loop. Behind each cycle `on_trace_ready` is called:
`tensorboard_trace_handler(folder)` writes a trace that Perfetto and Chrome open. With a
GPU pass `ProfilerActivity.CUDA` too; `self_device_time_total` is its time.

Attributes: Shapes
    x: (32, 64) float32

Before: 2.13
    UserWarning: `...` Profiler clears events at the end of each cycle.Only events
        from the current cycle will be reported.

Asked as:
    torch.profiler.schedule; tensorboard_trace_handler; on_trace_ready; wait, warmup,
    active, repeat; profiler.step(); skip_first; self_device_time_total,
    self_cuda_time_total; trace.json is too large; ProfilerActivity.CUDA;
    export_chrome_trace from a loop; profile_memory, with_stack, record_shapes; open a
    trace in Perfetto; torch.autograd.profiler.profile; record only steps 10 to 12;
    trace a part of an epoch
"""

import os
import tempfile
from pathlib import Path

import torch
from torch import nn
from torch.profiler import (
    ProfilerActivity,
    profile,
    schedule,
    tensorboard_trace_handler,
)

os.environ["KINETO_LOG_LEVEL"] = "99"  # no complaint about a GPU that is not there
plan = schedule(wait=1, warmup=1, active=2, repeat=1)  # <-
print([plan(step).name for step in range(5)])
#> ['NONE', 'WARMUP', 'RECORD', 'RECORD_AND_SAVE', 'NONE']

layer, x = nn.Linear(64, 64), torch.randn(32, 64)
with tempfile.TemporaryDirectory() as folder:
    ready = tensorboard_trace_handler(folder)
    cpu = [ProfilerActivity.CPU]
    with profile(activities=cpu, schedule=plan, on_trace_ready=ready) as profiler:
        for _ in range(8):
            layer(x)
            profiler.step()
    print(len(list(Path(folder).glob("*.pt.trace.json"))))
    #> 1
calls = {event.key: event.count for event in profiler.key_averages()}
print(calls["aten::linear"])  # of the two active steps
#> 2
