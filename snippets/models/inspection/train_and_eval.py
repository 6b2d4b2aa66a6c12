"""train and eval: layers that behave differently.

Dropout drops and batch norm uses batch statistics only in training mode. A new model is
in training mode. `eval()` does not stop gradients: that is `torch.no_grad()`. Go back
by `train()` after validation.

Attributes: Shapes
    x: (1, 6) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(6, 6), nn.Dropout(p=0.5))
x = torch.ones(1, 6)
print(model.training, model[1].training)
#> True True
print(model(x).equal(model(x)))
#> False

model.eval()
print(model.training, model[1].training)
#> False False
print(model(x).equal(model(x)))
#> True
print(model(x).requires_grad)
#> True

model.train()
print(model[1].training)
#> True
