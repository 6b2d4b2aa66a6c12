r"""No module named 'models' while loading: the file names a module that is gone.

A pickled model stores the module of its class as it was imported: `models.Net` asks for
`models`. Usual causes: the script is started in another folder than the project's; the
file comes from another project, whose code is needed; the module was renamed or moved;
a library of another version (`numpy._core` is NumPy 2). Make the module importable, or
put the new one under the old name in `sys.modules` while loading; then save the [state
dict](../checkpoints/index.md#whole_model).

Raises:
    ModuleNotFoundError: `torch.load(io.BytesIO(content), weights_only=False)` No module
        named 'models'

Also worded:
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


# As if models.py, with Net in it, had been there when saving.
models = types.ModuleType("models")
models.Net, Net.__module__ = Net, "models"
sys.modules["models"] = models
file = io.BytesIO()
torch.save(Net(2, 3), file)
content = file.getvalue()
del sys.modules["models"]
try:
    torch.load(io.BytesIO(content), weights_only=False)
except ModuleNotFoundError as error:
    print(error)
    #> No module named 'models'

# The module moved: its new place under the old name, while loading.
sys.modules["models"] = models  # import package.models as models
model = torch.load(io.BytesIO(content), weights_only=False)
del sys.modules["models"]
print(model)
#> Net(in_features=2, out_features=3, bias=True)

# Save the weights: no module is named in them.
file = io.BytesIO()
torch.save(model.state_dict(), file)
print(b"models" in content, b"models" in file.getvalue())
#> True False
