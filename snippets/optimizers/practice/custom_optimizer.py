"""Optimizer: a method of your own.

Subclass it, give the defaults, and update in `step` under `torch.no_grad()`; a closure
needs gradients switched on again. Keep averages in `self.state[p]`: they are then saved
and loaded. Here steps by the sign of the momentum (Signum).

Attributes: Shapes
    w: (2,) float32

Asked as:
    write my own optimizer class; subclass torch.optim.Optimizer; signSGD; Signum;
    implement Lion, Lion optimizer; keep state for each parameter, self.state[p]; class
    MyOptimizer(torch.optim.Optimizer); tf.keras.optimizers.Optimizer subclass; update
    rule by hand; optax GradientTransformation; custom optimizer; implement an update
    rule from a paper; optimizer that PyTorch does not have; sign gradient descent as a
    class; inherit from Optimizer; own optimizer with momentum, define step() and state;
    optimizer from scratch; code an optimizer that is not in torch.optim
"""

import torch


class SignDescent(torch.optim.Optimizer):  # <-
    def __init__(self, params, lr=0.1, beta=0.9):
        super().__init__(params, {"lr": lr, "beta": beta})

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if not state:  # the first step
                    state["average"] = torch.zeros_like(p)
                average = state["average"]
                average.lerp_(p.grad, 1 - group["beta"])
                p.add_(average.sign(), alpha=-group["lr"])
        return loss


w = torch.tensor([1.0, -2.0], requires_grad=True)
optimizer = SignDescent([w], lr=0.1)
for _ in range(5):
    optimizer.zero_grad()
    (w**2).sum().backward()
    optimizer.step()
print(w)
#> tensor([ 0.5000, -1.5000], requires_grad=True)
print(list(optimizer.state_dict()["state"][0]))
#> ['average']
