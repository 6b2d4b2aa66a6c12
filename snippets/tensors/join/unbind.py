r"""unbind: take a dimension apart.

Gives a tuple of tensors without that dimension: to unpack coordinates, or query, key
and value. Iterating over a tensor unbinds dimension 0.

Attributes: Shapes
    boxes: (2, 4) int64

Asked as:
    tf.unstack; tensor to list of tensors; loop over the rows; unpack along a dimension;
    x1, y1, x2, y2 of boxes; separate q, k, v that are stacked in one tensor; inverse of
    stack; one tensor per row; loop over a tensor; tuple of slices along a dim; get
    separate tensors for each channel or column; split a batch into its single samples;
    iterate over a tensor; split along a dimension into a tuple, removing the dimension;
    go through the rows of a tensor
"""

import torch

boxes = torch.tensor([[0, 0, 10, 20], [5, 5, 15, 30]])
x1, y1, x2, y2 = boxes.unbind(dim=1)  # <- (2,), (2,), (2,), (2,)
area = (x2 - x1) * (y2 - y1)  # (2,)
print(area)
#> tensor([200, 250])
