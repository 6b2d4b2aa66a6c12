r"""sin, cos, tan, atan2, sinh, tanh: angles and hyperbolic functions.

Angles are in radians; `deg2rad` and `rad2deg` convert. `atan2(y, x)` finds the angle in
all four quadrants, `atan(y / x)` in two. `asin` and `acos` outside -1 to 1 are `nan`.
`sinc(x)` is `sin(pi x) / (pi x)`, as in NumPy. `arcsin`, `arctan2` and the like are
other names.

Attributes: Shapes
    turn: (3,) float32
    y: (2,) float32
    x: (2,) float32

Asked as:
    torch.sin; torch.cos; tangent of an angle; arcus sine, arccos; np.arctan2; angle of
    a vector from its coordinates; degrees to radians; np.deg2rad; radians to degrees;
    np.sinc; np.hypot; sinh, cosh; area functions asinh, acosh, atanh; np.arctanh;
    inverse hyperbolic tangent; sin_, cos_, tan_ in place; polar angle in four
    quadrants; tf.math.atan2; angle of a point (x, y), which quadrant
"""

import torch

turn = torch.deg2rad(torch.tensor([0.0, 45.0, 60.0]))
print(turn.sin(), turn.cos(), turn.tan(), sep="\n")  # <-
#> tensor([0.0000, 0.7071, 0.8660])
#> tensor([1.0000, 0.7071, 0.5000])
#> tensor([0.0000, 1.0000, 1.7321])
print(torch.rad2deg(torch.asin(torch.tensor([0.5]))), torch.tensor([2.0]).acos())
#> tensor([30.0000]) tensor([nan])

y, x = torch.tensor([1.0, -1.0]), torch.tensor([-1.0, -1.0])
print(torch.rad2deg(torch.atan2(y, x)))  # the angle of the point (x, y)
#> tensor([ 135., -135.])
print(torch.rad2deg(torch.atan(y / x)))
#> tensor([-45.,  45.])
print(torch.hypot(torch.tensor(3.0), torch.tensor(4.0)))  # length of (3, 4)
#> tensor(5.)
print(torch.sinc(torch.tensor([0.0, 0.5])))
#> tensor([1.0000, 0.6366])

z = torch.tensor([0.0, 1.0])
print(z.sinh(), z.cosh(), z.tanh())
#> tensor([0.0000, 1.1752]) tensor([1.0000, 1.5431]) tensor([0.0000, 0.7616])
print(z.asinh(), (1 + z).acosh(), (z / 2).atanh())
#> tensor([0.0000, 0.8814]) tensor([0.0000, 1.3170]) tensor([0.0000, 0.5493])

print(torch.arcsin(z).equal(z.asin()), torch.arccos(z).equal(z.acos()))
#> True True
print(torch.arctan(z).equal(z.atan()), torch.arctan2(y, x).equal(y.atan2(x)))
#> True True
print(torch.arcsinh(z).equal(z.asinh()), torch.arctanh(z / 2).equal((z / 2).atanh()))
#> True True
print(torch.arccosh(1 + z).equal((1 + z).acosh()))
#> True
