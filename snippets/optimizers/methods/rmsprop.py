r"""RMSprop: divide by a running size of the gradient.

Adagrad that forgets. Used in reinforcement learning and for RNNs. Defaults: `lr=0.01`,
`alpha=0.99` (the memory), `eps=1e-8`, added outside the root. `centered=True` divides
by the standard deviation instead; `momentum` may be added. There is no bias correction,
so the first step is large: ten times `lr` at 0.99. The name has a small p.

$$s_t = \alpha s_{t-1} + (1 - \alpha) g_t^2, \quad \theta_t = \theta_{t-1} -
\frac{\eta}{\sqrt{s_t} + \epsilon} g_t$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Raises:
    AttributeError: `torch.optim.RMSProp` module 'torch.optim' has no attribute
        'RMSProp'

Asked as:
    root mean square propagation; tf.keras.optimizers.RMSprop; optax.rmsprop; rho in
    Keras, alpha here; optimizer for reinforcement learning, DQN or A3C; optimizer for
    recurrent networks, LSTM; Adagrad with a decaying average; centered=True; Hinton's
    lecture; exponential average of squared gradients; module torch.optim has no
    attribute RMSProp; optimizer of Hinton's Coursera course; optimizer that divides by
    the root mean square; optim.RMSprop(alpha=0.99); adaptive optimizer with a moving
    average of squared gradients; alpha and centered arguments of RMSprop; scale each
    step by recent gradient magnitude
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.RMSprop([p], lr=0.3, alpha=0.9)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# At step 1 the size is |g| * sqrt(1 - 0.9): the step is 0.3 / 0.316 = 0.949.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.051, 2.051]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.04
