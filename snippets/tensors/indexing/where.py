r"""where: one value or another, by condition.

Element by element; the arguments broadcast. Both sides are computed, so a `nan` on the
side not taken can still reach the gradient: make its input safe first.

Attributes: Shapes
    x: (2,) float32
    y: (2,) float32

Asked as:
    np.where; elementwise if else; ternary operator; vectorized if; ifelse in R; replace
    negative values; use a if x > 0, else use b, without a loop; choose between two
    tensors; piecewise function; nan gradient from the branch not taken; choose values
    from a or b by a condition; conditional assignment, replace by a condition; set
    values under a threshold to zero, leave the others; replace elements based on a
    condition; replace all values above a limit
"""

import torch

x = torch.tensor([-4.0, 4.0], requires_grad=True)
y = torch.where(x > 0, x.sqrt(), 0.0)
y.sum().backward()
print(y.tolist(), x.grad)
#> [0.0, 2.0] tensor([   nan, 0.2500])

x.grad = None
safe = torch.where(x > 0, x, 1.0)  # <- (2,)
print(safe)
#> tensor([1., 4.], grad_fn=<WhereBackward0>)
torch.where(x > 0, safe.sqrt(), 0.0).sum().backward()
print(x.grad)
#> tensor([0.0000, 0.2500])
print(torch.where(x > 0)[0])  # with the condition alone: where it holds
#> tensor([1])
