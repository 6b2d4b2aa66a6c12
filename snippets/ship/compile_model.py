"""torch.compile: the same program, compiled.

The call returns at once; the first batch compiles, later ones run what was compiled. A
second batch size above 1 compiles once more, for all of them. The default backend,
`inductor`, needs a C++ compiler on the CPU and Triton on a GPU. The backend here
compiles nothing, so this runs anywhere. The compiled module's keys have a prefix: save
`model.state_dict()`, or compile in place with `model.compile()`.

Attributes: Shapes
    x: (7, 4) float32

Asked as:
    one line of PyTorch 2 that makes a slow network faster; PyTorch 2.0 compile, speedup
    as with XLA or numba; why does the first batch take a minute; just-in-time compiler,
    a JIT for modules; tf.function; jax.jit; torch dynamo and inductor; fuse kernels;
    recompiles for every new input size; save the weights of a compiled net; why do the
    keys start with _orig_mod; write a compiler backend; Cannot find a working triton
    installation; Compiler: cl is not found; faster forward pass by compilation, without
    rewriting the model; mode="reduce-overhead" or "max-autotune"; compile the whole
    model; does torch.compile change the outputs or the accuracy; make a model faster
    with compiling
"""

import torch
from torch import nn

graphs = []


def count(graph, example_inputs):  # a backend: gets a graph, returns what to call
    graphs.append(graph)
    return graph.forward


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.GELU(), nn.Linear(8, 2)).eval()
compiled = torch.compile(model, backend=count)  # <- in earnest: torch.compile(model)
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
