r"""torch.normal, bernoulli, poisson, binomial: a draw for each element.

Tensors of parameters give a draw of their shape. `torch.normal` takes tensors for mean,
standard deviation, or both; with two numbers it wants `size`. `torch.bernoulli` takes
probabilities and gives 0 and 1. `torch.randint_like` and `rand_like` take the shape.
The gradient of `torch.normal` by its parameters is 0: take [`rsample`](#normal).

Attributes: Shapes
    rates: (3,) float32

Asked as:
    torch.normal; torch.bernoulli; torch.poisson; torch.binomial; np.random.normal with
    arrays; random mask with a probability for each element; noise with a different
    standard deviation for each element; tf.random.poisson; shot noise for an image;
    torch.normal size argument; stochastic binarisation; torch.randint_like; sample
    pixels as 0 or 1 by their brightness; mean and std tensors to noise; random
    binarisation of grey values
"""

import torch

torch.manual_seed(0)
rates = torch.tensor([0.0, 1.0, 100.0])
print(torch.normal(mean=rates, std=0.0))  # <-
#> tensor([  0.,   1., 100.])
print(torch.normal(0.0, 1.0, size=(2, 3)).shape)
#> torch.Size([2, 3])
print(torch.bernoulli(torch.tensor([0.0, 1.0])))
#> tensor([0., 1.])
print(torch.poisson(rates.expand(1000, 3)).mean(dim=0))
#> tensor([  0.0000,   1.0480, 100.1000])
print(torch.binomial(torch.tensor([10.0]), torch.tensor([1.0])))
#> tensor([10.])
print(torch.randint_like(rates, low=5, high=6))
#> tensor([5., 5., 5.])
