r"""diff, gradient, trapezoid: differences, slopes, areas.

`diff` is each element minus the one before: one element fewer. `torch.gradient`
estimates the slope by central differences, at the ends by one-sided ones, and gives a
tuple, one tensor a dimension. It is no gradient of autograd. `trapezoid` is the area
below a curve; `trapz` is its old name.

Attributes: Shapes
    x: (4,) float32
    y: (4,) float32

Asked as:
    torch.diff; np.diff; difference of neighbouring elements; first order difference;
    np.gradient; numerical derivative of samples; finite differences; np.trapezoid,
    np.trapz; scipy.integrate.cumulative_trapezoid; numerical integration; area under a
    curve; integrate samples; time steps from timestamps; velocity from positions;
    torch.trapz; slope of sampled data; difference between consecutive numbers
"""

import torch

x = torch.tensor([0.0, 1.0, 2.0, 3.0])
y = x.square()
print(y.diff(), y.diff(prepend=torch.tensor([0.0])))  # <-
#> tensor([1., 3., 5.]) tensor([0., 1., 3., 5.])
(slope,) = torch.gradient(y, spacing=(x,))
print(slope)
#> tensor([1., 2., 4., 5.])
print(torch.trapezoid(y, x), torch.trapz(y, dx=1.0))  # the integral is 9
#> tensor(9.5000) tensor(9.5000)
print(torch.cumulative_trapezoid(y, x))
#> tensor([0.5000, 3.0000, 9.5000])
