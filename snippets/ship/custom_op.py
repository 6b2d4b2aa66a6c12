"""custom_op: your own function, for autograd, compile and export.

What dynamo cannot read (NumPy, C++, a library) becomes one operation of the graph. The
annotations make the schema; `mutates_args` names what is written. `register_fake` says
the shape without the numbers, for `torch.compile` and `torch.export`;
`register_autograd` gives the gradient. An output must not be an input or a view of it.
`opcheck` runs the whole and finds what is missing.

Attributes: Shapes
    x: (3,) float64
    y: (3,) float64

Raises:
    RuntimeError: `double(x).sum().backward()` no autograd formula was registered
    RuntimeError: `same(x)` must not also be an input

Asked as:
    torch.library.custom_op; register_fake; register_autograd; torch.library.opcheck;
    torch.library.register_kernel; call NumPy or C++ inside torch.compile; make a
    function opaque to dynamo; impl_abstract, meta kernel; custom CUDA or Triton kernel
    as an operator; There was no fake impl registered; torch.library.define and impl;
    export a model with a custom operator; triton_op; torch.ops namespace; difference
    between custom_op and autograd.Function; TORCH_LIBRARY;
    torch.utils.cpp_extension.load
"""

import torch
from torch.library import custom_op, opcheck


@custom_op("mine::cube", mutates_args=())
def cube(x: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(x.detach().cpu().numpy() ** 3).to(x.device)


@cube.register_fake
def _(x):
    return torch.empty_like(x)


def keep(ctx, inputs, output):
    ctx.save_for_backward(*inputs)


def backward(ctx, gradient):
    (x,) = ctx.saved_tensors
    return gradient * 3 * x**2


cube.register_autograd(backward, setup_context=keep)  # <-


@custom_op("mine::double", mutates_args=())
def double(x: torch.Tensor) -> torch.Tensor:
    return x * 2


@custom_op("mine::same", mutates_args=())
def same(x: torch.Tensor) -> torch.Tensor:
    return x


x = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64, requires_grad=True)
y = torch.compile(cube, backend="eager", fullgraph=True)(x)
y.sum().backward()
print(y.tolist(), x.grad.tolist(), torch.autograd.gradcheck(cube, x))
#> [1.0, 8.0, 27.0] [3.0, 12.0, 27.0] True

checks = ("test_schema", "test_autograd_registration", "test_faketensor")
print(set(opcheck(cube, (x,), test_utils=checks).values()))
#> {'SUCCESS'}
print(opcheck(double, (x,), test_utils=checks[2:], raise_exception=False).keys())
#> dict_keys(['test_faketensor'])
