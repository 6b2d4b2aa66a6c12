r"""The shape of the mask at index 0 does not match: a mask is not broadcast.

A mask has the size of the dimensions that it stands for, from the first one on; a size
of 1 is not stretched. Usual causes: a mask of the columns in the place of the rows; a
mask of another batch, or made before rows were dropped; a mask (N, 1) or with the
channels left out; numbers in uint8, which count as a mask: take `.long()`. See [a
boolean mask](../tensors/indexing.md#boolean_mask).

Raises:
    IndexError: `x[columns]` The shape of the mask [4] at index 0 does not match the
        shape of the indexed tensor [3, 4] at index 0
    IndexError: `x[torch.ones(3, 1) > 0]` The shape of the mask [3, 1] at index 1 does
        not match the shape of the indexed tensor [3, 4] at index 1

Also worded:
    IndexError: The shape of the mask [2, 4] at index 0 does not match the shape of the
      indexed tensor [3, 4] at index 0
    IndexError: The shape of the mask [32] at index 0 does not match the shape of the
      indexed tensor [64, 10] at index 0

Asked as:
    train_mask of another graph; mask was made before filtering the data; select columns
    by a boolean mask; bool tensor index does not fit; mask of the padding on the hidden
    states; keep mask from the last batch
"""

import textwrap

import torch

x = torch.arange(12.0).reshape(3, 4)
columns = torch.tensor([True, False, False, True])
try:
    x[columns]
except IndexError as error:
    print(textwrap.fill(str(error), 80))
    #> The shape of the mask [4] at index 0 does not match the shape of the indexed
    #> tensor [3, 4] at index 0

# A mask of columns stands second.
print(x[:, columns].shape)  # <-
#> torch.Size([3, 2])

# A mask of (N, 1): take the dimension off for rows, or stretch it for elements.
rows = torch.tensor([[True], [False], [True]])
print(x[rows[:, 0]].shape, x[rows.expand_as(x)].shape)
#> torch.Size([2, 4]) torch.Size([8])

# A mask of pixels on an image with channels: the channels stay in front.
image, pixels = torch.zeros(3, 2, 2), torch.eye(2) > 0
print(image[:, pixels].shape)
#> torch.Size([3, 2])

# Keep the shape: write where the mask is not; here it is broadcast.
print(torch.where(rows, x, 0).shape, x.masked_fill(~columns, 0).shape)
#> torch.Size([3, 4]) torch.Size([3, 4])
