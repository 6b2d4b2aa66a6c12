r"""Implicit dimension choice for softmax has been deprecated: name dim.

A warning of `nn.Softmax`, `nn.LogSoftmax`, `F.softmax` and `F.log_softmax` without
`dim`, and of softmin: torch guesses the dimension. It takes 0 for tensors of zero, one
or three dimensions and 1 for all others, so the result for (N, T, C) adds up to one
over the samples. For logits with the classes last, `dim=-1`; for pictures (N, C, H, W),
`dim=1`. See [`softmax`](../tensors/math_ops.md#softmax).

Warns:
    UserWarning: `F.softmax(logits)`
        Implicit dimension choice for softmax has been deprecated. Change the call to
        include dim=X as an argument.
    UserWarning: `F.log_softmax(logits)`
        Implicit dimension choice for log_softmax has been deprecated.

Also worded:
    UserWarning: Implicit dimension choice for softmin has been deprecated. Change the
      call to include dim=X as an argument.
    TypeError: softmax() missing 1 required positional arguments: "dim"

Asked as:
    log_softmax warning about dim; dim=0 or dim=1 for class probabilities; probabilities
    do not add up to one in each row; softmax over the wrong axis; default dimension of
    softmax; include dim=X as an argument
"""

import warnings

import torch
import torch.nn.functional as F

logits = torch.tensor([[1.0, 2.0], [3.0, 5.0]])  # (N, C)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    F.softmax(logits)
    guessed = F.softmax(torch.zeros(4, 5, 2))  # samples, steps, classes
print(str(caught[0].message).split(". ")[0])
#> Implicit dimension choice for softmax has been deprecated

# With three dimensions the guess is wrong: over the four samples.
print(guessed[0, 0], guessed.sum(0).unique())
#> tensor([0.2500, 0.2500]) tensor([1.])

# Classes last, with any number of dimensions before them.
print(F.softmax(logits, dim=-1))  # <-
#> tensor([[0.2689, 0.7311],
#>         [0.1192, 0.8808]])
print(torch.zeros(4, 5, 2).softmax(-1)[0, 0])
#> tensor([0.5000, 0.5000])

# A map of classes: they are dimension 1.
print(torch.zeros(1, 2, 3, 3).softmax(1)[0, :, 0, 0])
#> tensor([0.5000, 0.5000])
