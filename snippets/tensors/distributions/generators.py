r"""torch.Generator: a stream of random numbers of its own.

Pass it as `generator=` to `rand`, `randperm`, `DataLoader`, `random_split`: its numbers
do not depend on other draws. `get_state` and `set_state` go back to a place.
`torch.manual_seed` sets the default generator; `fork_rng` puts it back after a block.

Attributes: Shapes
    first: (2,) float32
    state: (5056,) uint8

Asked as:
    torch.Generator; generator= argument; manual_seed of a generator; g.get_state();
    torch.get_rng_state; torch.set_rng_state; torch.random.fork_rng; torch.initial_seed;
    torch.seed; independent random streams; np.random.default_rng; jax.random.PRNGKey;
    separate seed for data and model; reproduce the same noise later; rewind the random
    numbers; random numbers without changing the global state; tf.random.Generator;
    generator on cuda; clone_state; the same random numbers later in a program
"""

import torch

generator = torch.Generator().manual_seed(0)
state = generator.get_state()
first = torch.rand(2, generator=generator)  # <-
generator.set_state(state)
print(first.equal(torch.rand(2, generator=generator)))
#> True
print(generator.initial_seed(), generator.device)
#> 0 cpu

torch.manual_seed(1)
with torch.random.fork_rng():
    torch.rand(100)  # forgotten after the block
inside = torch.rand(1)
torch.manual_seed(1)
print(inside == torch.rand(1), torch.initial_seed())
#> tensor([True]) 1

before = torch.get_rng_state()
a = torch.rand(1)
torch.set_rng_state(before)
print(a == torch.rand(1))
#> tensor([True])
