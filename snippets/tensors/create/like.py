r"""zeros_like, ones_like, rand_like, randn_like: the same shape, type and device.

The safe way to make a second tensor inside a model: it is on the right device. For
integers the random ones need `dtype=`.

Attributes: Shapes
    x: (2, 3) float64
    zeros: (2, 3) float64
    noise: (2, 3) float64

Raises:
    NotImplementedError: `torch.randn_like(torch.arange(3))` not implemented for 'Long'

Asked as:
    full_like; empty_like; randint_like; same shape as another tensor; clone the shape
    but not the values; noise of the same size as the input; ones on whatever device the
    other tensor is; random mask as large as x; normal_kernel_cpu not implemented for
    'Long'; blank copy of a tensor; zeros like a tensor I already have; zeros or ones
    that have the shape of x; gaussian noise with the shape of another tensor, noise
    like x; zeros with the same shape and device as another tensor; create a random
    tensor with the same size as another
"""

import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], dtype=torch.float64)
zeros = torch.zeros_like(x)  # <-
ones = torch.ones_like(x, dtype=torch.int64)  # (2, 3) int64
print(zeros + ones)
#> tensor([[1., 1., 1.],
#>         [1., 1., 1.]], dtype=torch.float64)

torch.manual_seed(0)
noise = torch.randn_like(x)
mask = torch.rand_like(x) > 0.5  # (2, 3) bool
print(torch.full_like(x, 7.0)[0], torch.empty_like(x).shape)
#> tensor([7., 7., 7.], dtype=torch.float64) torch.Size([2, 3])
