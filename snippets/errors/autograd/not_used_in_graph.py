r"""Tensor appears to not have been used in the graph: there is no path to it.

`torch.autograd.grad` is asked for the gradient of a tensor that the output was not
computed from. Usual causes: a part, view or copy made after the forward pass, as `x[:,
0]` or `x.unsqueeze(1)`: the output knows `x` only; a parameter that this loss does not
touch; a second derivative of a model that is linear in `x`. `allow_unused=True` gives
None there, `materialize_grads=True` zeros. See
[`autograd_grad`](../autograd/basics.md#autograd_grad).

Raises:
    RuntimeError: `torch.autograd.grad((x**2).sum(), x[0])` The differentiated Tensor at
        index 0 appears to not have been used in the graph. Set allow_unused=True if
        this is the desired behavior.
    RuntimeError: `torch.autograd.grad((x**2).sum(), torch.ones(2))` One of the
        differentiated Tensors does not require grad

Before: 2.13
    prints: `print(str(error).split('. ')[0])` One of the differentiated Tensors
        appears to not have been used in the graph
    RuntimeError: `torch.autograd.grad((x**2).sum(), x[0])` One of the
        differentiated Tensors appears to not have been used in the graph. Set
        allow_unused=True if this is the desired behavior.

Also worded:
    RuntimeError: One of the differentiated Variables appears to not have been used in
      the graph
    RuntimeError: differentiated input is unreachable

Asked as:
    derivative for one coordinate, slice made after the forward pass; physics-informed
    network, du/dx fails; MAML inner loop, parameter not part of the loss; second
    derivative of a linear function fails; input was cloned or reshaped after it went
    into the network; autograd.grad gives None for a layer
"""

import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)  # (2, 2)
unused = torch.ones(2, requires_grad=True)
u = (x**2).sum()
try:
    torch.autograd.grad(u, x[:, 0])
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> The differentiated Tensor at index 0 appears to not have been used in the graph

# A part made too late: differentiate for all, then take the part of the gradient.
(gradient,) = torch.autograd.grad((x**2).sum(), x)
print(gradient[:, 0])
#> tensor([2., 6.])

# Or make the parts first, and compute from them.
a, b = x[:, 0], x[:, 1]
print(torch.autograd.grad((a**2 + b).sum(), a)[0])
#> tensor([2., 6.])

# An input that is really not used: None, or zeros.
u = (x**2).sum()
print(torch.autograd.grad(u, unused, allow_unused=True, retain_graph=True))
#> (None,)
print(torch.autograd.grad(u, unused, materialize_grads=True))  # <-
#> (tensor([0., 0.]),)
