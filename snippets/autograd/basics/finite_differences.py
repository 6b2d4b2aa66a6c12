r"""Finite differences: check a gradient by hand.

Compare with the slope measured at two points. In float64: float32 has too few digits
for a small step. `gradcheck` does this for every input of a function.

$$\frac{df}{dx} \approx \frac{f(x + h) - f(x - h)}{2h}$$

Attributes: Shapes
    x: () float64
"""

import torch


def f(x):
    return torch.sin(x) * x**2


x = torch.tensor(1.5, dtype=torch.float64, requires_grad=True)
f(x).backward()
print(round(x.grad.item(), 6))
#> 3.151644

h = 1e-5
with torch.no_grad():
    print(round(((f(x + h) - f(x - h)) / (2 * h)).item(), 6))
    #> 3.151644
