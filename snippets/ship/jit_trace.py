"""torch.jit.trace: what older code used before torch.export.

Deprecated. It runs the model and keeps the operations it saw: an `if` on a value keeps
only the way that the example took, with a warning that is easily overlooked.
`torch.export.export(model, (x,))` is the replacement and refuses such a model. The
deprecation is a FutureWarning on 2.15 and a DeprecationWarning on 2.13.

Attributes: Shapes
    x: (3,) float32

Warns:
    FutureWarning: `torch.jit.trace(Branch(), x)` `torch.jit.trace` is deprecated.
        Please switch to `torch.compile` or `torch.export`.
    TracerWarning: `torch.jit.trace(Branch(), x)` Converting a tensor to a Python
        boolean might cause the trace to be incorrect.

Before: 2.14
    DeprecationWarning: `torch.jit.trace(Branch(), x)` `torch.jit.trace` is
        deprecated. Please switch to `torch.compile` or `torch.export`.
    TracerWarning: `torch.jit.trace(Branch(), x)` Converting a tensor to a Python
        boolean might cause the trace to be incorrect.

Asked as:
    record the operations of an example run; convert to TorchScript; is TorchScript
    deprecated; traced model gives wrong results; if statement is ignored after tracing;
    difference between tracing and scripting; torch.jit.trace_module;
    TopLevelTracedModule; loop count is frozen in the trace; Converting a tensor to a
    Python integer might cause the trace to be incorrect; trace with torch.rand(1, 3,
    224, 224) as example input; is TorchScript tracing obsolete or dead, what instead;
    always takes the same branch after tracing; TorchScript tracing; export to
    TorchScript
"""

import warnings

import torch
from torch import nn


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x - 1


x = torch.tensor([1.0, 2.0, 3.0])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # they are listed below
    traced = torch.jit.trace(Branch(), x)  # <-

print(traced(x), Branch()(x))
#> tensor([2., 4., 6.]) tensor([2., 4., 6.])
print(traced(-x), Branch()(-x))  # the trace knows one branch
#> tensor([-2., -4., -6.]) tensor([-2., -3., -4.])
