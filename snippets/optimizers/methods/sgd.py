r"""SGD: a step against the gradient.

With a batch at a time this is stochastic gradient descent. Say `lr`: the default of
0.001 is rarely right; 0.1 is a usual start with momentum and batch norm. A rate that is
too large diverges along the steep direction. Pass `model.parameters()` or a list, not
one tensor, and leaves: nothing that was computed from a weight.

$$\theta_t = \theta_{t-1} - \eta \, g_t$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Raises:
    ValueError: `torch.optim.SGD([], lr=0.1)` optimizer got an empty parameter list
    ValueError: `torch.optim.SGD([p * 2], lr=0.1)` can't optimize a non-leaf Tensor
    TypeError: `torch.optim.SGD(p, lr=0.1)` params argument given to the optimizer
        should be an iterable of Tensors or dicts

Asked as:
    stochastic gradient descent; plain or vanilla gradient descent;
    tf.keras.optimizers.SGD; GradientDescentOptimizer; Lua optim.sgd; simple optimizer;
    steepest descent; most basic optimizer, nothing fancy; minimise a function of two
    variables; which learning rate for SGD; ValueError: empty list of parameters in the
    optimizer; mini-batch descent; optimize one tensor instead of a model;
    optim.SGD(model.parameters(), lr=0.01); can't optimize a non-leaf tensor; gradient
    descent optimizer; vanilla SGD without momentum; what is the most basic optimizer
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.3)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# The gradient at the start is (-1.6, 6): -8 + 0.3 * 1.6 and 3 - 0.3 * 6.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.52, 1.2]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.67
