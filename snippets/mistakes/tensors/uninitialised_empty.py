"""torch.empty and torch.Tensor(3): numbers that nobody wrote.

`torch.empty`, `empty_like`, `new_empty` and a capital `torch.Tensor(3)` reserve memory
and leave in it what was there: zeros in one run, 1e+30 in another. `torch.Tensor(3)` is
three such values and not the number 3. A sum that starts there, or a weight that nobody
initialises, carries them on. `torch.use_deterministic_algorithms(True)` fills such
memory with NaN, integers with their largest number, which shows it. Write `zeros`,
`torch.tensor(3)`, or [fill it](../tensors/create.md#empty).

Asked as:
    results differ from run to run although seeded; loss is NaN only sometimes; torch
    empty used as zeros; torch.Tensor(3) gives random numbers; huge numbers like 1e30 in
    a tensor; nn.Parameter(torch.Tensor(3, 4)) without init; sum starts with garbage;
    accumulator contains garbage values; works on my machine and gives nan on another;
    torch.Tensor versus torch.tensor with one number; own layer gives nan at the first
    step; find uninitialized memory; empty_like used as zeros_like; torch.Tensor(3) has
    strange numbers in it
"""

import torch

# Memory that is not written is NaN here, so that every run prints the same.
torch.use_deterministic_algorithms(True)

# Wrong: a sum that starts anywhere.
total = torch.empty(2)
for _ in range(3):
    total += 1
print(total)
#> tensor([nan, nan])

# Right: it starts at 0.
total = torch.zeros(2)
for _ in range(3):
    total += 1
print(total)
#> tensor([3., 3.])

# Wrong: three values, and not 3.
print(torch.Tensor(3))
#> tensor([nan, nan, nan])

# Right: the number, or a list with it.
print(torch.tensor(3.0), torch.tensor([3.0]))  # <-
#> tensor(3.) tensor([3.])
torch.use_deterministic_algorithms(False)
