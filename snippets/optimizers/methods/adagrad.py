r"""Adagrad: a rate for each weight, that only shrinks.

Divides by the root of the sum of all squared gradients. Good for rare features (sparse
inputs); on long runs the steps shrink toward zero. It takes sparse gradients, without
weight decay. The default `lr=0.01` is small for a rate that only shrinks; `eps` is
1e-10.

$$s_t = s_{t-1} + g_t^2, \quad \theta_t = \theta_{t-1} - \frac{\eta}{\sqrt{s_t} +
\epsilon} g_t$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    adaptive gradient algorithm; tf.keras.optimizers.Adagrad; optax.adagrad; accumulate
    the squared gradients, sum of squares; optimizer for sparse features; rare words of
    a text; lr_decay; initial_accumulator_value; why does Adagrad stop learning; every
    parameter has its own learning rate; learning rate gets smaller and smaller by
    itself; optimizer for rare features; infrequent features get larger steps; Duchi; lr
    per parameter that decreases with the accumulated gradient; optimizer for
    click-through or text data with rare words; ada grad; step sizes adapt to how often
    a feature occurs
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Adagrad([p], lr=1.0)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# At step 1 the size is |g|: both weights move by lr.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.0, 2.0]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.81
