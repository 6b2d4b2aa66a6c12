r"""torch.distributions and multinomial: draw from a distribution.

A distribution object draws (`sample`) and rates (`log_prob`). `sample` has no gradient
by the parameters; `rsample` has, where it exists (Normal has it, Categorical has not).
`torch.multinomial` draws indices by weights that need not sum to 1; without
`replacement=True` no index comes twice.

Attributes: Shapes
    heights: (1000,) float32
    classes: (5,) int64
    index: (2,) int64

Raises:
    ValueError: `Normal(0.0, -1.0)` Expected parameter scale
    RuntimeError: `torch.multinomial(torch.tensor([-1.0, 1.0]), 1)` probability tensor
        contains either `inf`, `nan` or element < 0
    RuntimeError: `torch.multinomial(torch.zeros(2), 1)` invalid multinomial
        distribution (sum of probabilities <= 0)

Asked as:
    sample an index, each with a different probability; Categorical distribution;
    weighted random choice; np.random.choice with p; random.choices with weights; sample
    from a normal, bernoulli or categorical; sample from a categorical; Bernoulli,
    Uniform, Beta, Exponential; compute the log probability of a sample under a
    gaussian; draw the next token from the softmax output of a language model; sample an
    action from logits; tfp.distributions; reparameterization trick rsample; policy
    gives logits, pick an action and its log probability; roulette selection, pick
    randomly by given weights; next token from the probabilities, not always the most
    likely word; draw samples from a distribution
"""

import torch
from torch.distributions import Categorical, Normal

torch.manual_seed(0)
normal = Normal(loc=170.0, scale=10.0)
heights = normal.sample((1000,))
print(heights.mean(), heights.std())
#> tensor(170.2892) tensor(10.2870)
print(normal.log_prob(torch.tensor(170.0)).exp())  # the density
#> tensor(0.0399)

logits = torch.tensor([0.0, 1.0, 2.0])
classes = Categorical(logits=logits).sample((5,))  # <-
index = torch.multinomial(logits.softmax(dim=0), num_samples=2)
print(len(set(index.tolist())))  # two different ones
#> 2

mean = torch.tensor(0.0, requires_grad=True)
Normal(mean, 1.0).rsample().backward()
print(mean.grad)
#> tensor(1.)
