r"""Can't get attribute 'Net' on module '__main__': the class is not there.

`torch.save(model)` stores the name of the class, not its code. The program that loads
it has no class of that name in that module. Usual causes: the class was defined in the
training script or in a notebook, whose module is `__main__`; it was renamed or moved;
another version of the library, in which the class does not exist. Define or import the
class under its old name, load once, and save the [state
dict](../checkpoints/index.md#state_dict).

Raises:
    AttributeError: `torch.load(io.BytesIO(content), weights_only=False)` Can't get
        attribute 'Net' on

Also worded:
    AttributeError: Can't get attribute 'Net' on <module '__main__' from 'predict.py'>
    AttributeError: Can't get attribute 'Net' on <module '__main__' (built-in)>
    AttributeError: Can't get attribute 'MyDataset' on <module '__main__' (built-in)>
    AttributeError: module '__main__' has no attribute 'Net'
    AttributeError: Can't get attribute 'SiLU' on <module 'torch.nn.modules.activation'
      from '/opt/conda/lib/python3.7/site-packages/torch/nn/modules/activation.py'>
    AttributeError: Can't get attribute 'SPPF' on <module 'models.common' from
      '/content/yolov5/models/common.py'>
    AttributeError: Can't get attribute 'DetectionModel' on <module 'models.yolo' from
      '/content/yolov7/models/yolo.py'>

Asked as:
    model saved in a notebook, loaded in a script; class is defined in train.py,
    predict.py cannot load it; load a pickled model whose class has moved; attribute
    error when unpickling the network; whole model saved, class missing at load time; do
    I need the class to load a .pt file
"""

import io

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 3)


file = io.BytesIO()
torch.save(Net(), file)
content = file.getvalue()
Saved = Net
del Net  # as in a program that does not define it
try:
    torch.load(io.BytesIO(content), weights_only=False)
except AttributeError as error:
    print(str(error).split(" on ")[0])
    #> Can't get attribute 'Net'

# Give the old name back while loading, then save the weights only.
Net = Saved
model = torch.load(io.BytesIO(content), weights_only=False)
del Net
file = io.BytesIO()
torch.save(model.state_dict(), file)  # <-

# From then on the name of the class is free.
file.seek(0)
print(Saved().load_state_dict(torch.load(file)))
#> <All keys matched successfully>
