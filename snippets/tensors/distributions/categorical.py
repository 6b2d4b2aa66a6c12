r"""Categorical, Bernoulli, OneHotCategorical, Multinomial: draw classes.

Give `logits` or `probs`, by name: the first positional argument of `Categorical` is
`probs`, which are scaled to sum to 1. `sample` has no gradient: a policy learns by
`-log_prob(action) * reward`. `entropy` is in nats. `Multinomial` counts several draws.
[`torch.multinomial`](create.md#distributions) draws without an object, also without
replacement.

Attributes: Shapes
    logits: (2, 3) float32
    actions: (2,) int64

Asked as:
    torch.distributions.Categorical; Categorical(logits=logits); policy gradient;
    REINFORCE; sample an action and its log_prob; entropy of a softmax; entropy bonus in
    reinforcement learning; torch.distributions.Bernoulli; OneHotCategorical;
    torch.distributions.Multinomial; tfp.distributions.Categorical;
    tf.random.categorical; discrete distribution; probs or logits; random class by
    probability; coin flips with a given probability; dist.log_prob(action); entropy of
    class probabilities; discrete action of a policy with its log probability
"""

import torch
from torch.distributions import Bernoulli, Categorical, Multinomial, OneHotCategorical

inf = float("inf")
logits = torch.tensor([[0.0, 0.0, 0.0], [0.0, -inf, -inf]])  # -inf: not allowed
policy = Categorical(logits=logits)
torch.manual_seed(0)
actions = policy.sample()
print(actions[1], policy.log_prob(actions))  # <-
#> tensor(0) tensor([-1.0986,  0.0000])
print(policy.entropy().abs(), policy.probs[0])
#> tensor([1.0986, 0.0000]) tensor([0.3333, 0.3333, 0.3333])

print(Categorical(torch.tensor([1.0, 3.0])).probs)
#> tensor([0.2500, 0.7500])
print(OneHotCategorical(logits=logits[1]).sample())
#> tensor([1., 0., 0.])
coin = Bernoulli(probs=torch.tensor(0.25))
print(coin.log_prob(torch.tensor(1.0)).exp(), coin.mean, coin.variance)
#> tensor(0.2500) tensor(0.2500) tensor(0.1875)
print(Multinomial(10, probs=torch.tensor([0.0, 1.0])).sample())
#> tensor([ 0., 10.])
