"""drop_last: leave out the incomplete last batch.

For training with batch norm: a last batch of shape (1, C) is an error there. A set
smaller than a batch then gives none, without an error. Never for validation, where
every sample counts.

Attributes: Shapes
    x: (5, 2) float32

Raises:
    ValueError: `nn.BatchNorm1d(2)(x[4:])` Expected more than 1 value per channel when
        training, got input size torch.Size([1, 2])

Asked as:
    last batch is smaller; skip the incomplete last batch if it is not full;
    drop_remainder=True; all batches the same size; data set size not divisible by batch
    size; uneven number of samples; last batch has only one element, batch norm throws
    an error; shape error only at the end of an epoch; ignore the remaining samples that
    do not fill a whole batch; why is the number of batches one too many; dataset size
    is not a multiple of the batch size; ValueError from batch norm in the last batch of
    the epoch; drop the remainder
"""

import torch
from torch import nn
from torch.utils.data import DataLoader

x = torch.arange(10.0).reshape(5, 2)

loader = DataLoader(x, batch_size=2)
print(len(loader), [len(batch) for batch in loader])
#> 3 [2, 2, 1]
loader = DataLoader(x, batch_size=2, drop_last=True)  # <-
print(len(loader), [len(batch) for batch in loader])
#> 2 [2, 2]
print(nn.BatchNorm1d(2)(x[:2]).shape)
#> torch.Size([2, 2])
