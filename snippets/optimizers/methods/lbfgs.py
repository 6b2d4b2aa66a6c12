r"""LBFGS: many evaluations a step, for small smooth problems.

It estimates curvature from the last `history_size` gradients and reaches the minimum of
a smooth function in few steps, with the full batch. `step` needs a closure that clears
the gradients, computes the loss and calls `backward`. With
`line_search_fn="strong_wolfe"` the step length is safe. $H_t$ is the estimate of the
inverse curvature.

$$\theta_{t} = \theta_{t-1} - \eta_t H_t \, g_t$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Raises:
    TypeError: `optimizer.step()` missing 1 required positional argument: 'closure'
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.LBFGS([p], max_iter=1, line_search_fn="strong_wolfe")


def closure():
    optimizer.zero_grad()
    loss = f(p)
    loss.backward()
    return loss


points = [p.detach().clone()]
for _ in range(6):
    optimizer.step(closure)
    points.append(p.detach().clone())
path = torch.stack(points)
print(path[-1].norm().item() < 1e-3)  # distance from the minimum
#> True
