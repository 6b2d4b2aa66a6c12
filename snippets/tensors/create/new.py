r"""new_ones, new_zeros, new_full: another shape, the same type and device.

As the `_like` functions when the shape differs.

Attributes: Shapes
    x: (2, 3) float16
    hidden: (4,) float16

Asked as:
    new_empty; new_tensor; x.new(2, 3) in old code; x.data.new; zeros of a different
    size, dtype and device of x; constant inside a model that follows the input's
    device; initial hidden state on the device of the input; inherit dtype and device;
    float16 zeros like an existing tensor; create zeros with dtype and device of an
    existing tensor but another size; zero matrix in forward with another shape on the
    same gpu; like zeros_like but with another size; allocate a tensor with the same
    dtype but a different shape
"""

import torch

x = torch.ones(2, 3, dtype=torch.float16)
hidden = x.new_zeros(4)  # <-
print(hidden)
#> tensor([0., 0., 0., 0.], dtype=torch.float16)
print(x.new_ones(2, 1).dtype, x.new_full((2,), 7).tolist())
#> torch.float16 [7.0, 7.0]
print(x.new_tensor([1, 2]), x.new_empty(5).shape)
#> tensor([1., 2.], dtype=torch.float16) torch.Size([5])
