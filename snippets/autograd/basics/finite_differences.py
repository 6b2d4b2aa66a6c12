r"""Finite differences: check a gradient by hand.

Compare with the slope measured at two points. In float64: float32 has too few digits
for a small step. `gradcheck` does this for the inputs that require a gradient.

$$\frac{df}{dx} \approx \frac{f(x + h) - f(x - h)}{2h}$$

Attributes: Shapes
    x: () float64

Asked as:
    numerical derivative; estimate a gradient by perturbing the input slightly; central
    difference quotient; (f(x + h) - f(x - h)) / 2h; is my derivative correct; compare
    autograd with the slope; scipy.optimize.approx_fprime; good step size h or epsilon;
    approximate df/dx without autograd; float32 too inaccurate for numerical
    differentiation; verify a gradient numerically; numeric derivative with a small
    epsilon; approximate the slope of a function; two-sided difference; double check a
    derivative by hand; slope between two nearby points; compare with the analytic
    derivative
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
    slope = (f(x + h) - f(x - h)) / (2 * h)  # <-
print(round(slope.item(), 6))
#> 3.151644
