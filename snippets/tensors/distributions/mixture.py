r"""MixtureSameFamily: a weighted mixture.

A `Categorical` chooses the component; the last batch dimension counts them. `log_prob`
adds up the components by `logsumexp`. `sample` has no gradient: fit by maximum
likelihood. The softmax of the logarithms of weight times density is the chance of the
components, given a value.

Attributes: Shapes
    x: (3,) float32
    chance: (3, 2) float32

Asked as:
    torch.distributions.MixtureSameFamily; gaussian mixture model; mixture density
    network; GMM in PyTorch; sklearn GaussianMixture;
    tfp.distributions.MixtureSameFamily; responsibilities of a mixture; fit a mixture by
    gradient descent; multimodal distribution; mixture of gaussians log likelihood; two
    humps; component weights; discretised mixture of logistics; which component did a
    sample come from; distribution that has two peaks
"""

import torch
from torch.distributions import Categorical, MixtureSameFamily, Normal

weights = Categorical(probs=torch.tensor([0.25, 0.75]))
parts = Normal(torch.tensor([-2.0, 2.0]), torch.tensor([1.0, 1.0]))
mixture = MixtureSameFamily(weights, parts)
print(mixture.mean, mixture.variance)
#> tensor(1.) tensor(4.)

x = torch.tensor([-2.0, 0.0, 2.0])
print(mixture.log_prob(x).exp())  # <-
#> tensor([0.0998, 0.0540, 0.2992])
joint = weights.logits + parts.log_prob(x.unsqueeze(1))  # (3, 2)
print(joint.logsumexp(dim=1).exp())
#> tensor([0.0998, 0.0540, 0.2992])
chance = joint.softmax(dim=1)
print(chance.round(decimals=3))
#> tensor([[0.9990, 0.0010],
#>         [0.2500, 0.7500],
#>         [0.0000, 1.0000]])
