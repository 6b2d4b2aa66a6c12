"""Models in models: an encoder and a head.

A module is a layer like any other. Names join with dots, and `get_submodule` and
`get_parameter` find by them.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 2) float32

Raises:
    AttributeError: `model.get_submodule("encoder.9")` has no attribute `9`

Asked as:
    combine or compose two networks; use a pretrained model as part of my own module;
    stack a classifier on top of an encoder; submodule; get_layer; get_submodule; reach
    a layer deep inside by its dotted path; get_parameter; dotted parameter names; plug
    one module into another; plug a pretrained encoder into my own classifier class;
    model inside another model, nested modules; access a nested layer by a string; model
    inside a model, one network as a part of another network; encoder with a head on
    top; pass a network into the constructor of another one; self.backbone and self.head
    in my class
"""

import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, encoder, features, classes):
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(features, classes)

    def forward(self, x):
        return self.head(self.encoder(x))  # <-


encoder = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
model = Classifier(encoder, features=8, classes=2)
x = torch.ones(3, 4)
y = model(x)

print([name for name, _ in model.named_parameters()])
#> ['encoder.0.weight', 'encoder.0.bias', 'head.weight', 'head.bias']
print(model.get_submodule("encoder.0"))
#> Linear(in_features=4, out_features=8, bias=True)
print(model.get_parameter("head.bias").shape)
#> torch.Size([2])
