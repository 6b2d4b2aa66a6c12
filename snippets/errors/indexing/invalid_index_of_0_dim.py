r"""invalid index of a 0-dim tensor: it is one number, without dimensions.

A loss, a sum or one element of a vector is a tensor of shape (), in which there is
nothing to index. Usual causes: `loss.data[0]` of code before torch 0.4; an index too
many, `x[0][0]` of a vector; a target that `squeeze` has turned from (1,) into (). Read
the number with `item()`.

Raises:
    IndexError: `loss.data[0]` invalid index of a 0-dim tensor. Use `tensor.item()` in
        Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
    IndexError: `loss[:]` slice() cannot be applied to a 0-dim tensor.

Also worded:
    IndexError: invalid index of a 0-dim tensor. Use tensor.item() to convert a 0-dim
      tensor to a Python number
    UserWarning: invalid index of a 0-dim tensor. This will be an error in PyTorch 0.5.
      Use tensor.item() to convert a 0-dim tensor to a Python number

Asked as:
    loss.data[0] fails in new torch; old tutorial uses loss.data[0]; squeeze made a
    scalar of a batch of one; labels[i] when the batch has one sample; replace .data[0]
    by .item(); x[0][0] of a vector
"""

import torch

loss = torch.tensor([1.0, 3.0]).mean()
try:
    loss.data[0]
except IndexError as error:
    print(str(error).split(". ")[0])
    #> invalid index of a 0-dim tensor
print(loss.shape)
#> torch.Size([])

# The number of it.
print(loss.item())  # <-
#> 2.0

# A batch of one, squeezed: name the dimension that is to go.
output = torch.tensor([[0.5]])  # (1, 1)
print(output.squeeze().shape, output.squeeze(1)[0])
#> torch.Size([]) tensor(0.5000)

# One or many: give it a dimension.
print(loss.reshape(-1)[0], torch.atleast_1d(loss).shape)
#> tensor(2.) torch.Size([1])
