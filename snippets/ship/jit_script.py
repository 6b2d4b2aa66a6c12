"""torch.jit.script: compiled from the source, branches kept.

Deprecated like [`torch.jit.trace`](#jit_trace); for new code use `torch.compile` or
`torch.export` with [`torch.cond`](#export_control_flow). It reads the source of
`forward` and knows a part of Python. Files that older code left (`.pt` from
`torch.jit.save`) still load with `torch.jit.load`, without the model's class.

Attributes: Shapes
    x: (3,) float32

Raises:
    RuntimeError: `torch.load(io.BytesIO(file.getvalue()))` Cannot use
        ``weights_only=True`` with TorchScript archives passed to ``torch.load``.

Warns:
    FutureWarning: `torch.jit.script(Branch())` `torch.jit.script` is deprecated. Please
        switch to `torch.compile` or `torch.export`.
    FutureWarning: `torch.jit.load(io.BytesIO(file.getvalue()))` `torch.jit.load` is
        deprecated. Please switch to `torch.export`.

Before: 2.14
    DeprecationWarning: `torch.jit.script(Branch())` `torch.jit.script` is
        deprecated. Please switch to `torch.compile` or `torch.export`.
    DeprecationWarning: `torch.jit.load(io.BytesIO(file.getvalue()))`
        `torch.jit.load` is deprecated. Please switch to `torch.export`.

Asked as:
    TorchScript script, scripting not tracing; ScriptModule, scripted_model.save;
    RecursiveScriptModule; torch.jit.load; open an old model.pt of a C++ app without its
    Python class; save for libtorch and C++; script or trace a model with a for loop;
    torch.jit.script_method; torch.jit.ScriptFunction; torch.load received a zip file
    that looks like a TorchScript archive; what to use instead of scripting; run from
    C++ with libtorch, forward has a loop; load a TorchScript file in Python; decorator
    @torch.jit.script; compile a module with loops; torch.jit.ignore, torch.jit.unused;
    torch.jit.is_scripting; torch.jit.Final
"""

import io
import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # what follows warns: see the rows


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x - 1


file = io.BytesIO()  # a path works too
torch.jit.save(torch.jit.script(Branch()), file)  # <-
file.seek(0)
loaded = torch.jit.load(file)

x = torch.tensor([1.0, 2.0, 3.0])
print(loaded(x), loaded(-x))
#> tensor([2., 4., 6.]) tensor([-2., -3., -4.])
