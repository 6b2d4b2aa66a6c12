"""graph breaks: where torch.compile falls back to Python.

What cannot be compiled (a branch on a tensor's value, `.item()`, a `print`) splits the
program into pieces with Python between them; the result stays right. `fullgraph=True`
takes `.item()` into the graph and raises an error that names the line for the rest.
`torch.where` keeps both branches in the graph; `torch._dynamo.explain` counts pieces.

Attributes: Shapes
    x: (3,) float32

Raises:
    Unsupported: `torch.compile(branch, backend="eager", fullgraph=True)(x)`
        Data-dependent branching

Asked as:
    compiled model is not any faster; no speedup after compiling; .item() or print
    inside a compiled forward; data-dependent if in a compiled function; raise an error
    instead of splitting the graph; find the line that cannot be compiled;
    torch._dynamo.exc.Unsupported; TORCH_LOGS=graph_breaks; how many subgraphs were
    made; Graph break from Tensor.item(), consider setting; keep a condition in one
    graph; torch.compile with an if statement; falls back to eager Python; see where
    torch.compile or dynamo gives up, warning; torch.compile meets an unsupported Python
    function; capture the full function or raise an error
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
    seen = torch._dynamo.explain(function)(x)  # <-
    print(function.__name__, seen.graph_count, seen.graph_break_count)
    #> branch 2 1
    #> select 1 0

compiled = torch.compile(select, backend="eager", fullgraph=True)
print(compiled(x), compiled(-x))
#> tensor([2., 4., 6.]) tensor([-2., -3., -4.])
