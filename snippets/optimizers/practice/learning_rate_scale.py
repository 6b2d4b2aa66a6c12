"""Too small, right, too large: what the rate does.

On a bowl of curvature 2, plain SGD multiplies the distance by 1 - 2 * lr each step: it
oscillates above 0.5 and diverges above 1. When the loss turns to NaN, lower the rate
first.

Attributes: Shapes
    w: () float32

Asked as:
    what learning rate to choose; learning rate too high, lr too big; learning rate too
    low, lr too small; loss explodes; loss becomes NaN; loss goes up instead of down;
    loss jumps up and down and then explodes; loss diverges; learning is very slow; step
    size and curvature; overshoot the minimum; training is unstable because of the lr;
    loss is inf; loss oscillates; effect of the step size in gradient descent; symptoms
    of a wrong learning rate; loss goes to nan, is the lr too big; effect of a too large
    lr; training loss increases
"""

import torch

for lr in (0.01, 0.4, 0.9, 1.1):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(10):
        optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
    print(lr, round(w.item(), 4))  # <-
    #> 0.01 0.8171
    #> 0.4 0.0
    #> 0.9 0.1074
    #> 1.1 6.1917
