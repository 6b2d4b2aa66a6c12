"""View changed: the original changes too.

`b = a` is a second name, `b = a[0]` a view: `b += 1`, `b[0] = 1` and `b.add_(1)` write
into the memory of `a`. `.T`, `view`, `split`, `unbind` and `detach` give views too;
`reshape`, `flatten`, `contiguous`, `float` and `to` share where they need no copy. A
function that works [in place](../tensors/math_ops.md#in_place) changes what its caller
holds. Write `b = b + 1`, or take a [`clone`](../tensors/create.md#tensor) first.
Reading with a list of indices or a mask copies.

Asked as:
    my tensor changes although I never assign to it; changing a slice changes the whole
    tensor; b = a, then b += 1 changes a; how do I copy a tensor instead of referencing
    it; function modifies the tensor I pass to it; list of the same tensor, all change
    together; list of tensors made by multiplying a list by 3; original data changes
    after preprocessing; data set gets darker every epoch; is x[0] a copy or a view;
    clone before an in-place operation; second call gives another result on the same
    input; does reshape share memory
"""

import torch


def centred(x):
    x -= x.mean()
    return x


# Wrong: the data is changed by a look at its first row.
x = torch.tensor([[1.0, 3.0], [5.0, 7.0]])
centred(x[0])
print(x)
#> tensor([[-1.,  1.],
#>         [ 5.,  7.]])

# Right: work on a copy, or write `x - x.mean()` in the function.
x = torch.tensor([[1.0, 3.0], [5.0, 7.0]])
centred(x[0].clone())  # <-
print(x)
#> tensor([[1., 3.],
#>         [5., 7.]])

# Wrong: one tensor with three names.
totals = [torch.zeros(1)] * 3
totals[0] += 1
print(totals)
#> [tensor([1.]), tensor([1.]), tensor([1.])]

# Right: three tensors.
totals = [torch.zeros(1) for _ in range(3)]
totals[0] += 1
print(totals)
#> [tensor([1.]), tensor([0.]), tensor([0.])]
