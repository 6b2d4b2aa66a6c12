"""step(closure): let the optimizer compute the loss.

The closure clears the gradients, computes the loss, calls `backward` and returns the
loss; `step` returns that. LBFGS needs it because it evaluates several times; the others
accept it.

Attributes: Shapes
    w: () float32
    loss: () float32
"""

import torch

w = torch.tensor(5.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
calls = []


def closure():
    calls.append(w.item())
    optimizer.zero_grad()
    loss = w**2
    loss.backward()
    return loss


loss = optimizer.step(closure)
print(loss, w)
#> tensor(25., grad_fn=<PowBackward0>) tensor(4., requires_grad=True)
print(calls)
#> [5.0]
