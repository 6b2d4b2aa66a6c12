r"""rand and randn: uniform in [0, 1), and normal.

Set the seed with `torch.manual_seed` to get the same numbers again. A `Generator` of
your own does not disturb, and is not disturbed by, other draws. CPU and GPU draw
different numbers.

Attributes: Shapes
    uniform: (1000,) float32
    normal: (1000,) float32

Asked as:
    random tensor; np.random.randn; tf.random.normal; tf.random.uniform; gaussian noise
    with mean and std of my choice; uniform random numbers between a and b; samples of a
    standard normal; random dummy input to check that my network runs; random number
    generator of its own; latent vector z for a GAN; same seed, different numbers on cpu
    and gpu; create random test data; random numbers between 0 and 1; difference between
    rand and randn; random normal values, normally distributed; random values from a
    gaussian distribution; random matrix; random numbers; get a random number
"""

import torch

torch.manual_seed(0)
uniform = torch.rand(1000)  # <-
normal = torch.randn(1000)
print(bool((uniform >= 0).all() and (uniform < 1).all()))
#> True

torch.manual_seed(0)
print(torch.equal(torch.rand(1000), uniform))
#> True
generator = torch.Generator().manual_seed(0)
print(torch.equal(torch.rand(1000, generator=generator), uniform))
#> True

scaled = 5 + 2 * normal  # (1000,): mean 5, standard deviation 2
