"""step(closure): let the optimizer compute the loss.

The closure clears the gradients, computes the loss, calls `backward` and returns the
loss; `step` returns the first, that before the step. LBFGS needs it because it
evaluates several times in a step; the others accept it and call it once.

Attributes: Shapes
    w: () float32
    loss: () float32

Raises:
    TypeError: `lbfgs.step()` missing 1 required positional argument: 'closure'

Asked as:
    feval in Lua Torch; closure function for LBFGS; Lightning optimizer_closure;
    function that the optimizer calls several times; what does optimizer.step() return;
    def closure(): that returns the loss; objective function for the optimizer as in
    scipy; pass a callable to step; loss inside a function inside the training loop;
    what is the closure argument of optimizer.step for; optimizer.step(closure) returns
    the loss; function that zeroes gradients, computes the loss and returns it; have to
    pass a closure to step; zero_grad, forward and backward inside a function; recompute
    the loss within a step; step() takes a function; optimizer that needs a function as
    argument
"""

import torch

w = torch.tensor(5.0, requires_grad=True)
sgd, lbfgs = torch.optim.SGD([w], lr=0.1), torch.optim.LBFGS([w])
visited = []


def closure():
    visited.append(round(w.item(), 3))
    w.grad = None
    loss = w**2
    loss.backward()
    return loss


loss = sgd.step(closure)
print(loss.item(), visited, round(w.item(), 3))
#> 25.0 [5.0] 4.0

visited.clear()
loss = lbfgs.step(closure)  # <-
print(loss.item(), visited, round(w.item(), 3))
#> 16.0 [4.0, 3.0, 0.0] 0.0
