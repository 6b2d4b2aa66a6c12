r"""transpose: swap two dimensions.

The others stay. `swapaxes` is another name; `t()` is for matrices.

Attributes: Shapes
    x: (N, T, D) int64
    y: (T, N, D) int64

Asked as:
    np.swapaxes; swapdims; exchange axes; batch-first to time-first or sequence-first;
    time major; (batch, seq, feature) to (seq, batch, feature); k.transpose(-2, -1) in
    attention; difference between transpose and permute; interchange batch and time;
    swap two dimensions, swap axes; swap first and second dimension; switch time and
    batch axis; exchange dims of a 3d tensor; swap the last two dims
"""

import torch

x = torch.arange(12).reshape(2, 3, 2)
y = x.transpose(0, 1)  # <-
print(y.shape)
#> torch.Size([3, 2, 2])
print(torch.equal(y[2, 1], x[1, 2]))
#> True
