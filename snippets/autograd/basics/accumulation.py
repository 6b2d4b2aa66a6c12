""".grad adds up: each backward adds to what is there.

Wanted when [small batches make up a large one](../optimizers/practice.md#accumulate); a
bug when [`zero_grad`](#zero_grad) is forgotten: the step then follows the sum of all
gradients so far.

Attributes: Shapes
    w: () float32
"""

import torch

w = torch.tensor(1.0, requires_grad=True)
(3 * w).backward()
print(w.grad)
#> tensor(3.)
(3 * w).backward()  # the same again: doubled
print(w.grad)
#> tensor(6.)

w.grad = None
(3 * w).backward()
print(w.grad)
#> tensor(3.)
