"""Whole model: it pickles the class by its name, so prefer the state_dict.

The file needs the same class in the same module when it is loaded: rename or move it,
and the file is lost. Loading runs pickled code, so `torch.load` refuses it unless
`weights_only=False`, which is only for files that you made yourself.

Raises:
    UnpicklingError: `torch.load(io.BytesIO(content))` Weights only load failed
    AttributeError: `torch.load(io.BytesIO(content), weights_only=False)` Can't get
        attribute 'Net' on
"""

import io

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 3)

    def forward(self, x):
        return self.layer(x)


file = io.BytesIO()
torch.save(Net(), file)
content = file.getvalue()
print(type(torch.load(io.BytesIO(content), weights_only=False)).__name__)
#> Net

del Net  # as in a program that does not define it
