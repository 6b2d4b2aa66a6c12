r"""view size is not compatible with input tensor's size and stride: not contiguous.

`view` copies nothing: it merges dimensions where one lies behind the other in memory.
That is often not so after `permute`, `transpose` or `.T`, in a slice of columns, in an
expanded tensor and in features that are `channels_last`. Use `reshape` or `flatten`,
which copy where they must; a [`contiguous`](../tensors/reshape.md#contiguous) copy may
be viewed too.

Raises:
    RuntimeError: `y.view(2, 12)` view size is not compatible with input tensor's size
        and stride (at least one dimension spans across two contiguous subspaces). Use
        .reshape(...) instead.

Also worded:
    RuntimeError: invalid argument 2: view size is not compatible with input tensor's
      size and stride (at least one dimension spans across two contiguous subspaces).
      Call .contiguous() before .view().
    RuntimeError: view size is not compatible with input tensor's size and stride (at
      least one dimension spans across two contiguous subspaces). Call .contiguous()
      before .view().
    RuntimeError: input is not contiguous

Asked as:
    at least one dimension spans across two contiguous subspaces; topk accuracy code
    fails at correct[:k].view(-1); attention heads, view after transpose(1, 2); flatten
    a tensor that was permuted; view fails with channels_last; memory layout does not
    allow the new shape
"""

import torch

x = torch.arange(24).view(2, 3, 4)
y = x.transpose(1, 2)  # (2, 4, 3): other strides
try:
    y.view(2, 12)
except RuntimeError as error:
    print(str(error).split(" (")[0])
    #> view size is not compatible with input tensor's size and stride
print(x.stride(), y.stride(), y.is_contiguous())
#> (12, 4, 1) (12, 1, 4) False

# After a transpose or permute: a copy in the new order.
print(y.reshape(2, 12).shape, y.contiguous().view(2, 12).shape)  # <-
#> torch.Size([2, 12]) torch.Size([2, 12])

# A slice of columns, an expanded row: `reshape` and `flatten` copy as well.
print(x[:, :, 1:].flatten(1).shape, torch.ones(1, 3).expand(2, 3).reshape(6).shape)
#> torch.Size([2, 9]) torch.Size([6])

# The rows wanted in the order before the transpose: view first.
print(x.view(2, 12)[0, :5], y.reshape(2, 12)[0, :5])
#> tensor([0, 1, 2, 3, 4]) tensor([0, 4, 8, 1, 5])
