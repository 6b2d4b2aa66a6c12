r"""LBFGS.step() missing 1 required positional argument: the closure.

`LBFGS` calls a function of yours several times in a step, which clears the gradients,
computes the loss, calls `backward` and returns the loss. Usual causes: another
optimizer was replaced by it; a loss is handed over in place of the function; the
function returns nothing. See [`lbfgs`](../optimizers/methods.md#lbfgs).

Raises:
    TypeError: `optimizer.step()` LBFGS.step() missing 1 required positional argument:
        'closure'
    TypeError: `optimizer.step(closure())` 'Tensor' object is not callable
    TypeError: `optimizer.step(lambda: None)` float() argument must be a string or a
        real number, not 'NoneType'

Also worded:
    TypeError: step() missing 1 required positional argument: 'closure'
    TypeError: 'NoneType' object is not callable

Asked as:
    replaced Adam by LBFGS and step fails; optimizer.step needs a function; closure must
    return the loss; LBFGS training loop fails; second-order optimizer wants an
    argument; Tensor object is not callable in optimizer.step(loss)
"""

import torch

w = torch.tensor([3.0, -2.0], requires_grad=True)
optimizer = torch.optim.LBFGS([w])
try:
    optimizer.step()
except TypeError as error:
    print(error)
    #> LBFGS.step() missing 1 required positional argument: 'closure'


# The function: without arguments, and it returns the loss.
def closure():
    optimizer.zero_grad()
    loss = ((w - 1) ** 2).sum()
    loss.backward()
    return loss


# Handed over without parentheses.
print(optimizer.step(closure))  # <- the loss before the step
#> tensor(13., grad_fn=<SumBackward0>)
print(closure() < 1e-6)
#> tensor(True)

# Other optimizers take one too, and do not need it.
print(torch.optim.SGD([w], lr=0.1).step(closure) < 1e-6)
#> tensor(True)
