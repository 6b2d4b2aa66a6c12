r"""Adadelta: steps in the units of the weights.

Divides by the running size of gradients and multiplies by the running size of past
steps. Defaults: `lr=1`, `rho=0.9`, `eps=1e-6`. It starts slowly, with steps of the
order of the root of `eps`, and a rate copied from SGD or Adam (0.1, 1e-3) makes it
crawl. Here `lr` is 20 and there are 80 steps.

$$\begin{aligned} s_t &= \rho s_{t-1} + (1 - \rho) g_t^2 \\ d_t &= \frac{\sqrt{u_{t-1} +
\epsilon}}{\sqrt{s_t + \epsilon}} g_t, \quad \theta_t = \theta_{t-1} - \eta d_t \\ u_t
&= \rho u_{t-1} + (1 - \rho) d_t^2 \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    optimizer without a learning rate; tf.keras.optimizers.Adadelta; rho; optimizer of
    the old MNIST example; why does Adadelta learn so slowly with lr=0.001; Adadelta is
    too slow; Zeiler; lr=1.0 by default; Adagrad with a window instead of a sum; which
    lr for Adadelta; optimizer where I need not choose or tune the learning rate;
    optim.Adadelta(rho=0.9); Adadelta does not move, tiny steps; parameter-free step
    size; default optimizer settings rho and eps; optimizer that has no lr; ada delta;
    don't want to tune the lr
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Adadelta([p], lr=20.0)  # <-

points = [p.detach().clone()]
for _ in range(80):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# The first step: 20 * sqrt(1e-6) / sqrt(1 - 0.9) = 0.063.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.937, 2.937]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 3.34
