r"""All weights equal: hidden units that stay the same.

Units that start with equal parameters, in and out, get equal gradients, dropout aside,
and stay equal: the layer is as good as a single unit. With zeros in all layers and ReLU
or tanh the hidden layer is 0, no weight gets a gradient, only the last bias can learn:
with classes of equal size the loss stays at $\log C$. Start with random weights: the
default, or [`nn.init`](../init/practice.md#init_model). Zeros for biases, or for the
last layer only, do no harm here.

Asked as:
    initialize all weights with zeros; nn.init.zeros_ on every parameter; nn.init.ones_
    for all layers; weights initialised to a constant; all hidden units are identical;
    symmetry breaking, why random weights; why not start with zero weights; network with
    zero weights does not learn; rows of my weight matrix are all equal; loss stays at
    2.30 after my own init; torch.zeros for nn.Parameter weights; constant init with
    0.1; gradient is zero for all layers but the last bias
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

images, target = map(torch.tensor, load_digits(return_X_y=True))
x = images.float() / 16


def train(model):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(60):
        loss = F.cross_entropy(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (model(x).argmax(dim=1) == target).float().mean().item()
    units = len(model[0].weight.detach().round(decimals=3).unique(dim=0))
    return f"accuracy {accuracy:.1f}, different hidden units: {units}"


# Wrong: one number for all.
for value in [0.0, 0.1]:
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    for parameter in model.parameters():
        nn.init.constant_(parameter, value)
    print(train(model))
    #> accuracy 0.1, different hidden units: 1
    #> accuracy 0.2, different hidden units: 1

# Right: random, here the default; zeros for the last layer only.
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))  # <-
nn.init.zeros_(model[2].weight)
print(train(model))
#> accuracy 1.0, different hidden units: 32
