r"""ASGD: SGD whose average is the answer.

The rate falls slowly, and `state[p]["ax"]` holds the average $a_t$ of the weights after
step `t0`: nothing copies it into the model, do so at the end. Defaults: `lr=0.01`,
`lambd=1e-4` ($\lambda$), `alpha=0.75`, and `t0=1e6`, a million steps before any
average: lower it. `AveragedModel` averages with any optimizer.

$$\begin{aligned} \theta_t &= (1 - \lambda \eta_t) \, \theta_{t-1} - \eta_t g_t, \quad
\eta_{t+1} = \frac{\eta}{(1 + \lambda \eta t)^\alpha}, \quad \eta_1 = \eta \\ a_t &=
a_{t-1} + \frac{\theta_t - a_{t-1}}{\max(1, t - 1 - t_0)} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    averaged stochastic gradient descent; Polyak averaging built into the optimizer;
    optimizer of AWD-LSTM; NT-ASGD; t0, lambd and alpha; mean of the iterates;
    SGDClassifier(average=True); where are the averaged weights, ax; Polyak-Ruppert;
    averaged SGD; get the averaged parameters out of the optimizer; average of all past
    weights in SGD; mean of the weights along the path of SGD; optimizer that returns
    averaged weights; lower noise of SGD by averaging; when does averaging begin, t0;
    use the average of the iterates as the result
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.ASGD([p], lr=0.3, t0=20)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# As SGD: lambd is tiny.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.52, 1.2]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.67
average = optimizer.state[p]["ax"]
print(round(average.norm().item(), 2))  # it lags: there is no noise
#> 1.24
