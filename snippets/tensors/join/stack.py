r"""stack: join along a new dimension.

All shapes must be equal. A list of N samples of shape (C, H, W) becomes a batch (N, C,
H, W).

Attributes: Shapes
    a: (3,) int64
    b: (3,) int64
    pairs: (3, 2) int64

Raises:
    RuntimeError: `torch.stack([a, b[:2]])` stack expects each tensor to be equal size,
        but got [3] at entry 0 and [2] at entry 1

Asked as:
    turn a list of tensors into one tensor; np.stack; list of images of the same size to
    one batch tensor; put single images together as a batch; turn many vectors into one
    matrix; concatenate with a new axis; collected tensors in a list as one tensor with
    an extra dim; frames to a video tensor; red, green and blue to one image; only one
    element tensors can be converted to Python scalars; list of tensors to one tensor;
    combine vectors as rows, along a new axis; put several images in one batch; combine
    several tensors, stack along a new dimension; list of arrays to a batch
"""

import torch

a = torch.tensor([1, 2, 3])
b = torch.tensor([4, 5, 6])
print(torch.stack([a, b]))  # <- dim=0: one row a tensor
#> tensor([[1, 2, 3],
#>         [4, 5, 6]])

pairs = torch.stack([a, b], dim=1)
print(pairs)
#> tensor([[1, 4],
#>         [2, 5],
#>         [3, 6]])
