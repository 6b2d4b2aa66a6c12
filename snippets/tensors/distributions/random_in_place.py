r"""normal_, uniform_, random_, bernoulli_: fill with random numbers.

They overwrite a tensor and return it, and take `generator=`. `random_(a, b)` gives
whole numbers from a to b - 1; for a float32 without limits up to 2**24. `bernoulli_(p)`
is 0 and 1. `exponential_`, `geometric_`, `cauchy_` and `log_normal_` are the others.

Attributes: Shapes
    x: (1000,) float32

Asked as:
    x.uniform_(-1, 1); torch.Tensor.random_; bernoulli_; geometric_; cauchy_;
    log_normal_; fill a tensor with noise in place; initialise a weight with random
    numbers; random mask by bernoulli_; tensor.uniform_; random bits;
    np.random.uniform(low, high); reuse a noise buffer; numbers between -1 and 1; fill
    with standard normal values; exponential_ in place; overwrite a tensor with gaussian
    noise; uniform numbers from minus one to one, uniform_
"""

import torch

torch.manual_seed(0)
x = torch.empty(1000)
print(x.uniform_(-1, 1).min() >= -1, x.max() < 1)  # <-
#> tensor(True) tensor(True)
print(x.normal_(mean=5.0, std=2.0).mean(), x.std())
#> tensor(5.0689) tensor(1.9499)
print(x.random_(0, 10).unique())
#> tensor([0., 1., 2., 3., 4., 5., 6., 7., 8., 9.])
print(x.bernoulli_(0.25).mean())
#> tensor(0.2350)
print(x.exponential_(lambd=2.0).mean(), x.geometric_(0.5).min())
#> tensor(0.5170) tensor(1.)
print(x.log_normal_(mean=0.0, std=1.0).log().mean(), x.cauchy_().median())
#> tensor(0.0015) tensor(0.0280)
