r"""softmax: scores to probabilities that sum to 1.

`dim` is the dimension that sums to 1: the classes, so `dim=1` for (N, C). A number
added to all scores cancels. For the loss use `log_softmax`, which does not run into
`log(0)`. `F.softmax` without `dim` warns and guesses. As a layer of a model:
[`nn.Softmax`](../activations/softmax.md#softmax_layer).

$$p_c = \frac{e^{x_c}}{\sum_k e^{x_k}}$$

Attributes: Shapes
    scores: (N, C) float32
    probs: (N, C) float32

Warns:
    UserWarning: `torch.nn.functional.softmax(scores)` Implicit dimension choice for
        softmax has been deprecated.

Asked as:
    F.softmax; scipy.special.softmax; turn raw scores into probabilities; which dim for
    softmax of (batch, classes); normalize to sum 1, my rows do not sum to 1; normalized
    exponential; boltzmann distribution; class probabilities from model output; softmax
    with dim=0 or dim=1; output of the net in percent for each class; scores of several
    classes that add up to 1; softmax over the last dimension; apply softmax to logits;
    get probabilities from logits; turn logits into probabilities; softmax over the
    classes
"""

import torch

scores = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 1000.0]])
probs = scores.softmax(dim=1)  # <-
print(probs)
#> tensor([[0.0900, 0.2447, 0.6652],
#>         [0.0000, 0.0000, 1.0000]])
print(probs.log()[1], scores.log_softmax(dim=1)[1])
#> tensor([-inf, -inf, 0.]) tensor([-1000., -1000.,     0.])
