r"""linspace: evenly spaced points, with both ends.

Say how many points, not how far apart. `logspace` does the same for exponents.

Attributes: Shapes
    x: (5,) float32

Asked as:
    np.logspace; evenly spaced points; x axis to plot a function; fixed number of points
    between two values; include the endpoint; divide an interval into parts; numbers on
    a logarithmic scale; difference between arange and linspace; seq length.out in R;
    interpolate between two numbers; equally or evenly spaced numbers between -1 and 1;
    100 values from start to end, both endpoints included; logspace, powers of ten;
    sample points on the x axis of a curve; evenly distributed values between two limits
"""

import torch

x = torch.linspace(0, 1, steps=5)  # <-
print(x)
#> tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(torch.logspace(0, 3, steps=4))
#> tensor([   1.,   10.,  100., 1000.])
