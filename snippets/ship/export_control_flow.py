"""torch.cond: a branch that torch.export accepts.

An `if` on the value of a tensor cannot be exported: the example takes one way, and the
file would forget the other. `torch.cond` keeps both, as functions with new outputs of
one dtype, `x.clone()` and not `x`; `torch.where` computes both and picks elements. An
`if` on a Python number, on `self.training` or on a fixed size is decided once, while
exporting.

Attributes: Shapes
    x: (3,) float32

Raises:
    GuardOnDataDependentSymNode: `torch.export.export(Branch(), (x,))` Could not guard
        on data-dependent expression
    Unsupported: `torch.export.export(Branch(), (x,), strict=True)` Data-dependent
        branching

Before: 2.14
    writes: `...` Unable to find user code corresponding to {u0}

Asked as:
    if statement on a tensor in forward; data-dependent control flow; jax.lax.cond;
    tf.cond; functorch.experimental.control_flow.cond; Dynamic control flow is not
    supported at the moment; true_fn and false_fn; if self.training while exporting;
    conditional computation without Python if; layers that run only for some inputs;
    conditional in an exported program, if and else; export breaks, the network takes
    one of two paths; forward has an if on the data, torch.export fails; two branches
    chosen by the value of the input; conditional operator that takes two functions
"""

import torch
from torch import nn


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x - 1


class Cond(nn.Module):
    def forward(self, x):
        return torch.cond(x.sum() > 0, lambda x: x * 2, lambda x: x - 1, (x,))  # <-


x = torch.tensor([1.0, 2.0, 3.0])
program = torch.export.export(Cond(), (x,)).module()
for batch in (x, -x):
    print(program(batch), torch.equal(program(batch), Branch()(batch)))
    #> tensor([2., 4., 6.]) True
    #> tensor([-2., -3., -4.]) True
