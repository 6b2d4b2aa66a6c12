r"""reduction: none, mean or sum of the losses of a batch.

`"mean"` is the default and keeps the gradient's size independent of the batch size.
`"none"` gives the losses one by one, to weigh or rank samples yourself. The old
arguments `size_average` and `reduce` still work and warn.

Attributes: Shapes
    pred: (N,) float32
    each: (N,) float32, one loss an element

Raises:
    ValueError: `nn.L1Loss(reduction="avg")(pred, target)` avg is not a valid value for
        reduction

Warns:
    UserWarning: `nn.L1Loss(size_average=False)` size_average and reduce args will be
        deprecated, please use reduction='sum' instead.

Asked as:
    loss per sample instead of the average of the batch; size_average=False;
    reduce=False; elementwise_mean; sample weights in the loss, sample_weight; weight
    each example differently; mask a loss by hand; loss of each item in the batch, to
    find the worst ones; hard example mining; is the loss averaged over the batch; loss
    grows with the batch size; divide by the number of samples or not; weight every
    sample of the batch in the loss; should I sum or average the loss;
    nn.L1Loss(reduction="none"); loss returns a vector, not a scalar; average over the
    batch or add up; individual loss of every sample or element; sample weights
"""

import torch
from torch import nn

pred = torch.tensor([1.0, 2.0, 4.0])
target = torch.zeros(3)

each = nn.L1Loss(reduction="none")(pred, target)  # <-
print(each)
#> tensor([1., 2., 4.])
print(nn.L1Loss(reduction="mean")(pred, target))
#> tensor(2.3333)
print(nn.L1Loss(reduction="sum")(pred, target))
#> tensor(7.)

# Weigh samples yourself, then average.
weight = torch.tensor([1.0, 1.0, 0.0])
print((weight * each).sum() / weight.sum())
#> tensor(1.5000)
