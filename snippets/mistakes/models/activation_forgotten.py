r"""No activation between layers: a deep model that is linear.

A linear layer of a linear layer computes what one linear layer can, however many there
are. What a line cannot separate, such as these four quarters of the plane, stays near
chance, and more layers do not help. It happens where layers are called by hand in
`forward`, or where an `nn.ReLU` is made and not used. Put an activation behind every
layer but the last, as in
[a network of two layers](../models/architectures.md#two_layer_net).

Attributes: Shapes
    x: (N, 2) float32
    target: (N,) float32, 1 where both coordinates have the same sign

Asked as:
    forgot relu between linear layers; deep network no better than logistic regression;
    stacked nn.Linear without activation; neural network cannot learn xor; model draws a
    straight line through the data; adding layers does not improve accuracy; network
    learns a linear function only; why do I need an activation function; do I need relu
    after each layer; accuracy 0.5 on a nonlinear problem; two linear layers in a row;
    regression network fits a straight line; several Linear layers equal one
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(400, 2)
target = (x[:, 0] * x[:, 1] > 0).float()


def train(activation):
    torch.manual_seed(0)
    model = nn.Sequential(
        *(nn.Linear(2, 16), activation(), nn.Linear(16, 16), activation()),
        nn.Linear(16, 1),
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(200):
        logits = model(x).squeeze(1)
        loss = F.binary_cross_entropy_with_logits(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = ((logits > 0) == target).float().mean().item()
    return f"loss {loss.item():.1f}, accuracy above 0.9: {accuracy > 0.9}"


# Wrong: three layers, nothing between them. The loss is log 2.
print(train(nn.Identity))
#> loss 0.7, accuracy above 0.9: False

# Right: the same layers with ReLU.
print(train(nn.ReLU))  # <-
#> loss 0.0, accuracy above 0.9: True
