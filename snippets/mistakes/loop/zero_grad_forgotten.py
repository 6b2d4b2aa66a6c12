"""zero_grad() forgotten: each step follows the sum of all gradients.

`backward` [adds](../autograd/basics.md#accumulation) to `.grad`. Plain SGD then moves
as with `momentum=1`, a ball without friction: around a minimum it swings and does not
come to rest. At the start the loss may fall faster than it should, which hides the
mistake. With momentum on top it grows without bound here. Call
[`zero_grad`](../autograd/basics.md#zero_grad) once a step.

Asked as:
    forgot optimizer.zero_grad(); zero_grad missing in the training loop; what happens
    without zero_grad; loss goes down, then up again and again; loss oscillates and does
    not converge; loss explodes after a few good steps; training loss swings; gradient
    norm grows with every step; do I have to zero the gradients every iteration; loss
    diverges although the learning rate is small; gradients keep adding up over epochs
"""

import torch


def losses(clear, **options):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, **options)
    values = []
    for _ in range(101):
        loss = (w - 3).square().sum()
        if clear:
            optimizer.zero_grad()  # <-
        loss.backward()
        optimizer.step()
        values.append(round(loss.item(), 2))
    return values[::20]


# Wrong: no zero_grad.
print(losses(clear=False))
#> [9.0, 9.17, 6.6, 2.88, 0.3, 0.47]
print(f"{losses(clear=False, momentum=0.9)[2]:.0e}")
#> 4e+08

# Right.
print(losses(clear=True))
#> [9.0, 0.0, 0.0, 0.0, 0.0, 0.0]
print(f"{losses(clear=True, momentum=0.9)[2]:.0e}")
#> 1e-01

# What the mistake amounts to.
print(losses(clear=True, momentum=1.0))
#> [9.0, 9.17, 6.6, 2.88, 0.3, 0.47]
