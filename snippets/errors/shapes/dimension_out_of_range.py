r"""Dimension out of range: the tensor has fewer dimensions than the code thinks.

The range in the message tells how many there are: [-1, 0] is one dimension or none,
[-2, 1] two; `unsqueeze` and `stack` count the new one as well. Usual causes: one sample
without its batch, as in `dataset[0]`; `squeeze()`, which removes the batch where it has
one row; an index, `max` or a mean that took a dimension away; `dim=1` on a vector of
logits; counting from 1.

Raises:
    IndexError: `logits.softmax(1)` Dimension out of range (expected to be in range of
        [-1, 0], but got 1)
    IndexError: `torch.tensor(5).size(0)` Dimension specified as 0 but tensor has no
        dimensions

Also worded:
    IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    RuntimeError: dimension out of range (expected to be in range of [-1, 0], but got 1)
    RuntimeError: invalid argument 2: dimension 1 out of range of 1D tensor
    IndexError: tuple index out of range

Asked as:
    dim=1 fails for a single sample; argmax(1) fails on one prediction; x.size(1) of a
    one-dimensional tensor; last batch of one sample loses a dimension; sum over an axis
    that does not exist; IndexError in cross_entropy or softmax about the dimension
"""

import torch

logits = torch.tensor([1.0, 3.0, 2.0])  # (3,): of one sample
try:
    logits.softmax(1)
except IndexError as error:
    print(error)
    #> Dimension out of range (expected to be in range of [-1, 0], but got 1)

# No batch: count from the end, or add the dimension.
print(logits.softmax(-1).shape, logits[None].softmax(1).shape)  # <-
#> torch.Size([3]) torch.Size([1, 3])

# `squeeze()` takes every size of 1, the batch too: name the dimension.
x = torch.zeros(1, 1, 5)  # (N, C, T): N is 1
print(x.squeeze().shape, x.squeeze(1).shape)
#> torch.Size([5]) torch.Size([1, 5])

# A reduction removes its dimension: keep it where the next one is to be named.
print(x.mean(1).shape, x.mean(1, keepdim=True).shape)
#> torch.Size([1, 5]) torch.Size([1, 1, 5])

# How many there are.
print(x.ndim, x.shape)
#> 3 torch.Size([1, 1, 5])
