r"""sigmoid: any number to between 0 and 1.

Turns the logit of a yes-or-no question into a probability. For the loss, keep the logit
and use `BCEWithLogitsLoss`: in float32 the sigmoid is exactly 1 from about 17 on. As a
layer of a model: [`nn.Sigmoid`](../activations/bounded.md#sigmoid).

$$\sigma(x) = \frac{1}{1 + e^{-x}}$$

Attributes: Shapes
    x: (4,) float32

Asked as:
    logistic function; scipy.special.expit; convert a logit to a probability for yes or
    no; inverse logit; log-odds; function 1 / (1 + exp(-x)); probability from a binary
    output; output is exactly 1.0; map a number to a probability; squash a score or
    number into 0..1; raw output of a binary classifier to probability; apply the
    sigmoid elementwise to a tensor; logit to probability
"""

import torch

x = torch.tensor([-2.0, 0.0, 2.0, 20.0])
print(torch.sigmoid(x))  # <-
#> tensor([0.1192, 0.5000, 0.8808, 1.0000])
print(torch.sigmoid(x)[3] == 1)
#> tensor(True)
