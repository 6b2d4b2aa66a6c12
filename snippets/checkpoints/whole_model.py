"""Whole model: it pickles the class by its name, so prefer the state_dict.

The file needs the same class in the same module when it is loaded: rename or move it,
and the file is lost. Loading runs pickled code, so `torch.load` refuses it by default;
`weights_only=False` is for files that you made yourself.

Raises:
    UnpicklingError: `torch.load(io.BytesIO(content))` Weights only load failed
    AttributeError: `torch.load(io.BytesIO(content), weights_only=False)` Can't get
        attribute 'Net' on

Asked as:
    torch.save(model, 'model.pt'); torch.load(path, weights_only=False); save full
    model, not only weights; save the entire model or only its state_dict; store the
    architecture together with the weights in one file; complete network in one file;
    file with model structure and weights, no code needed; does the .pt contain the
    architecture; load a model without its class definition; why does torch.load need my
    class definition; torch.load does not find my class, class cannot be found;
    ModuleNotFoundError when loading a saved model; old .pt stopped loading after I
    moved model.py; "Net" is not defined in __main__; save the whole model object,
    pickle an entire nn.Module; pickle or joblib.dump of the whole network; serialize
    the model together with its class; SourceChangeWarning, source code of class has
    changed
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
loaded = torch.load(io.BytesIO(content), weights_only=False)  # <-
print(type(loaded).__name__)
#> Net

del Net  # as in a program that does not define it
