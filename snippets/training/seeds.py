"""Seeds: the same random numbers in every run.

Three libraries draw: Python, NumPy and PyTorch. `torch.manual_seed` covers the CPU and
the GPUs. In its workers a loader seeds all three by itself, see [seeds in
workers](../data/loader.md#worker_seeds). The same seed gives other numbers on another
device, and may on another release. Report several seeds: one is an anecdote.

Attributes: Shapes
    first: (2,) float32
    second: (2,) float32

Asked as:
    reproducible results; why do I get different results every run; every time I start
    my script the accuracy is different; set the seed so that results are the same each
    time; set the seed of python, numpy and torch; numbers change when I execute the
    notebook again, fix the randomness; seed everything, set all seeds at once;
    seed_everything(42); torch.manual_seed(42); torch.cuda.manual_seed and
    manual_seed_all; np.random.seed and random.seed; tf.random.set_seed,
    keras.utils.set_random_seed, jax.random.PRNGKey; random_state=0; set.seed in R, rng
    in MATLAB; repeat an experiment with the same initial weights; how many random seeds
    to report; reproducibility; fix the seed; same random numbers; same initialisation
    in every run; repeatable results
"""

import random

import numpy as np
import torch


def seed_all(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)  # <-


seed_all(0)
first = torch.rand(2)
numbers = random.random(), np.random.rand()
seed_all(0)
second = torch.rand(2)
print(torch.equal(first, second), numbers == (random.random(), np.random.rand()))
#> True True

generator = torch.Generator().manual_seed(0)  # of its own: nothing else moves it
print(torch.rand(2, generator=generator, device="cpu"))
#> tensor([0.4963, 0.7682])
