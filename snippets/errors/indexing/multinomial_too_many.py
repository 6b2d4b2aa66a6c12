r"""cannot sample n_sample > prob_dist.size(-1) samples: more than there are.

Each position is drawn once at most, and there are fewer positions than samples. Pass
`replacement=True`, or draw no more than there are. `WeightedRandomSampler` draws in the
same way: more samples than it has weights need replacement. Most other errors of
`multinomial` are about the weights: they may not be negative, NaN, infinite or all 0,
and they are floats. Too few weights above 0 are no error: positions of weight 0 are
drawn as well.

Raises:
    RuntimeError: `torch.multinomial(weights, 5)` cannot sample n_sample >
        prob_dist.size(-1) samples without replacement
    RuntimeError: `torch.multinomial(weights - 1, 1)` probability tensor contains either
        `inf`, `nan` or element < 0
    RuntimeError: `torch.multinomial(weights * 0, 1)` invalid multinomial distribution
        (sum of probabilities <= 0)
    RuntimeError: `torch.multinomial(weights.long(), 1)` multinomial only supports
        floating-point dtypes for input, got: Long

Also worded:
    RuntimeError: cannot sample n_sample > prob_dist:size(1) samples without replacement
    RuntimeError: invalid argument 2: invalid multinomial distribution (with
      replacement=False, not enough non-negative category to sample)
    RuntimeError: invalid multinomial distribution (encountering probability entry < 0)
    RuntimeError: prob_dist must be 1 or 2 dim

Asked as:
    torch.multinomial draws more samples than categories; WeightedRandomSampler with
    replacement=False and too many samples; generate text, probability tensor contains
    inf or nan; sum of probabilities is zero; sample 5 of 3 elements; top_k sampling
    leaves no token
"""

import torch

torch.manual_seed(0)
weights = torch.tensor([0.5, 0.5, 1.0])
try:
    torch.multinomial(weights, 5)
except RuntimeError as error:
    print(error)
    #> cannot sample n_sample > prob_dist.size(-1) samples without replacement

# An element may come again.
print(torch.multinomial(weights, 5, replacement=True).shape)  # <-
#> torch.Size([5])

# No more than there are: an order by chance.
print(torch.multinomial(weights, min(5, len(weights))).sort().values)
#> tensor([0, 1, 2])

# Logits may be negative: make probabilities of them first.
logits = torch.tensor([-1.0, 0.5, 2.0])
print(torch.multinomial(logits.softmax(dim=-1), 1).shape)
#> torch.Size([1])

# NaN in the weights: find where it comes from before the draw.
print(torch.isfinite(logits / 0.0).all())
#> tensor(False)
