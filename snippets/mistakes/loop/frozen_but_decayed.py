"""Freezing by a gradient of zero: decay and momentum still move the weight.

A gradient of zeros is a gradient: weight decay acts, and momentum and the averages of
Adam go on from the steps before. This is what happens with `p.grad.zero_()`,
`p.grad *= mask`, a loss times 0 or `zero_grad(set_to_none=False)`. A `.grad` of None is
passed over, except by `LBFGS`: `requires_grad_(False)`, then `zero_grad()` once; see
[freeze](../finetune/index.md#freeze). For some rows of a tensor, write their old values
back after each `step`.

Asked as:
    set the gradient to zero to freeze a layer; p.grad.zero_() does not freeze; masked
    gradients but the weights still move; frozen weights shrink towards zero; weight
    decay acts on frozen parameters; momentum moves frozen weights; Adam updates a
    parameter with zero gradient; gradient mask with AdamW; grad None or zeros for
    freezing; multiply the gradient by a mask to freeze part of a layer; gradient set to
    zero but weights still change
"""

import torch


def way(freeze, make, options):
    w = torch.ones(1, requires_grad=True)
    optimizer = make([w], lr=0.1, **options)
    w.sum().backward()
    optimizer.step()  # one step of training, then ten of a frozen weight
    start = w.item()
    freeze(w, optimizer)
    for _ in range(10):
        optimizer.step()
    return round(w.item() - start, 2)


METHODS = {
    "momentum": (torch.optim.SGD, {"momentum": 0.9}),
    "decay": (torch.optim.SGD, {"weight_decay": 0.1}),
    "Adam": (torch.optim.Adam, {}),
    "AdamW": (torch.optim.AdamW, {"weight_decay": 0.1}),
}


# Wrong: a gradient of zeros. How far the frozen weight moves:
def zeros(w, optimizer):
    w.grad.zero_()


print({name: way(zeros, *method) for name, method in METHODS.items()})
#> {'momentum': -0.59, 'decay': -0.09, 'Adam': -0.34, 'AdamW': -0.4}


# Right: no gradient.
def none(w, optimizer):
    w.requires_grad_(False)  # <-
    optimizer.zero_grad()


print({name: way(none, *method) for name, method in METHODS.items()})
#> {'momentum': 0.0, 'decay': 0.0, 'Adam': 0.0, 'AdamW': 0.0}
