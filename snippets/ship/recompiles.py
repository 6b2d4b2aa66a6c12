"""recompiles: count them, and name the sizes that vary.

The second size of a dimension compiles once more and makes it a symbol; further sizes
cost nothing, but for 0 and 1. `mark_dynamic` says it beforehand: one compilation;
`dynamic=False` compiles for every size. `TORCH_LOGS=recompiles` prints the reason. In a
test or in serving let a recompilation raise: `error_on_recompile` here,
`torch.compiler.set_stance("fail_on_recompile")` for a block. More than
`recompile_limit` of them: [the limit](../errors/compile.md#recompile_limit).

Attributes: Shapes
    x: (3, 4) float32

Raises:
    RecompileError: `strict(torch.ones(9, 4))` Recompiling function

Asked as:
    torch._dynamo.mark_dynamic; TORCH_LOGS=recompiles; torch._dynamo.maybe_mark_dynamic;
    mark_static; torch._dynamo.config.recompile_limit; error_on_recompile; compiled
    model is slow at each new batch size; last batch of the epoch compiles again;
    dynamic shapes in torch.compile; torch.compile(dynamic=True); how often was my model
    compiled; torch.compiler.set_stance; variable sequence length and compile; avoid
    recompilation; automatic_dynamic_shapes; guard failure, tensor size mismatch at
    index 0; mark a dimension as dynamic before compiling
"""

import torch
import torch._dynamo

sizes = []


def count(graph, example_inputs):  # a backend: called once a compilation
    sizes.append(example_inputs)
    return graph.forward


def double(x):
    return x * 2


def compilations(rows, mark=False, **options):
    torch._dynamo.reset()
    sizes.clear()
    compiled = torch.compile(double, backend=count, **options)
    for n in rows:
        x = torch.ones(n, 4)
        if mark:
            torch._dynamo.mark_dynamic(x, 0)  # <-
        compiled(x)
    return len(sizes)


print(compilations([3, 5, 7, 9]), compilations([3, 5, 7, 9, 1, 0]))
#> 2 4
print(compilations([3, 5, 7, 9], mark=True))
#> 1
print(compilations([3, 5, 7, 9], dynamic=False))
#> 4

torch._dynamo.reset()
x = torch.ones(3, 4)
strict = torch.compile(double, backend=count)
strict(x)
torch._dynamo.config.error_on_recompile = True
