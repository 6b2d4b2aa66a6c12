r"""all elements of input should be between 0 and 1: no sigmoid, or nan.

`BCELoss` takes probabilities. Usual causes: logits, of a model without `sigmoid` at the
end; outputs that have become `nan`, which are not between 0 and 1 either; a last step,
such as `relu`, that goes beyond 1. Of targets it says "all elements of target should be
between 0 and 1": labels 1 and 2, or -1 and 1, or 255 in a mask. Logits go to
[`BCEWithLogitsLoss`](../losses/classification.md#bce_with_logits), which has the
sigmoid in it.

Raises:
    RuntimeError: `F.binary_cross_entropy(logits, target)`
        all elements of input should be between 0 and 1
    RuntimeError: `F.binary_cross_entropy(logits.sigmoid(), 2 * target)`
        all elements of target should be between 0 and 1

Also worded:
    RuntimeError: Assertion `x >= 0. && x <= 1.' failed. input value should be between
      0~1, but got
    Loss.cu: Assertion `input_val >= zero && input_val <= one` failed.
    Loss.cu: Assertion `target_val >= zero && target_val <= one` failed.
    BCECriterion.cu: Assertion `input >= 0. && input <= 1.` failed.

Asked as:
    raw outputs into BCELoss; negative values in binary cross entropy; forgot the
    sigmoid at the end of the model; discriminator outputs are not probabilities; labels
    1 and 2 in a binary loss; sigmoid output slightly outside of [0, 1]
"""

import torch
import torch.nn.functional as F

logits = torch.tensor([-1.0, 2.0])
target = torch.tensor([0.0, 1.0])
try:
    F.binary_cross_entropy(logits, target)
except RuntimeError as error:
    print(error)
    #> all elements of input should be between 0 and 1

# Outputs of a linear layer: the loss that has the sigmoid in it.
print(F.binary_cross_entropy_with_logits(logits, target))  # <-
#> tensor(0.2201)

# With a sigmoid and BCELoss: the same number.
print(F.binary_cross_entropy(logits.sigmoid(), target))
#> tensor(0.2201)

# Is it nan? Then look for what made it, for example the learning rate.
output = torch.tensor([float("nan"), 0.5])
print(output.isfinite().all().item())
#> False

# Targets -1 and 1, or a mask of 0 and 255: to 0 and 1.
print((torch.tensor([-1, 1]) > 0).float(), torch.tensor([0, 255]) / 255)
#> tensor([0., 1.]) tensor([0., 1.])
