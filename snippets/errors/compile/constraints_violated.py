r"""Constraints violated: a dimension marked as dynamic is fixed by the code.

`dynamic_shapes` says that a size may vary, but tracing found code that works for one
size, or for some. Usual causes: an example batch of 1, where sizes of 1 are taken
as fixed; a number written into `view` or `reshape`; a tensor of fixed length added to
the input; an `if` on the size. `L['x'].size()[0]` in the message is the first size of
argument `x`. "Suggested fixes" names what the code allows: `batch = 3` gives up the
dynamic size. How sizes are named: [dynamic shapes](../ship/index.md#export_dynamic).

Raises:
    UserError: `export(lambda x: x.reshape(3, 4), x)` Constraints violated (batch)! For
        more information, run with TORCH_LOGS="+dynamic".
    UserError: `export(lambda x: x * 2 if x.shape[0] > 2 else x, x)` Not all values of
        batch = L['x'].size()[0] in the specified range satisfy the generated guard 3 <=
        L['x'].size()[0]

Also worded:
    torch.fx.experimental.symbolic_shapes.ConstraintViolationError: Constraints violated
      (batch)! For more information, run with TORCH_LOGS="+dynamic".
    torch.fx.experimental.symbolic_shapes.ConstraintViolationError: Constraints violated
      (L['x'].size()[0])! For more information, run with TORCH_LOGS="+dynamic".
    torch._dynamo.exc.UserError: Constraints violated (dim0)! For more information, run
      with TORCH_LOGS="+dynamic".
    Not all values of batch = L['x'].size()[0] in the specified range are valid because
      batch was inferred to be a constant (1).
    You marked batch as dynamic but your code specialized it to be a constant (3).

Asked as:
    reshape with a fixed number stops the dynamic batch; Dim.AUTO instead of a named
    Dim; dynamic_axes fail with the new onnx exporter; image size must be a multiple of
    32 for export; Not all values in the specified range satisfy the generated guard;
    mark_dynamic raises ConstraintViolationError
"""

import torch
from torch import nn
from torch.export import Dim


class Model(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


def export(function, x, size=Dim("batch")):  # noqa: B008
    exported = torch.export.export(Model(function), (x,), dynamic_shapes=({0: size},))
    return exported.range_constraints


x = torch.ones(3, 4)
try:
    export(lambda x: x.reshape(3, 4), x)
except torch._dynamo.exc.UserError as error:
    print(str(error).split("!")[0])
    #> Constraints violated (batch)

# A number in `reshape`: -1, or the size of the input.
print(list(export(lambda x: x.reshape(-1, 4), x).values()))  # <-
#> [VR[0, int_oo]]

# A batch of 1 as the example: take 2 or more.
print(list(export(lambda x: x * 2, x[:2]).values()))
#> [VR[0, int_oo]]

# Sizes that the code excludes: say so with min and max.
limited = export(lambda x: x * 2 if x.shape[0] > 2 else x, x, Dim("batch", min=3))
print(list(limited.values()))
#> [VR[3, int_oo]]

# A multiple: 2 * Dim.
even = 2 * Dim("half")
print(len(export(lambda x: x.view(2, -1, 4), torch.ones(6, 4), even)) > 0)
#> True
