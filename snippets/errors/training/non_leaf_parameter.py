r"""can't optimize a non-leaf Tensor: it was computed from another one.

An optimizer changes leaves; this tensor is the result of a recorded operation. Usual
causes: `.to(device)`, `.double()`, `* 0.1` or `reshape` after `requires_grad=True`; an
embedding of a network that is to be optimized; part of a parameter, `w[0]`. Compute
first, then require the gradient, or wrap it in `nn.Parameter`. See
[`leaf`](../autograd/basics.md#leaf).

Raises:
    ValueError: `torch.optim.SGD([scaled], lr=0.1)` can't optimize a non-leaf Tensor

Also worded:
    ValueError: can't optimize a non-leaf Variable

Asked as:
    optimize an input image on the GPU fails; tensor with requires_grad moved to cuda
    cannot be optimized; torch.randn(..., requires_grad=True) * 0.01 in an optimizer;
    optimize only one row of a weight; latent vector as a parameter, non-leaf; style
    transfer, generated image is not a leaf
"""

import torch
from torch import nn

scaled = torch.ones(2, requires_grad=True) * 0.1
try:
    torch.optim.SGD([scaled], lr=0.1)
except ValueError as error:
    print(error)
    #> can't optimize a non-leaf Tensor

# Moved or scaled: do that first, require the gradient last.
start = (torch.ones(2) * 0.1).to("cpu").requires_grad_()
torch.optim.SGD([start], lr=0.1)

# Computed by a network: detach it.
latent = nn.Linear(2, 3)(torch.ones(1, 2))
free = latent.detach().clone().requires_grad_()  # <-
torch.optim.SGD([free], lr=0.1)

# In a module: nn.Parameter is a leaf.
weight = nn.Parameter(scaled)
print(scaled.is_leaf, free.is_leaf, weight.is_leaf)
#> False True True

# A part: optimize the whole without weight decay, clear the gradient of the rest.
table = torch.ones(3, 2, requires_grad=True)
optimizer = torch.optim.SGD([table], lr=0.5)
table.sum().backward()
table.grad[1:] = 0
optimizer.step()
print(table.tolist())
#> [[0.5, 0.5], [1.0, 1.0], [1.0, 1.0]]
