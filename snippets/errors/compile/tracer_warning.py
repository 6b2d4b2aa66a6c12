r"""Converting a tensor to a Python boolean: the trace keeps the example's value.

`torch.jit.trace`, and `torch.onnx.export(dynamo=False)`, run the model on the example.
What leaves the tensors, an `if` on a value, `int(x)`, `.item()`, `.numpy()`, is stored
as it was then: other inputs give wrong results without an error. A warning for an
`assert` on the shape is harmless if the shape stays. `torch.export` checks sizes and
refuses a branch on values. See [trace](../ship/index.md#jit_trace).

Warns:
    TracerWarning: `torch.jit.trace(Branch(), x)` Converting a tensor to a Python
        boolean might cause the trace to be incorrect. We can't record the data flow of
        Python values, so this value will be treated as a constant in the future.

Also worded:
    TracerWarning: Converting a tensor to a Python integer might cause the trace to be
      incorrect.
    TracerWarning: Converting a tensor to a Python number might cause the trace to be
      incorrect.
    TracerWarning: Converting a tensor to a Python float might cause the trace to be
      incorrect.
    TracerWarning: Converting a tensor to a NumPy array might cause the trace to be
      incorrect.
    TracerWarning: Iterating over a tensor might cause the trace to be incorrect.
      Passing a tensor of different shape won't change the number of iterations executed
      (and might lead to errors or silently give incorrect results).
    TracerWarning: torch.tensor results are registered as constants in the trace.
    TracerWarning: Trace had nondeterministic nodes. Did you forget to call .eval() on
      your model?

Asked as:
    is the TracerWarning harmful; int(x.shape[0]) in a traced model; ONNX of a model
    with an if keeps one branch; torch.tensor in a traced forward is a constant;
    nondeterministic nodes, dropout while tracing; number of loop steps is fixed after
    tracing
"""

import warnings

import torch
from torch import nn


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x - 1


class Select(nn.Module):
    def forward(self, x):
        return torch.where(x.sum() > 0, x * 2, x - 1)  # <-


x = torch.tensor([1.0, 2.0, 3.0])
for module in (Branch(), Select()):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        traced = torch.jit.trace(module, x)
    found = {w.category.__name__ for w in caught}
    print("TracerWarning" in found, traced(-x).tolist(), module(-x).tolist())
    #> True [-2.0, -4.0, -6.0] [-2.0, -3.0, -4.0]
    #> False [-2.0, -3.0, -4.0] [-2.0, -3.0, -4.0]

# New code: torch.export of the same selection.
print(torch.export.export(Select(), (x,)).module()(-x).tolist())
#> [-2.0, -3.0, -4.0]
