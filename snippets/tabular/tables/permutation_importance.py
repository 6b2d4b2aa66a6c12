r"""Permutation importance: shuffle a column, see how the error grows.

No gradient is needed: a column that the model reads is missed when its values go to
other rows. Measure it on rows that the model has not learnt, and repeat it: one shuffle
is noisy. Of two columns that say the same, each looks less important than it is.

Attributes: Shapes
    x: (N, 3) float32
    y: (N,) float32
    importance: (3,) float32, the growth of the error

Asked as:
    feature importance of a neural network; which column matters; permutation_importance
    of sklearn for a torch model; feature_importances_ for an MLP; explain a tabular
    model; shuffle one feature; most important inputs of my network; SHAP alternative;
    does the model use this feature; drop-column importance; rank features by effect on
    the loss; model-agnostic importance; importance of features without a gradient
"""

import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(1000, 3)
y = 2 * x[:, 0] + x[:, 1]  # the last column says nothing


def model(x):  # in place of a trained one
    return 2 * x[:, 0] + x[:, 1]


@torch.no_grad()
def importances(model, x, y, repeats=5):
    before = F.mse_loss(model(x), y)
    growth = torch.zeros(x.shape[1])
    for column in range(x.shape[1]):
        for _ in range(repeats):
            shuffled = x.clone()
            shuffled[:, column] = x[torch.randperm(len(x)), column]  # <-
            growth[column] += (F.mse_loss(model(shuffled), y) - before) / repeats
    return growth


importance = importances(model, x, y)
print(importance.round())
#> tensor([8., 2., 0.])
