"""squeeze drops the batch: one sample looks like C of them.

`squeeze()` without `dim` drops every dimension of size 1. A batch of one, the last of
an epoch or the only one in production, loses its first dimension: (1, C, 1, 1) becomes
(C,). Often something raises later; a loop over samples, `len` and a mean over `dim=0`
go on, over the classes. Name what to drop, `squeeze((2, 3))`, or use `flatten(1)`. See
[`squeeze`](../tensors/reshape.md#squeeze).

Attributes: Shapes
    features: (N, C, 1, 1) float32

Asked as:
    code works except for a batch of size 1; last batch of the epoch breaks the model;
    several predictions for a single image; single image always predicted as class 0;
    output.squeeze() loses a dimension; squeeze with batch_size=1; number of samples is
    wrong in the last batch; prediction works for many images and fails for one; mean
    over the batch returns a scalar; len of the output is the number of classes; squeeze
    without dim; does squeeze remove the batch axis; batch dimension is removed by
    squeeze when there is one sample
"""

import torch

names = ["cat", "dog", "owl"]
features = torch.tensor([[0.1, 0.2, 0.7], [0.1, 0.8, 0.1]])[:, :, None, None]

for batch in [features, features[:1]]:
    # Wrong: with one sample, three classes pass for three samples.
    print([names[scores.argmax()] for scores in batch.squeeze()])
    #> ['owl', 'dog']
    #> ['cat', 'cat', 'cat']

for batch in [features, features[:1]]:
    # Right: the dimensions that are to go.
    print([names[scores.argmax()] for scores in batch.squeeze((2, 3))])  # <-
    #> ['owl', 'dog']
    #> ['owl']

# The mean over the batch: three numbers, or one.
print(features[:1].squeeze().mean(dim=0))
#> tensor(0.3333)
print(features[:1].flatten(1).mean(dim=0))
#> tensor([0.1000, 0.2000, 0.7000])
