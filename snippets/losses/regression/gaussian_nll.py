r"""GaussianNLLLoss: a mean and a variance, both predicted.

For a network that says how sure it is. A large variance makes an error cheap and
itself costs $\frac{1}{2} \log \sigma^2$. Variances below `eps` (1e-6) are raised to it.

$$\ell = \frac{1}{2N} \sum_n \left( \log \sigma_n^2 + \frac{(x_n - y_n)^2}{\sigma_n^2}
\right)$$

The constant $\frac{1}{2} \log 2 \pi$ is left out; `full=True` adds it.

Attributes: Shapes
    mean: (N,) float32, predicted means
    var: (N,) float32, predicted variances, not standard deviations
    target: (N,) float32
    loss: () float32

Raises:
    ValueError: `nn.GaussianNLLLoss()(mean, target, -var)` var has negative
        entry/entries

Asked as:
    predict uncertainty together with the value; F.gaussian_nll_loss; heteroscedastic
    regression; aleatoric uncertainty; negative log-likelihood of a normal distribution;
    network with two outputs, mean and variance, mu and sigma; error bars for the
    predictions of a regression; how sure is a regression network of its prediction;
    probabilistic regression; noise level that depends on the input; one member of a
    deep ensemble; uncertainty estimation in regression; estimate the noise of each
    measurement along with the mean; maximum likelihood with a predicted variance;
    variance goes negative, softplus or exp for it; confidence interval around each
    predicted value; network that also outputs its standard deviation
"""

import torch
import torch.nn.functional as F
from torch import nn

mean = torch.tensor([0.0, 2.0, 2.0])
target = torch.tensor([0.0, 0.0, 0.0])
var = torch.tensor([1.0, 1.0, 4.0])

loss_fn = nn.GaussianNLLLoss()
loss = loss_fn(mean, target, var)
print(loss)
#> tensor(1.0644)

# An error of 2 is cheaper where the variance admits it.
print(nn.GaussianNLLLoss(reduction="none")(mean, target, var))  # <-
#> tensor([0.0000, 2.0000, 1.1931])
print(F.gaussian_nll_loss(mean, target, var))
#> tensor(1.0644)
