r"""No module named 'nets' while loading: the file names a module that is gone.

A pickled model stores the module of its class as it was imported: `nets.Net` asks for
`nets`. Usual causes: the script is started in another folder than the project's; the
file comes from another project, whose code is needed; the module was renamed or moved;
a library of another version (`numpy._core` is NumPy 2). Make the module importable, or
put the new one under the old name in `sys.modules` while loading; then save the [state
dict](../checkpoints/index.md#whole_model).

Raises:
    ModuleNotFoundError: `torch.load(io.BytesIO(content), weights_only=False)` No module
        named 'nets'

Also worded:
    ModuleNotFoundError: No module named 'models'
    ModuleNotFoundError: No module named 'models.yolo'
    ModuleNotFoundError: No module named 'ultralytics'
    ModuleNotFoundError: No module named 'utils'
    ModuleNotFoundError: No module named 'numpy._core'
    ModuleNotFoundError: No module named 'pathlib._local'
    ImportError: No module named models

Asked as:
    torch.load needs the source folder of another project; load a .pt file outside of
    the repository it came from; model.py was moved into a package, old weights do not
    load; renamed my package, saved models are lost; yolov5 weights in my own script;
    sys.path.append to load a model
"""

import io
import sys
import types

import torch
from torch import nn


class Net(nn.Linear):
    pass


# As if nets.py, with Net in it, had been there when saving.
nets = types.ModuleType("nets")
nets.Net, Net.__module__ = Net, "nets"
sys.modules["nets"] = nets
file = io.BytesIO()
torch.save(Net(2, 3), file)
content = file.getvalue()
del sys.modules["nets"]
try:
    torch.load(io.BytesIO(content), weights_only=False)
except ModuleNotFoundError as error:
    print(error)
    #> No module named 'nets'

# The module moved: its new place under the old name, while loading.
sys.modules["nets"] = nets  # <- import package.nets as nets
model = torch.load(io.BytesIO(content), weights_only=False)
del sys.modules["nets"]
print(model)
#> Net(in_features=2, out_features=3, bias=True)

# Save the weights: no module of yours is named in them.
file = io.BytesIO()
torch.save(model.state_dict(), file)
print(b"nets" in content, b"nets" in file.getvalue())
#> True False
