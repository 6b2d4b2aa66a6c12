"""torch.profiler: which operation takes the time.

Profile a few steps after the warm-up; `torch.profiler.schedule` picks them in a loop.
`record_function` names a part of your own. With a GPU add `ProfilerActivity.CUDA` and
sort by `self_device_time_total`; `export_chrome_trace` writes a file for the trace
viewer of a browser. To measure, take a timer.

Attributes: Shapes
    x: (32, 64) float32

Before: 2.13
    UserWarning: `...` Profiler clears events at the end of each cycle.Only events
        from the current cycle will be reported.

Asked as:
    profile my code; find the bottleneck; why is training slow; which layer is slow;
    torch.autograd.profiler; cProfile; chrome://tracing; Perfetto trace;
    record_function; key_averages; nvprof; find slow operations; which operation is the
    slowest in my model; list of operators sorted by time; line_profiler; which kernels
    run on the GPU and how long; where does the time of my training go; my model is too
    slow; where does my program spend its time; training takes too long
"""

import os

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile, record_function

os.environ["KINETO_LOG_LEVEL"] = "99"  # no complaint about a GPU that is not there
model = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 10))
x = torch.randn(32, 64)
model(x)  # warm up

with profile(activities=[ProfilerActivity.CPU]) as profiler:  # <-
    for _ in range(3):
        with record_function("forward"):
            model(x)

calls = {event.key: event.count for event in profiler.key_averages()}
print(calls["forward"], calls["aten::linear"], calls["aten::relu"])
#> 3 6 3
table = profiler.key_averages().table(sort_by="self_cpu_time_total", row_limit=3)
print("Self CPU" in table)  # print(table) shows the three that take most
#> True
