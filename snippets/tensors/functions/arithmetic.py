r"""add, sub, mul, addcmul, addcdiv, lerp: arithmetic by name.

`add` and `sub` have a factor `alpha` for the second operand, which `+` and `-` have
not. `addcmul` adds a product, `addcdiv` a quotient, `lerp` goes a part of the way to
another tensor. With a trailing underscore they write into the first: the steps of [an
optimizer](../optimizers/practice.md#custom_optimizer).

$$\text{lerp}(x, y, w) = x + w \, (y - x)$$

Attributes: Shapes
    x: (2,) float32
    y: (2,) float32

Asked as:
    torch.add with alpha; torch.sub; torch.mul; torch.multiply; torch.subtract;
    addcmul_; addcdiv_; lerp_; linear interpolation between two tensors; blend two
    tensors; x + alpha * y in one call; fused multiply and add; exponential moving
    average in place; saxpy; write Adam with addcdiv; tf.multiply; np.subtract; weighted
    mean of two tensors; mul_ and sub_; mix of two tensors by a share; alpha argument of
    add and sub
"""

import torch

x, y = torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0])
print(x.add(y, alpha=0.5), x.sub(y, alpha=2))  # <-
#> tensor([ 6., 12.]) tensor([-19., -38.])
print(torch.mul(x, y), torch.multiply(x, 3), torch.subtract(y, x))
#> tensor([10., 40.]) tensor([3., 6.]) tensor([ 9., 18.])
print(torch.addcmul(x, x, y, value=0.1))  # x + 0.1 * x * y
#> tensor([2., 6.])
print(torch.addcdiv(x, y, x, value=0.1))  # x + 0.1 * y / x
#> tensor([2., 3.])
print(x.lerp(y, 0.1))
#> tensor([1.9000, 3.8000])

average = torch.zeros(2)
for value in (x, y):
    average.lerp_(value, 0.5)  # an exponential moving average
print(average)
#> tensor([ 5.2500, 10.5000])
print(x.mul_(2).addcmul_(y, y, value=-0.005))
#> tensor([1.5000, 2.0000])
