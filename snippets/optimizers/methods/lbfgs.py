r"""LBFGS: many evaluations a step, for small smooth problems.

It estimates curvature from the last `history_size=100` gradients and reaches the
minimum of a smooth bowl in few steps, with the full batch. `step` needs a closure that
clears the gradients, computes the loss and calls `backward`; one step is up to
`max_iter=20` iterations, here 1. The default `lr=1` has no line search and may diverge:
say `line_search_fn="strong_wolfe"`. $H_t$ estimates the inverse curvature: it takes the
last change of the gradient to the last change of the weights.

$$\theta_{t} = \theta_{t-1} - \eta_t H_t \, g_t, \quad H_t (g_t - g_{t-1}) =
\theta_{t-1} - \theta_{t-2}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Raises:
    TypeError: `optimizer.step()` missing 1 required positional argument: 'closure'

Asked as:
    quasi-Newton; second-order optimizer, Newton's method; BFGS;
    optim.LBFGS(max_iter=20); fminunc in MATLAB; line search, strong_wolfe; optimizer of
    neural style transfer; fit few parameters of a smooth function with all data at
    once; second-order optimization of a PINN, physics-informed networks; LBFGS loss
    goes to nan; history_size; scipy.optimize.minimize(method="L-BFGS-B"); full-batch
    optimizer faster than Adam; how to use L-BFGS; deterministic optimizer for small
    problems; curve fitting as with scipy curve_fit; minimise a smooth function to high
    precision; Newton-like method that uses curvature
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.LBFGS([p], max_iter=1, line_search_fn="strong_wolfe")  # <-


def closure():
    optimizer.zero_grad()
    loss = f(p)
    loss.backward()
    return loss


points = [p.detach().clone()]
for _ in range(6):
    optimizer.step(closure)
    points.append(p.detach().clone())
path = torch.stack(points)
print([round(x, 2) for x in path.norm(dim=1).tolist()])  # distance from the minimum
#> [8.54, 8.1, 6.39, 5.53, 0.57, 0.0, 0.0]
