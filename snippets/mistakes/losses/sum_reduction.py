"""Sum over the batch: the gradient grows with the batch.

With `reduction="sum"` the gradient is a sum over the samples: eight copies of a batch
give one eight times as long. With SGD a learning rate that suits one batch size may
diverge for a larger one, and a smaller last batch makes a smaller step. Adam divides
the scale out, but clipping by norm and the balance with a second loss depend on it. Use
the default, the mean; or, to keep the sum over pixels, divide by the batch size:
[reduction](../losses/options.md#reduction).

Asked as:
    reduction="sum" makes training diverge; larger batch size makes the loss explode;
    loss is nan with a bigger batch; loss.sum().backward() instead of mean; learning
    rate has to change when the batch size changes; gradient grows with the batch; loss
    value is in the thousands; printed loss is proportional to the batch size; sum or
    mean reduction and the learning rate; training works with batch size 8 but not with
    64; loss diverges after raising batch_size
"""

import torch
import torch.nn.functional as F


def slope_after_training(N, reduction):
    x = torch.linspace(-1, 1, N)
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.25)
    for _ in range(30):
        optimizer.zero_grad()
        F.mse_loss(w * x, 2 * x, reduction=reduction).backward()
        optimizer.step()
    return f"{w.item():.2g}"


# Wrong: a sum. The slope is 2; what fits 8 samples diverges with 64.
print(slope_after_training(8, "sum"), slope_after_training(64, "sum"))
#> 2 -2e+30

# Right: a mean.
print(slope_after_training(8, "mean"), slope_after_training(64, "mean"))  # <-
#> 2 2
