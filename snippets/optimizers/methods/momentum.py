r"""SGD with momentum: keep going where it went before.

The usual optimizer of convolutional nets, with `momentum=0.9`. PyTorch multiplies the
rate by the whole velocity $v$, so lowering the rate acts at once. `nesterov=True` looks
one step ahead: it steps by $g_t + \mu v_t$.

$$v_t = \mu v_{t-1} + g_t, \quad \theta_t = \theta_{t-1} - \eta \, v_t$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Raises:
    ValueError: `torch.optim.SGD([p], lr=0.1, nesterov=True)` Nesterov momentum requires
        a momentum and zero dampening
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.1, momentum=0.9, nesterov=True)

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
print([round(x, 3) for x in path[1].tolist()])
#> [-7.696, 1.86]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.21

state = optimizer.state[p]
print(list(state))  # the velocity
#> ['momentum_buffer']
