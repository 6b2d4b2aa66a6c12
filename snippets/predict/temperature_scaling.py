r"""Temperature scaling: probabilities that one can believe.

One number T that divides the logits, fitted on validation data to the cross-entropy;
the network stays as it is. T above 1 makes over-confident predictions milder. The order
of the classes does not change, so the accuracy does not either. Not on the training
data: there the model is right too often. Fit the logarithm of T, and T stays positive.
Look at [calibration](../evaluation/index.md#calibration) before and after.

$$p_c = \frac{e^{x_c / T}}{\sum_j e^{x_j / T}}$$

Attributes: Shapes
    logits: (N, C) float32, of the validation set
    target: (N,) int64, class index in [0, C)
    log_T: () float32

Asked as:
    calibrate a neural network; Platt scaling; Guo et al. calibration of modern neural
    networks; softmax probabilities are too confident; model says 99 percent but is
    wrong; CalibratedClassifierCV; fit a temperature on the validation set with LBFGS;
    recalibrate the confidence after training; divide the logits by a number; lower the
    confidence without changing the prediction; reliable confidence scores; calibrate
    the softmax after training; temperature of the softmax learned on validation data
"""

import torch
import torch.nn.functional as F

torch.manual_seed(0)
true_logits = 2 * torch.randn(2000, 3)
target = torch.distributions.Categorical(logits=true_logits).sample()
logits = 3 * true_logits  # of a model that is three times too sure

log_T = torch.zeros((), requires_grad=True)
optimizer = torch.optim.LBFGS([log_T], line_search_fn="strong_wolfe")


def closure():
    optimizer.zero_grad()
    loss = F.cross_entropy(logits / log_T.exp(), target)  # <-
    loss.backward()
    return loss


optimizer.step(closure)
T = log_T.detach().exp()
print(f"T = {T:.1f}")
#> T = 3.0
right = (logits.argmax(dim=1) == target).float().mean()
for scaled in (logits, logits / T):
    confidence = scaled.softmax(dim=1).amax(dim=1).mean()
    print(f"says {confidence:.2f}, right {right:.2f}")
    #> says 0.91, right 0.75
    #> says 0.75, right 0.75
