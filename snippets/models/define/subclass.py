"""A subclass of nn.Module: any computation.

Make the layers in `__init__`, after `super().__init__()`; use them in `forward`. Call
the model, not `forward`: the call also runs hooks.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 3) float32

Raises:
    AttributeError: `NoSuper()` cannot assign module before Module.__init__() call
    NotImplementedError: `nn.Module()(x)` is missing the required "forward" function

Asked as:
    build my own neural network; class Net(nn.Module); def forward(self, x);
    super().__init__(); super(Net, self).__init__(); custom layer; tf.keras.Model
    subclass with call; keras.layers.Layer; flax.linen.Module; chainer.Chain; write a
    network from scratch; model(x) or model.forward(x); difference between Sequential
    and Module; loops and branches in forward; which methods must I implement, __init__
    and forward; write my own model; inherit from nn.Module; define a network class,
    custom network class; custom activation function; neural network class; custom
    model; own layer; if in forward, conditional forward
"""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):  # <-
    def __init__(self, features, classes):
        super().__init__()
        self.hidden = nn.Linear(features, 8)
        self.out = nn.Linear(8, classes)

    def forward(self, x):
        return self.out(F.relu(self.hidden(x)))


class NoSuper(nn.Module):
    def __init__(self):
        self.hidden = nn.Linear(4, 8)


model = Net(features=4, classes=3)
x = torch.ones(2, 4)
y = model(x)
print(y.shape)
#> torch.Size([2, 3])
print(list(model.state_dict()))
#> ['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']
