r"""contiguous: a copy in the order of the shape.

Where `view` fails after a transpose or `permute`, it works on this copy. Returns the
tensor itself if it is contiguous already.

Attributes: Shapes
    x: (2, 3) int64
    y: (3, 2) int64

Raises:
    RuntimeError: `y.view(6)` Use .reshape(...) instead.

Asked as:
    np.ascontiguousarray; input is not contiguous; why contiguous after permute;
    x.contiguous().view(); Tensors must be contiguous; rearrange memory; row-major copy;
    make a transposed tensor fit for view; back to C order; what does contiguous() do,
    what is it good for; view fails after permute, make it contiguous; when and why to
    call contiguous(), fix a non contiguous tensor
"""

import torch

x = torch.arange(6).reshape(2, 3)
y = x.t()
print(y.contiguous().view(6))  # <-
#> tensor([0, 3, 1, 4, 2, 5])
print(x.contiguous() is x, y.contiguous().data_ptr() == y.data_ptr())
#> True False
print(x.contiguous(memory_format=torch.contiguous_format).is_contiguous())
#> True
print(x.t().clone(memory_format=torch.preserve_format).stride())
#> (1, 3)
