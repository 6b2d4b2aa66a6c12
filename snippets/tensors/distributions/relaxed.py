r"""RelaxedOneHotCategorical: draws of classes with a gradient.

A sample is a row of probabilities, near one-hot where the temperature is low, and
`rsample` has a gradient by the logits. `F.gumbel_softmax` is the function; `hard=True`
gives one-hot rows forward and the gradient of the soft ones, as
`OneHotCategoricalStraightThrough` does. `RelaxedBernoulli` is for one bit.

Attributes: Shapes
    logits: (3,) float32
    soft: (3,) float32
    hard: (3,) float32

Asked as:
    Gumbel softmax; F.gumbel_softmax; RelaxedBernoulli; gradient through a categorical
    sample; differentiable sampling of classes; discrete latent variables;
    OneHotCategoricalStraightThrough; temperature of the gumbel softmax; backpropagate
    through argmax; tfp.distributions.RelaxedOneHotCategorical; sample tokens and keep
    the gradient; discrete VAE; soft one-hot; differentiate through a random choice;
    gradients flow to the logits of a sampled category
"""

import torch
import torch.distributions as D
import torch.nn.functional as F

logits = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
torch.manual_seed(0)
soft = D.RelaxedOneHotCategorical(torch.tensor(0.5), logits=logits).rsample()
print(soft.sum().item(), soft.requires_grad)
#> 1.0 True

hard = F.gumbel_softmax(logits, tau=0.5, hard=True)  # <-
print(hard.max().item(), hard.sum().item())
#> 1.0 1.0
hard[0].backward()
print(logits.grad.count_nonzero())
#> tensor(3)

through = D.OneHotCategoricalStraightThrough(logits=logits).rsample()
print(through.count_nonzero(), through.requires_grad)
#> tensor(1) True
bit = D.RelaxedBernoulli(torch.tensor(0.1), probs=torch.tensor(0.5)).rsample()
print(0 <= bit <= 1)
#> tensor(True)
