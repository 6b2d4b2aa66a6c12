r"""Adamax: Adam with the largest gradient as its size.

The maximum norm in place of the average of squares, so one outlier slows a weight for
long. Rarely needed. Defaults: `lr=0.002`, twice that of Adam, and `betas=(0.9, 0.999)`.
$m_t$ is Adam's average of gradients.

$$\begin{aligned} m_t &= \beta_1 m_{t-1} + (1 - \beta_1) g_t, \quad u_t = \max(\beta_2
u_{t-1}, |g_t| + \epsilon) \\ \theta_t &= \theta_{t-1} - \frac{\eta}{1 - \beta_1^t}
\frac{m_t}{u_t} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    Adam with infinity norm; tf.keras.optimizers.Adamax; optax.adamax; variant in the
    paper of Kingma and Ba; max instead of second moment; default lr=0.002; exp_inf; ada
    max; Adam with the max norm of past gradients; Adam based on the largest gradient so
    far; Adam with L-infinity norm; robust to occasional huge gradients; Adamax compared
    with Adam; variant of Adam from the same paper
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Adamax([p], lr=0.5)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# At step 1 u is |g|: both weights move by lr.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.5, 2.5]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.55
