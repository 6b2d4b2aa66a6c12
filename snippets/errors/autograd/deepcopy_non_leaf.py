r"""Only Tensors created explicitly by the user (graph leaves): deepcopy of a result.

`copy.deepcopy` copies leaves of the graph, not results of a recorded operation. Usual
causes: a module keeps an activation or a loss in an attribute (`self.features = x`),
and the module is copied; the old `torch.nn.utils.weight_norm`, whose `weight` is a
result; a list of losses is copied. Clear or detach the attribute, or copy the state
only, see [`state_dict`](../checkpoints/index.md#state_dict).

Raises:
    RuntimeError: `copy.deepcopy(torch.ones(2, requires_grad=True) * 2)` Only Tensors
        created explicitly by the user (graph leaves) support the deepcopy protocol at
        the moment.

Also worded:
    RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the
      deepcopy protocol at the moment. If you were attempting to deepcopy a module, this
      may be because of a torch.nn.utils.weight_norm usage, see
      https://github.com/pytorch/pytorch/pull/103001
    RuntimeError: Only Variables created explicitly by the user (graph leaves) support
      the deepcopy protocol at the moment

Asked as:
    copy.deepcopy(model) fails after a forward pass; copy a model that stores its
    features; deepcopy of a model with weight_norm; copy a tensor that has a grad_fn;
    target network copy fails in reinforcement learning; self.attention kept in the
    module breaks copying
"""

import copy

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 3)
        self.features = None

    def forward(self, x):
        self.features = self.fc(x)
        return self.features.sum()


model = Net()
model(torch.ones(1, 2))
try:
    copy.deepcopy(model)
except RuntimeError as error:
    print(str(error).split(" support")[0])
    #> Only Tensors created explicitly by the user (graph leaves)

# A kept activation: detach it, or clear it before the copy.
model.features = model.features.detach()  # <-
twin = copy.deepcopy(model)

# Only the weights are wanted: copy the state.
model(torch.ones(1, 2))
best = copy.deepcopy(model.state_dict())

# Weight norm: the version in `parametrizations`.
normed = nn.utils.parametrizations.weight_norm(nn.Linear(2, 2))
normed(torch.ones(1, 2))
twin = copy.deepcopy(normed)

# A tensor: detach for the values, clone to stay in the graph.
result = twin(torch.ones(1, 2))
print(result.detach().clone().requires_grad, result.clone().requires_grad)
#> False True
