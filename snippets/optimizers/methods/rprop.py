r"""Rprop: only the sign of the gradient.

Each weight has a step size of its own, which grows while the sign stays and shrinks
when it turns; when it turns, that weight waits one step. For full batches only: the
noise of small ones turns signs. Defaults: `lr=0.01` is the first step size only,
`etas=(0.5, 1.2)`, `step_sizes=(1e-6, 50)` its limits. There is no weight decay.

$$\begin{aligned} \delta_t &= \begin{cases} 1.2 \, \delta_{t-1} & g_t g_{t-1} > 0 \\ 0.5
\, \delta_{t-1} & g_t g_{t-1} < 0 \\ \delta_{t-1} & \text{otherwise} \end{cases} \\ g_t
&\leftarrow 0 \text{ where } g_t g_{t-1} < 0, \quad \theta_t = \theta_{t-1} -
\text{sign}(g_t) \, \delta_t \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    resilient backpropagation; trainrp in MATLAB; rprop+ of the R package neuralnet;
    individual step size per weight, grown or shrunk; full-batch training; ignore the
    magnitude of the gradient, look only at plus or minus; etas=(0.5, 1.2); sign-based
    optimizer for full-batch training; resilient backprop; step_sizes=(1e-6, 50);
    optimizer that looks at the signs of the gradient; Rprop does not work with
    mini-batches; old optimizer for small feed-forward nets, Riedmiller; step grows by
    1.2 and shrinks by 0.5; resilient propagation
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Rprop([p], lr=0.3)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# The size of the gradient does not matter: both move by lr.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.7, 2.7]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.0
