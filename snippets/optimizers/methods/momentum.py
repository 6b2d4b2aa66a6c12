r"""SGD with momentum: keep going where it went before.

The usual optimizer of convolutional nets, with `momentum=0.9` (the default is 0) and
`lr=0.1`. PyTorch multiplies the rate by the whole velocity $v$, so lowering the rate
acts at once; others write the rate inside $v$. A constant gradient moves up to
$1 / (1 - \mu)$ times as far, ten times for 0.9. `nesterov=True` looks one step ahead.

$$\begin{aligned} v_t &= \mu v_{t-1} + g_t, \quad v_1 = g_1 \\ \theta_t &= \theta_{t-1}
- \eta \cdot \begin{cases} v_t & \text{momentum} \\ g_t + \mu v_t & \text{Nesterov}
\end{cases} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited with momentum
    nesterov: (T, 2) float32, the points visited with Nesterov momentum

Raises:
    ValueError: `torch.optim.SGD([p], lr=0.1, nesterov=True)` Nesterov momentum requires
        a momentum and zero dampening

Asked as:
    heavy ball; Polyak momentum; Nesterov accelerated gradient, NAG; nesterov=True;
    tf.train.MomentumOptimizer; optimizer for a ResNet or another CNN; add inertia or
    velocity to gradient descent; dampening; momentum_buffer; stuck in a ravine, zigzag
    in a narrow valley; what does momentum=0.9 do; SGD plus momentum; momentum formula
    differs from the textbook; turn on Nesterov; optim.SGD(momentum=0.9); smooth the
    noisy direction of SGD; SGD gets faster with past gradients; accelerate gradient
    descent in one direction; gradient descent with momentum
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


paths = []
for look_ahead in (False, True):
    p = torch.tensor([-8.0, 3.0], requires_grad=True)
    optimizer = torch.optim.SGD([p], lr=0.1, momentum=0.9, nesterov=look_ahead)  # <-
    points = [p.detach().clone()]
    for _ in range(40):
        optimizer.zero_grad()
        f(p).backward()
        optimizer.step()
        points.append(p.detach().clone())
    paths.append(torch.stack(points))
path, nesterov = paths

# The first steps: 0.1 * g, and 0.1 * (1 + 0.9) * g.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.84, 2.4]
print([round(x, 3) for x in nesterov[1].tolist()])
#> [-7.696, 1.86]
print([round(end[-1].norm().item(), 2) for end in paths])  # distance from the minimum
#> [0.53, 0.21]
print(list(optimizer.state[p]))  # the velocity
#> ['momentum_buffer']
