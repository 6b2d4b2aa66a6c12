"""NumPy shares memory: the buffer that is read once too often.

`from_numpy`, `as_tensor`, `numpy()` and `np.asarray` do not copy: array and tensor are
one memory. A reader that fills the same buffer again changes every frame you kept, and
weights kept with `detach().numpy()` follow the training. `torch.Tensor(array)` shares
for float32, and `.float()` copies only what is not float32 already.
`torch.tensor(array)` and `array.copy()` copy. See
[`from_numpy`](../tensors/create.md#from_numpy).

Asked as:
    all frames in my list are the last one; every element of the list is the same
    tensor; numpy array changes when the tensor changes; from_numpy and a reused buffer;
    weights saved before training equal the weights after; does as_tensor copy; numpy()
    returns a view of the weights; observations in the replay buffer are all identical;
    comparing weights before and after shows no difference; video frames overwritten in
    the list; copy a numpy array when making a tensor; torch.tensor or torch.from_numpy;
    tensor changes when the numpy array is overwritten
"""

import numpy as np
import torch

# Wrong: three tensors on one buffer.
buffer, frames = np.zeros(2, dtype=np.float32), []
for step in range(3):
    buffer[:] = step  # the reader
    frames.append(torch.from_numpy(buffer))
print(torch.stack(frames))
#> tensor([[2., 2.],
#>         [2., 2.],
#>         [2., 2.]])

# Right: torch.tensor copies.
buffer, frames = np.zeros(2, dtype=np.float32), []
for step in range(3):
    buffer[:] = step
    frames.append(torch.tensor(buffer))  # <-
print(torch.stack(frames))
#> tensor([[0., 0.],
#>         [1., 1.],
#>         [2., 2.]])

# The other way: wrong, then right.
weight = torch.nn.Parameter(torch.zeros(2))
before, copied = weight.detach().numpy(), weight.detach().numpy().copy()
with torch.no_grad():
    weight += 1  # training
print(weight.detach().numpy() - before, weight.detach().numpy() - copied)
#> [0. 0.] [1. 1.]
