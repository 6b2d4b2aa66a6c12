"""train and eval: layers that behave differently.

In training mode Dropout drops and batch norm uses batch statistics; `eval()` turns both
off. A new model is in training mode. `eval()` does not stop gradients: that is
`torch.inference_mode()`. Go back by `train()` after validation.

Attributes: Shapes
    x: (1, 6) float32

Asked as:
    model.eval(); model.train(); train mode or eval mode; training=False; different
    outputs for the same input each time; turn off dropout for inference; difference
    between model.eval() and no_grad; what does model.eval() really do; do I have to
    call model.eval() before testing; K.set_learning_phase; model:evaluate() and
    model:training(); self.training flag; switch between training and inference mode;
    switch the model back to training after validation; does eval() disable gradients;
    model.eval() effect on dropout and batch norm; do I need model.train() before
    training; predictions change from call to call because of dropout; model gives a
    different answer every time for the same image; predictions change each time I run
    the same input; put the model in eval mode; eval mode
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

model.eval()  # <-
print(model.training, model[1].training)
#> False False
print(model(x).equal(model(x)))
#> True
print(model(x).requires_grad)
#> True

model.train()
print(model[1].training)
#> True
