r"""abs, sign, neg, copysign, heaviside: signs and steps.

`sign` is -1, 0 or 1. `copysign` takes the size of one number and the sign of another.
`signbit` tells -0.0 from 0.0, which `==` does not. `heaviside` is 0 below zero and 1
above; the second argument is its value at zero. The smallest integer has no positive
counterpart: `abs` leaves it.

Attributes: Shapes
    x: (4,) float32

Asked as:
    absolute value of each element; np.abs; torch.absolute; sign of a number; np.sign;
    torch.negative; minus x, negate; np.copysign; np.signbit; negative zero; step
    function; np.heaviside; sgn; abs_, neg_, sign_ in place; tf.abs; abs of int8 -128 is
    negative; magnitude without sign; make numbers positive, all of them; unit step
"""

import torch

x = torch.tensor([-2.0, -0.0, 0.0, 3.0])
print(x.abs(), x.sign(), sep="\n")  # <-
#> tensor([2., 0., 0., 3.])
#> tensor([-1.,  0.,  0.,  1.])
print(x.neg(), torch.negative(x[:1]), torch.positive(x[:1]), torch.absolute(x[:1]))
#> tensor([ 2.,  0., -0., -3.]) tensor([2.]) tensor([-2.]) tensor([2.])
print(x.signbit())
#> tensor([ True,  True, False, False])
print(torch.copysign(torch.tensor([5.0]), x[:1]))
#> tensor([-5.])
print(torch.heaviside(x, torch.tensor(0.5)))
#> tensor([0.0000, 0.5000, 0.5000, 1.0000])
print(torch.tensor([-128, -127], dtype=torch.int8).abs())
#> tensor([-128,  127], dtype=torch.int8)
print(torch.sgn(torch.tensor([3 + 4j])))  # of a complex number: its direction
#> tensor([0.6000+0.8000j])
