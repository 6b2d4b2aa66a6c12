r"""Adam: momentum over size, the first to try.

Averages of the gradient and of its square, both corrected for starting at zero (the
divisions by $1 - \beta^t$). Defaults: `lr=1e-3`, a good start, `betas=(0.9, 0.999)`,
`eps=1e-8`. `weight_decay` here is L2: take AdamW instead. `amsgrad=True` puts the
largest $v$ so far in its place. A rate copied from SGD, 0.1, moves weights by 0.1 at
once.

$$\begin{aligned} m_t &= \beta_1 m_{t-1} + (1 - \beta_1) g_t, \quad v_t = \beta_2
v_{t-1} + (1 - \beta_2) g_t^2 \\ \theta_t &= \theta_{t-1} - \eta \frac{m_t / (1 -
\beta_1^t)}{\sqrt{v_t / (1 - \beta_2^t)} + \epsilon} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    adaptive moment estimation; which optimizer should I use, a good default to start
    with; tf.keras.optimizers.Adam; torch.optim.Adam(params, lr=0.001); default lr of
    Adam, 0.001 or 3e-4; what are betas, beta1 and beta2; amsgrad; SGD or Adam; bias
    correction; exp_avg and exp_avg_sq; adaptive learning rate; epsilon 1e-8 in the
    denominator; good optimizer for beginners; popular optimizer that works out of the
    box; first optimizer to try for a new network; Adam optimizer; best general purpose
    optimizer; betas=(0.9, 0.999); choose an optimizer; settings of Adam; learning rate
    for Adam; default optimizer; is Adam better than SGD
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Adam([p], lr=0.5)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# Corrected, the first step is the sign of the gradient times lr.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.5, 2.5]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.62

print(list(optimizer.state[p]))
#> ['step', 'exp_avg', 'exp_avg_sq']
