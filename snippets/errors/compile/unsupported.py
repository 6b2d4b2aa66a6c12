r"""torch._dynamo.exc.Unsupported: fullgraph=True met code that breaks the graph.

`torch.compile` turns Python into graphs. What it cannot turn, it leaves to Python,
with a break in the graph; `fullgraph=True` raises instead. Usual causes: an `if` or
`while` on the value of a tensor; `print`, `open` or logging; `.tolist()` of floats; a
library in C. The message names the line and gives hints. Without `fullgraph=True` the
code runs, in parts: [graph breaks](../ship/index.md#graph_breaks).

Raises:
    Unsupported: `whole(branch)(x)` Data-dependent branching
    Unsupported: `whole(show)(x)` Failed to trace builtin operator

Also worded:
    torch._dynamo.exc.Unsupported: generic_jump TensorVariable()
    torch._dynamo.exc.Unsupported: call_function BuiltinVariable(print)
      [ConstantVariable(str)] {}
    torch._dynamo.exc.Unsupported: Tensor.item
    torch._dynamo.exc.Unsupported: Graph break due to unsupported builtin
    torch._dynamo.exc.Unsupported: TorchDynamo purposely graph breaks on RNN, GRU, LSTMs
    torch._dynamo.exc.Unsupported: 'inline in skipfiles: function, skipped according
      trace_rules.lookup'
    torch._dynamo.exc.Unsupported: Attempted to call function marked as skipped
    torch._dynamo.exc.Unsupported: logging.Logger method not supported for non-export
      cases
    torch._dynamo.exc.UserError: Dynamic control flow is not supported at the moment.
      Please use functorch.experimental.control_flow.cond to explicitly capture the
      control flow.

Asked as:
    print inside a compiled function; if x.sum() > 0 under torch.compile; which line
    broke the graph; torch.compiler.disable for one function; early exit on a tensor
    value in a compiled model; gb0059, gb0170 graph break site
"""

import torch


def branch(x):
    if x.sum() > 0:
        return x * 2
    return x - 1


def show(x):
    print("in show")
    return x + 1


def whole(function):
    torch._dynamo.reset()  # forget what was compiled before
    return torch.compile(function, backend="eager", fullgraph=True)


x = torch.ones(3)
for function in (branch, show):
    try:
        whole(function)(x)
    except torch._dynamo.exc.Unsupported as error:
        print(str(error).splitlines()[0])
        #> Data-dependent branching
        #> Failed to trace builtin operator

# A branch on a value: compute both, and select.
print(whole(lambda x: torch.where(x.sum() > 0, x * 2, x - 1))(x))
#> tensor([2., 2., 2.])

# Code that only looks: leave it out while compiling.
print(whole(lambda x: x + 1 if torch.compiler.is_compiling() else show(x))(x))
#> tensor([2., 2., 2.])

# A part that cannot be compiled: let Python run it, without fullgraph.
print(torch.compile(branch, backend="eager")(x))  # <-
#> tensor([2., 2., 2.])
