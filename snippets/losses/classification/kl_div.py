r"""KLDivLoss: how far a predicted distribution is from a target distribution.

For [distillation](written.md#distillation) and soft labels. The input holds
log-probabilities, the target probabilities (or log-probabilities with
`log_target=True`, where one of `-inf` gives NaN). Say `reduction="batchmean"`: the
default `"mean"` divides by N times C, which is not the divergence, and warns.

$$\ell = \frac{1}{N} \sum_n \sum_c y_{n,c} \left( \log y_{n,c} - x_{n,c} \right)$$

Attributes: Shapes
    log_pred: (N, C) float32, log-probabilities
    target: (N, C) float32, probabilities, each row sums to 1
    loss: () float32

Warns:
    UserWarning: `nn.KLDivLoss()(log_pred, target)` reduction: 'mean' divides the total
        loss by both the batch size and the support size.

Asked as:
    KL divergence loss; Kullback-Leibler; relative entropy; F.kl_div;
    tf.keras.losses.KLDivergence; distillation: a small student imitates the softmax of
    a big teacher; why is kl_div negative; input must be log_softmax; batchmean;
    log_target=True; order of the arguments of kl_div; distance between distributions,
    compare two histograms; Lua Torch DistKLDivCriterion; how different are two
    probability distributions; kl loss is negative, log of the input forgotten; penalise
    the difference between softmax output and a given distribution; match two
    probability distributions, teacher and student; knowledge distillation loss; distill
    a model
"""

import torch
import torch.nn.functional as F
from torch import nn

log_pred = torch.tensor([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]).log()
target = torch.tensor([[0.5, 0.25, 0.25], [0.0, 0.0, 1.0]])

loss_fn = nn.KLDivLoss(reduction="batchmean")  # <-
loss = loss_fn(log_pred, target)  # mean of 0 and -log 0.8
print(loss)
#> tensor(0.1116)
print(F.kl_div(log_pred, target, reduction="batchmean"))
#> tensor(0.1116)
