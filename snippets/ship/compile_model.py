"""torch.compile: the same results, from a compiled program.

The call returns at once; the first batch compiles, later ones run what was compiled. A
new batch size compiles once more, for any size. The default backend, `inductor`, needs
a C++ compiler on the CPU and Triton on a GPU, and its first batch takes seconds to a
minute. The backend below only counts, so this runs anywhere. The compiled module's keys
have a prefix: save `model.state_dict()`, or compile in place with `model.compile()`.

Attributes: Shapes
    x: (7, 4) float32
"""

import torch
from torch import nn

graphs = []


def count(graph, example_inputs):  # a backend: gets a graph, returns what to call
    graphs.append(graph)
    return graph.forward


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.GELU(), nn.Linear(8, 2)).eval()
compiled = torch.compile(model, backend=count)  # in earnest: torch.compile(model)
print(len(graphs))
#> 0

for batch in (3, 3, 5, 7):
    x = torch.randn(batch, 4)
    same = torch.allclose(compiled(x), model(x))
    print(batch, same, len(graphs))
    #> 3 True 1
    #> 3 True 1
    #> 5 True 2
    #> 7 True 2

print(next(iter(compiled.state_dict())))
#> _orig_mod.0.weight
