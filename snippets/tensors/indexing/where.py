r"""where: one value or another, by condition.

Element by element; all three arguments broadcast. Both sides are computed, so a `nan`
on the side not taken can still reach the gradient.

Attributes: Shapes
    x: (4,) float32
    y: (4,) float32

Asked as:
    np.where; elementwise if else; ternary operator; vectorized if; ifelse in R; replace
    negative values; use a if x > 0, else use b, without a loop; choose between two
    tensors; piecewise function; nan gradient from the branch not taken; choose values
    from a or b by a condition; conditional assignment, replace by a condition; set
    values under a threshold to zero, leave the others; replace elements based on a
    condition; replace all values above a limit
"""

import torch

x = torch.tensor([-2.0, -1.0, 1.0, 2.0])
y = torch.where(x > 0, x, 0.1 * x)
print(y)
#> tensor([-0.2000, -0.1000,  1.0000,  2.0000])
print(torch.where(x > 0)[0])  # with the condition alone: where it holds
#> tensor([2, 3])
