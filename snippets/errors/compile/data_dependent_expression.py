r"""Could not guard on data-dependent expression: a size or value known when run.

While exporting, or compiling with `fullgraph=True`, there are no values: the number of
elements that `x[x > 0]` or `nonzero` gives, and what `.item()` reads, are symbols such
as u0. An `if` that needs the symbol's value stops. Usual causes: `if x.sum() > 0:`; `if
len(found) == 0:`; a size made by `int(x.sum())`. State what holds by `torch._check`,
keep both ways by `torch.where` or [`torch.cond`](../ship/index.md#export_control_flow),
or keep the size fixed by a mask.

Raises:
    UserError: `compiled(shorten)(x)` Could not guard on data-dependent expression u0 >
        2 (unhinted: u0 > 2).

Also worded:
    torch.fx.experimental.symbolic_shapes.GuardOnDataDependentSymNode: Could not guard
      on data-dependent expression Eq(u0, 1) (unhinted: Eq(u0, 1)).
    torch._dynamo.exc.UserError: Could not guard on data-dependent expression Eq(u0, 0)
      (unhinted: Eq(u0, 0)).
    torch.fx.experimental.symbolic_shapes.GuardOnDataDependentSymNode: Could not extract
      specialized integer from data-dependent expression u0 (unhinted: u0).
    torch._dynamo.exc.UserError: Consider annotating your code using torch._check*().
      Could not guard on data-dependent expression u0 > 2 (unhinted: u0 > 2).
    torch._subclasses.fake_tensor.DynamicOutputShapeException: aten.nonzero.default
    torch._subclasses.fake_tensor.DataDependentOutputException:
      aten._local_scalar_dense.default

Asked as:
    export a detection model with nonzero; unbacked symint u0; number of found boxes
    decides in forward; GuardOnDataDependentSymNode; draft_export; masked_select while
    exporting
"""

import torch
from torch import nn


class Model(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


def shorten(x):
    found = x[x > 0]  # of a size that depends on the values
    return found if found.shape[0] > 2 else found * 2


def checked(x):
    found = x[x > 0]
    torch._check(found.shape[0] > 2)  # <- holds for all inputs to come
    return found if found.shape[0] > 2 else found * 2


def masked(x):
    kept = x > 0
    found = torch.where(kept, x, 0)  # of the size of x
    return torch.where(kept.sum() > 2, found, found * 2)


def compiled(function):
    return torch.compile(function, backend="eager", fullgraph=True)


x = torch.tensor([1.0, 2.0, -3.0, 4.0])
try:
    compiled(shorten)(x)
except torch._dynamo.exc.UserError as error:
    print(str(error).split("(). ")[1].split(" (")[0])
    #> Could not guard on data-dependent expression u0 > 2

# A fact that holds for every input: state it.
program = torch.export.export(Model(checked), (x,))
print(program.module()(x).tolist())
#> [1.0, 2.0, 4.0]

# No such fact: a mask in place of a shorter tensor.
program = torch.export.export(Model(masked), (x,))
print(program.module()(x).tolist())
#> [1.0, 2.0, 0.0, 4.0]
