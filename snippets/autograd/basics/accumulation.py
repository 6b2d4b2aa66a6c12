""".grad adds up: a backward adds to what is there.

Wanted when [small batches make up a large one](../optimizers/practice.md#accumulate); a
bug when [`zero_grad`](#zero_grad) is forgotten: the step then follows the sum of the
gradients so far.

Attributes: Shapes
    w: () float32

Asked as:
    why do gradients double on the second call; gradients accumulate instead of being
    overwritten; gradients are summed, not replaced; why does the gradient keep growing
    every iteration; gradient from the previous batch is still there; .grad contains the
    sum of all previous backward calls; accumulate gradients of two losses into one
    .grad; are gradients of the last iteration kept or deleted automatically; wrong
    gradient after running the cell again; .grad is twice as big as it should be; does
    backward overwrite the old gradient or sum it with the new one; gradient is
    different the second time although nothing changed; x.grad doubles; is the gradient
    added to or replaced; why does grad accumulate; gradients not cleared before the
    next backward; second backward adds to the first
"""

import torch

w = torch.tensor(1.0, requires_grad=True)
for _ in range(2):
    (3 * w).backward()
    print(w.grad)  # <-
    #> tensor(3.)
    #> tensor(6.)

w.grad = None
(3 * w).backward()
print(w.grad)
#> tensor(3.)
