r"""shape is invalid for input of size: the sizes do not multiply to that number.

`view` and `reshape` keep the number of elements; the sizes you name have to multiply to
it, and with a -1 the others have to divide it. Usual causes: a number worked out for
pictures of another size; a fixed batch size, which the last and smaller batch does not
have; a pooling or a mean that took elements away; a number of features that the number
of heads does not divide.

Raises:
    RuntimeError: `x.view(-1, 400)` shape '[-1, 400]' is invalid for input of size 1152
    RuntimeError: `x.unflatten(1, (3, 3))` unflatten: Provided sizes [3, 3] don't
        multiply up to the size of dim 1 (16) in the input tensor
    RuntimeError: `x.view(-1, -1)` only one dimension can be inferred

Also worded:
    RuntimeError: shape '[64, 784]' is invalid for input of size 25088
    RuntimeError: invalid argument 2: size '[-1 x 400]' is invalid for input with 1152
      elements
    RuntimeError: size '[4 x 2]' is invalid for input with 6 elements
    RuntimeError: invalid shape dimension -2 at index 1 of shape [4, -2]
    RuntimeError: requested resize to 2x2 (4 elements in total), but the given tensor
      has a size of 2x3 (6 elements).

Asked as:
    view with a fixed batch_size fails; total size of the new shape differs; reshape to
    heads, embed_dim not divisible; how many features are left before flatten; tutorial
    network with larger pictures, error in x.view; two times -1 in a view
"""

import torch

x = torch.zeros(2, 16, 6, 6)  # (N, C, H, W): written for (N, 16, 5, 5)
try:
    x.view(-1, 400)
except RuntimeError as error:
    print(error)
    #> shape '[-1, 400]' is invalid for input of size 1152

# A number for another picture size: name the batch, leave the rest to the shape.
print(x.flatten(1).shape, x.view(x.shape[0], -1).shape)  # <-
#> torch.Size([2, 576]) torch.Size([2, 576])

# A fixed batch size: the last batch is smaller. Read it from the tensor.
for batch in torch.zeros(5, 28, 28).split(2):
    rows = batch.view(batch.shape[0], 784)
print(rows.shape)
#> torch.Size([1, 784])

# Heads, patches, groups: split one dimension, where the sizes have to multiply to it.
print(x.unflatten(1, (4, -1)).shape)
#> torch.Size([2, 4, 4, 6, 6])
