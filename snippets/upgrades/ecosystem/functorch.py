r"""functorch: torch.func, and a model called with its parameters in a dict.

`vmap`, `grad` and the other transforms of `functorch` warn since 2.0; those of
`torch.func` have the names and arguments unchanged. `make_functional` split a model
into a function and a tuple; `torch.func.functional_call` takes the model and a dict.
`combine_state_for_ensemble` is `stack_module_state`. See
[func.grad](../autograd/further.md#func_grad).

Warns:
    FutureWarning: `functorch.vmap(torch.sin)(x)` We've integrated functorch into
        PyTorch. As the final step of the integration, `functorch.vmap` is deprecated as
        of PyTorch 2.0
    FutureWarning: `functorch.make_functional(model)` `functorch.make_functional` is
        deprecated as of PyTorch 2.0
    FutureWarning: `torch.nn.utils.stateless.functional_call(model, {}, (x,))`
        `torch.nn.utils.stateless.functional_call` is deprecated as of PyTorch 2.0

Asked as:
    functorch is deprecated; from functorch import vmap, grad, jacrev; func, params =
    make_functional(model); make_functional_with_buffers(model); fmodel, params, buffers
    = combine_state_for_ensemble(models); We've integrated functorch into PyTorch;
    functorch.vmap; functorch.jacrev; functorch.hessian; functorch.jvp; functorch.vjp;
    functorch.functionalize; functorch.grad; functorch.make_functional;
    torch.nn.utils.stateless.functional_call
"""

import warnings

import functorch
import torch
from torch import nn

torch.manual_seed(0)
model, x = nn.Linear(2, 1), torch.ones(3, 2)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # they are listed below
    call, parameters = functorch.make_functional(model)
    old = functorch.grad(lambda p: call(p, x).sum())(parameters)

parameters = dict(model.named_parameters())
new = torch.func.grad(
    lambda p: torch.func.functional_call(model, p, (x,)).sum()  # <-
)(parameters)
print(torch.equal(old[0], new["weight"]), new["weight"])
#> True tensor([[3., 3.]])

stacked, buffers = torch.func.stack_module_state([nn.Linear(2, 1), nn.Linear(2, 1)])
print(stacked["weight"].shape)
#> torch.Size([2, 1, 2])
