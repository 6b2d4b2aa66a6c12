r"""Expected state_dict to be dict-like: a path or a model was passed.

`load_state_dict` takes the dictionary of weights itself. Usual causes: the path of the
file, which `torch.load` has to read first; a file of a whole model, from which
`torch.load` gives a module; `state_dict` without its parentheses; None, from a function
that returns nothing.

Raises:
    TypeError: `model.load_state_dict("model.pth")` Expected state_dict to be dict-like,
        got <class 'str'>.
    TypeError: `model.load_state_dict(other)` Expected state_dict to be dict-like, got
        <class 'torch.nn.modules.linear.Linear'>.

Also worded:
    TypeError: Expected state_dict to be dict-like, got <class 'pathlib.PosixPath'>.
    TypeError: Expected state_dict to be dict-like, got <class '__main__.Net'>.
    TypeError: Expected state_dict to be dict-like, got <class 'NoneType'>.
    TypeError: Expected state_dict to be dict-like, got <class 'method'>.
    AttributeError: 'str' object has no attribute 'copy'
    AttributeError: 'Net' object has no attribute 'copy'
    AttributeError: 'DataParallel' object has no attribute 'copy'

Asked as:
    file holds the whole model, load_state_dict refuses it; copy weights from one model
    to another, TypeError; forgot the parentheses of state_dict; load_state_dict wants
    an OrderedDict; weights argument is None; torch.load returned a module, not a dict
"""

import io

import torch
from torch import nn

model, other = nn.Linear(2, 3), nn.Linear(2, 3)
try:
    model.load_state_dict("model.pth")
except TypeError as error:
    print(error)
    #> Expected state_dict to be dict-like, got <class 'str'>.

# A file: read it first.
file = io.BytesIO()  # or a path
torch.save(other.state_dict(), file)
file.seek(0)
print(model.load_state_dict(torch.load(file)))  # <-
#> <All keys matched successfully>

# A model: take its state dict, with parentheses.
print(model.load_state_dict(other.state_dict()))
#> <All keys matched successfully>

# A file of a whole model, which you trust: the same, after loading.
file = io.BytesIO()
torch.save(other, file)
file.seek(0)
whole = torch.load(file, weights_only=False)
print(type(whole).__name__, model.load_state_dict(whole.state_dict()))
#> Linear <All keys matched successfully>
