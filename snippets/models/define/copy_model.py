"""deepcopy: a second model with the same weights.

`b = a` gives one model two names. `copy.deepcopy` copies parameters and buffers;
`load_state_dict` fills a model that exists. For a frozen target network, or an average.

Attributes: Shapes
    model.weight: (1, 2) float32

Asked as:
    clone a network, changing one must not change the other; duplicate a net; copy
    weights of model A to model B of the same class; tf.keras.models.clone_model;
    model.set_weights; target network in DQN; teacher and student copy of a network;
    best way to deep copy a model; model2 = model and both change; independent copy of
    parameters; keep a frozen copy of the net; does = make a copy of a module or only a
    reference; DQN target network is a clone of the policy network; second instance with
    equal initial weights; save the weights before training and go back to them later;
    sync the parameters of two networks; copy.deepcopy
"""

import copy

import torch
from torch import nn

model = nn.Linear(2, 1)
alias = model
twin = copy.deepcopy(model)  # <-
twin.requires_grad_(False)

with torch.no_grad():
    model.weight.fill_(7.0)
print(alias.weight)
#> Parameter containing:
#> tensor([[7., 7.]], requires_grad=True)
print(twin.weight.equal(model.weight), twin.weight.requires_grad)
#> False False

twin.load_state_dict(model.state_dict())
print(twin.weight)
#> Parameter containing:
#> tensor([[7., 7.]])
