"""graph breaks: where torch.compile falls back to Python.

What cannot be compiled (a branch on a tensor's value, `.item()`, a `print`) splits the
program into pieces with Python between them: correct, but slower. `fullgraph=True`
raises an error instead and names the line. `torch.where` keeps both branches in the
graph; `torch._dynamo.explain` counts the pieces.

Attributes: Shapes
    x: (3,) float32

Raises:
    Unsupported: `torch.compile(branch, backend="eager", fullgraph=True)(x)`
        Data-dependent branching
"""

import torch


def branch(x):
    if x.sum() > 0:
        return x * 2
    return x - 1


def select(x):
    return torch.where(x.sum() > 0, x * 2, x - 1)


x = torch.tensor([1.0, 2.0, 3.0])
for function in (branch, select):
    seen = torch._dynamo.explain(function)(x)
    print(function.__name__, seen.graph_count, seen.graph_break_count)
    #> branch 2 1
    #> select 1 0

compiled = torch.compile(select, backend="eager", fullgraph=True)
print(compiled(x), compiled(-x))
#> tensor([2., 4., 6.]) tensor([-2., -3., -4.])
