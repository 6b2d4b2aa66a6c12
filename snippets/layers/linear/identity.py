"""Identity: a layer that does nothing.

To take a layer out without changing the rest: the head of a trained net, or the
shortcut of a residual block. Its constructor takes any arguments and ignores them, so
it can stand where another layer was made; the call takes one input.

Attributes: Shapes
    x: (1, 2) float32

Raises:
    TypeError: `nn.Identity()(x, x)` takes 2 positional arguments but 3 were given

Asked as:
    pass-through layer; no-op module; placeholder layer; module that just passes its
    input through unchanged; skip or switch off one layer without touching forward;
    delete a layer from a Sequential and keep the numbering; optional BatchNorm or
    dropout in a block, what if it is turned off; norm layer if a flag is set, else a
    layer that does nothing; tf.keras.layers.Identity; linear activation,
    Activation('linear'); empty shortcut when sizes already agree; do-nothing module;
    layer that does nothing, nn.Identity; replace model.fc by a layer that changes
    nothing; module for a skip connection without projection; switch off one layer of a
    network without rewriting forward; dummy layer in place of a normalization or an
    activation; lambda x: x as a module
"""

import torch
from torch import nn

x = torch.tensor([[1.0, 2.0]])
print(nn.Identity()(x) is x)
#> True
print(nn.Identity(2, bias=False)(x) is x)
#> True

model = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 3))
model[1] = nn.Identity()  # <-
print(model(x).shape)
#> torch.Size([1, 8])
