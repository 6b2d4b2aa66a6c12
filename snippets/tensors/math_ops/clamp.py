r"""clamp: limit below and above.

Give `min`, `max` or both: numbers or tensors, not one of each. The gradient is 0 where
a value was clamped. At a limit itself it is 0, or 0.5 if the limit is a tensor; before
2.14 it was 1. `clip` is another name.

Attributes: Shapes
    x: (4,) float32

Raises:
    RuntimeError: `x.clamp()` At least one of 'min' or 'max' must not be None

Before: 2.14
    prints: `print(edge.grad)` tensor([1., 1.])

Asked as:
    np.clip; tf.clip_by_value; limit values to a range; clamp_min; clamp_max; force
    pixel values to stay within 0 and 1 or 255; cut values at zero; saturate values; cap
    values at a maximum; no values above 1 or below 0, everything bigger becomes 1; clip
    the weights of a WGAN critic; keep values between 0 and 1; clamp a tensor between
    min and max; clip values by a lower and an upper bound; keep numbers inside a range,
    set outliers to the limit; set negative numbers to zero; limit the values
"""

import torch

x = torch.tensor([-2.0, 0.3, 0.8, 5.0])
print(x.clamp(min=0, max=1))  # <-
#> tensor([0.0000, 0.3000, 0.8000, 1.0000])

x.requires_grad_()
x.clamp(min=0, max=1).sum().backward()
print(x.grad)
#> tensor([0., 1., 1., 0.])
edge = torch.tensor([0.0, 1.0], requires_grad=True)
edge.clamp(min=0, max=1).sum().backward()
print(edge.grad)
#> tensor([0., 0.])
y = torch.tensor([-2.0, 5.0])
print(y.clamp_min(0), y.clamp_max(1), y.clip(0, 1), y.clamp_(0, 1))
#> tensor([0., 5.]) tensor([-2.,  1.]) tensor([0., 1.]) tensor([0., 1.])
