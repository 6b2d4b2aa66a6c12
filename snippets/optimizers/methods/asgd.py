r"""ASGD: SGD whose average is the answer.

The rate falls slowly, and `state[p]["ax"]` holds the average of the weights from step
`t0` on: copy it into the model at the end. With `t0` of a million the average starts
late: lower it. Here $\lambda$ is `lambd` and $\alpha$ is `alpha`.

$$\theta_t = (1 - \lambda \eta_t) \, \theta_{t-1} - \eta_t g_t, \quad \eta_{t+1} =
\frac{\eta}{(1 + \lambda \eta t)^\alpha}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.ASGD([p], lr=0.3, t0=20)

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
print([round(x, 3) for x in path[1].tolist()])
#> [-7.52, 1.2]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.67
average = optimizer.state[p]["ax"]
print(round(average.norm().item(), 2))  # the average comes later
#> 1.24
