r"""RAdam: Adam that warms up by itself.

For the first five steps, while the size is known too poorly, it moves by the momentum
alone; then a factor $r_t$ grows to 1. Take no warm-up schedule with it. Defaults:
`lr=1e-3`, `betas=(0.9, 0.999)`. In those five steps the rate meets the raw gradient, as
in SGD: large gradients make large steps. $m_t$ and $v_t$ are Adam's.

$$\begin{aligned} \rho_\infty &= \frac{2}{1 - \beta_2} - 1, \quad \rho_t = \rho_\infty -
\frac{2 t \beta_2^t}{1 - \beta_2^t} \\ r_t &= \sqrt{\frac{(\rho_t - 4)(\rho_t - 2)
\rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2) \rho_t}} \\ \theta_t &= \theta_{t-1} -
\eta \hat m_t \cdot \begin{cases} r_t \sqrt{1 - \beta_2^t} / (\sqrt{v_t} + \epsilon) &
\rho_t > 5 \\ 1 & \text{otherwise} \end{cases} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    rectified Adam; tfa.optimizers.RectifiedAdam; optax.radam; Adam without warmup;
    variance of the adaptive learning rate; Adam is unstable in the first steps; Liu et
    al. 2019; rectify the variance of Adam at the start; version of Adam that needs no
    warmup; Adam diverges at the beginning; adaptive optimizer with a built-in warm-up;
    rectification term r_t; less sensitive to the learning rate at the start; what is
    the R in RAdam; fix the high variance of Adam in early training
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.RAdam([p], lr=0.5)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# As SGD would: -8 + 0.5 * 1.6 and 3 - 0.5 * 6.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.2, 0.0]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 3.07
