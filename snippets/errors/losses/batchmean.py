r"""'mean' divides the total loss by both the batch size: a warning of kl_div.

A warning of `kl_div` and `KLDivLoss` with their default reduction, "mean", which
divides by the number of all elements, N times C, while the divergence of distributions
is a sum over the C classes and a mean over the N samples: `reduction="batchmean"`.
Gradients are C times smaller with "mean". The input is log-probabilities; see
[`KLDivLoss`](../losses/classification.md#kl_div).

Warns:
    UserWarning: `F.kl_div(log_q, p)`
        reduction: 'mean' divides the total loss by both the batch size and the support
        size.'batchmean' divides only by the batch size

Also worded:
    UserWarning: reduction: 'mean' divides the total loss by both the batch size and the
      support size.'batchmean' divides only by the batch size, and aligns with the KL
      div math definition.'mean' will be changed to behave the same as 'batchmean' in
      the next major release.

Asked as:
    KL divergence is too small by the number of classes; reduction of KLDivLoss that
    matches the formula; batch size and support size; distillation loss prints a
    warning; why batchmean; aligns with the KL div math definition
"""

import warnings

import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.5], [0.9, 0.1]])
log_q = torch.tensor([[0.2, 0.8], [0.6, 0.4]]).log()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    mean = F.kl_div(log_q, p)
print(str(caught[0].message).split(".")[0])
#> reduction: 'mean' divides the total loss by both the batch size and the support size

# The divergence of the distributions, averaged over the batch.
batchmean = F.kl_div(log_q, p, reduction="batchmean")  # <-
print(batchmean)
#> tensor(0.2247)
print((p * (p.log() - log_q)).sum(1).mean())  # the formula
#> tensor(0.2247)

# The number of "mean", without the warning.
print(F.kl_div(log_q, p, reduction="none").mean(), mean)
#> tensor(0.1124) tensor(0.1124)
