r"""Using a target size that is different to the input size: BCELoss.

`BCELoss` and `BCEWithLogitsLoss` do not broadcast: prediction and target need one
shape. Usual causes: a model with one output gives (N, 1), the labels are (N,); a model
with two outputs, (N, 2), for a yes or no that needs one; class indices where
`CrossEntropyLoss` was meant. `mse_loss` and its like print a
[warning](losses.md#incorrect_due_to_broadcasting) and go on.

Raises:
    ValueError: `F.binary_cross_entropy(logits.sigmoid(), target)`
        Using a target size (torch.Size([2])) that is different to the input size
        (torch.Size([2, 1])) is deprecated. Please ensure they have the same size.
    ValueError: `F.binary_cross_entropy_with_logits(logits, target)`
        Target size (torch.Size([2])) must be the same as input size (torch.Size([2,
        1]))

Also worded:
    ValueError: Using a target size (torch.Size([64])) that is different to the input
      size (torch.Size([64, 1])) is deprecated. Please ensure they have the same size.
    ValueError: Target size (torch.Size([32])) must be the same as input size
      (torch.Size([32, 1]))
    ValueError: Target size (torch.Size([16])) must be the same as input size
      (torch.Size([16, 2]))
    ValueError: Target and input must have the same number of elements. target nelement
      (10) != input nelement (20)
    UserWarning: Using a target size (torch.Size([64])) that is different to the input
      size (torch.Size([64, 1])) is deprecated. Please ensure they have the same size.

Asked as:
    binary classifier with output (N, 1) and labels (N,); mask (N, H, W) and logits (N,
    1, H, W); discriminator output has an extra dimension; class index as target of
    BCEWithLogitsLoss; last batch of a GAN, labels made for the full batch size; one
    sigmoid output and a flat label vector
"""

import torch
import torch.nn.functional as F

bce = F.binary_cross_entropy_with_logits
logits = torch.zeros(2, 1)
target = torch.tensor([0.0, 1.0])
try:
    bce(logits, target)
except ValueError as error:
    print(error)
    #> Target size (torch.Size([2])) must be the same as input size (torch.Size([2, 1]))

# One output: drop its dimension, or give one to the target.
print(bce(logits.squeeze(1), target))  # <-
#> tensor(0.6931)
print(bce(logits, target.unsqueeze(1)))
#> tensor(0.6931)

# A mask without the channel of the logits.
print(bce(torch.zeros(2, 1, 4, 4), torch.ones(2, 4, 4).unsqueeze(1)))
#> tensor(0.6931)

# Two outputs and class indices: that is CrossEntropyLoss.
print(F.cross_entropy(torch.zeros(2, 2), target.long()))
#> tensor(0.6931)

# Labels made for a full batch (a GAN, the last batch): make them like the output.
print(bce(logits, torch.ones_like(logits)))
#> tensor(0.6931)
