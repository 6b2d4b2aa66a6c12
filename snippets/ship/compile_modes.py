"""compile modes: reduce-overhead and max-autotune.

| Mode | Does | Costs |
|---|---|---|
| `"default"` | fuses operations | seconds of compiling |
| `"reduce-overhead"` | launches the step as a CUDA graph | memory, one graph a shape |
| `"max-autotune"` | measures several kernels for products too | minutes of compiling |
| `"max-autotune-no-cudagraphs"` | measures, without graphs | minutes of compiling |

A mode is a name for options of `inductor`, and cannot be passed together with
`options=`. With CUDA graphs the next call overwrites the last output: `clone()` what
you keep, or call `torch.compiler.cudagraph_mark_step_begin()` before a step. A small
batch, where launches take longer than the work, gains most. Measure after the first
three calls.

Raises:
    RuntimeError: `torch.compile(model, mode="fast")` Unrecognized mode=fast

Asked as:
    torch.compile(mode="reduce-overhead"); mode="max-autotune"; CUDA graphs;
    cudagraph_mark_step_begin; Error: accessing tensor output of CUDAGraphs that has
    been overwritten by a subsequent run; torch._inductor.list_mode_options; compile
    options, triton.cudagraphs; which mode of compile is fastest; kernel launch
    overhead; GPU is idle between small kernels; torch.cuda.CUDAGraph,
    make_graphed_callables; max-autotune-no-cudagraphs; skipping cudagraphs due to;
    compile for latency, small batch inference
"""

import torch
import torch._inductor
from torch import nn

model = nn.Linear(4, 2)
fast = torch.compile(model, mode="reduce-overhead")  # <-
print(torch._inductor.list_mode_options("reduce-overhead"))
#> {'triton.cudagraphs': True}
print("max_autotune" in torch._inductor.list_mode_options("max-autotune"))
#> True
print(torch._inductor.list_mode_options("default"))
#> {}
