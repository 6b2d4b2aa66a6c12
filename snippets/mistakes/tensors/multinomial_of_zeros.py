"""multinomial without replacement: weight 0 is drawn.

Where more samples are asked for than there are weights above zero, though no more than
weights, positions of weight 0 fill the rest and nothing is raised; NumPy's `choice`
raises. A class that was excluded by a zero comes back, and a `WeightedRandomSampler`
with `replacement=False` shows the samples it should leave out. Draw no more than there
are weights above zero, or with replacement, where weight 0 is not drawn. See
[`multinomial`](../tensors/create.md#distributions).

Attributes: Shapes
    weights: (5,) float32

Asked as:
    multinomial returns an index with probability 0; torch.multinomial draws a masked
    token; sampler shows samples of weight zero; excluded samples appear in training;
    WeightedRandomSampler with replacement=False ignores the weights; zero probability
    action is chosen; draw k without replacement from fewer than k; masked actions are
    sampled; weights of 0 in a sampler; top-k filtered tokens are still drawn; why does
    multinomial pick a zero weight
"""

import torch
from torch.utils.data import WeightedRandomSampler

torch.manual_seed(0)
weights = torch.tensor([0.5, 0.5, 0.0, 0.0, 0.0])  # the last three are excluded

# Wrong: four of two.
drawn = torch.multinomial(weights, 4)
print((weights[drawn] == 0).sum())
#> tensor(2)

# Right: no more than there are.
drawn = torch.multinomial(weights, min(4, int((weights > 0).sum())))  # <-
print((weights[drawn] == 0).sum())
#> tensor(0)

# Wrong: an epoch of len(weights) has everything in it.
print(sorted(WeightedRandomSampler(weights, len(weights), replacement=False)))
#> [0, 1, 2, 3, 4]

# Right: an epoch of those with a weight.
count = int((weights > 0).sum())
print(sorted(WeightedRandomSampler(weights, count, replacement=False)))
#> [0, 1]
