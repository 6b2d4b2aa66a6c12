r"""NAdam: Adam with Nesterov's look ahead.

The momentum of the next step is used already now. A momentum schedule $\mu_t$, slow to
start, is built in (`momentum_decay=0.004`). Defaults: `lr=0.002`, twice that of Adam,
and `betas=(0.9, 0.999)`. `decoupled_weight_decay=True` makes the decay that of AdamW.
$m_t$ and $\hat v_t$ are Adam's.

$$\begin{aligned} \mu_t &= \beta_1 (1 - \tfrac{1}{2} \, 0.96^{0.004 t}) \\ \theta_t &=
\theta_{t-1} - \frac{\eta}{\sqrt{\hat v_t} + \epsilon} \left( \frac{\mu_{t+1} m_t}{1 -
\prod_{i \le t+1} \mu_i} + \frac{(1 - \mu_t) g_t}{1 - \prod_{i \le t} \mu_i} \right)
\end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    Nesterov momentum and Adam combined; tf.keras.optimizers.Nadam; optax.nadam; Dozat;
    momentum_decay; Adam with nesterov=True; NAdamW, decoupled_weight_decay; momentum
    schedule inside the optimizer; Adam plus Nesterov; Nesterov-accelerated adaptive
    moment estimation; look ahead gradient in an adaptive optimizer; Keras Nadam
    equivalent; optimizer that mixes Adam and NAG; Adam that peeks one step ahead
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.NAdam([p], lr=0.5)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# A little more than lr: the next momentum is added.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.472, 2.472]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.31
