"""Best weights by reference: what was kept is the last epoch.

`state_dict()` gives the model's own tensors, and the optimizer changes them in place:
what was kept follows the training. A shallow copy, with `dict()`, `.copy()` or
`copy.copy(model)`, holds the same tensors. Loading it back changes nothing, and the
score is that of the last epoch. Take `copy.deepcopy`, or `clone` each tensor, or
[write a file](../checkpoints/index.md#keep_best); see
[best checkpoint](../training/index.md#best_checkpoint).

Asked as:
    best model is the same as the last model; restored best weights give the score of
    the last epoch; loading the best state_dict changes nothing; best_model = model;
    best_weights = model.state_dict() without deepcopy; model.state_dict().copy() is not
    enough; shallow copy of a state_dict; test score is not the best validation score;
    best_state changes during training; copy.copy(model) keeps training; early stopping
    restores the wrong weights
"""

from copy import copy, deepcopy

import torch
from torch import nn

x = torch.ones(4, 1)


def losses(keep):
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    seen = []
    for epoch in range(20):
        optimizer.zero_grad()
        (model(x) - 3).square().mean().backward()  # training wants 3,
        optimizer.step()
        with torch.inference_mode():
            seen.append((model(x) - 2).square().mean().item())  # validation 2
        if seen[-1] == min(seen):
            best = keep(model)
    model.load_state_dict(best)
    restored = (model(x) - 2).square().mean().item()
    return f"best {min(seen):.2f}, last {seen[-1]:.2f}, restored {restored:.2f}"


# Wrong: the same tensors.
print(losses(lambda model: model.state_dict()))
#> best 0.00, last 0.93, restored 0.93
print(losses(lambda model: model.state_dict().copy()))
#> best 0.00, last 0.93, restored 0.93
print(losses(lambda model: copy(model).state_dict()))
#> best 0.00, last 0.93, restored 0.93

# Right: tensors of its own.
print(losses(lambda model: deepcopy(model.state_dict())))  # <-
#> best 0.00, last 0.93, restored 0.00
print(losses(lambda model: {name: p.clone() for name, p in model.state_dict().items()}))
#> best 0.00, last 0.93, restored 0.00
