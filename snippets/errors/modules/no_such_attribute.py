r"""object has no attribute 'fc': the module has no layer or method of that name.

Parameters, buffers and layers are looked up by the name under which they were assigned.
Usual causes: `self.fc1` made and `self.fc` used; `_init_` with single underscores,
which never runs; a network whose last layer is called `classifier` or `heads`; a model
wrapped in `DataParallel`, where it is `model.module`; methods of Keras or of a tensor.
Where the code of a `@property` raises AttributeError, the message names the property.
See [the head of each family](../models/pretrained.md#heads_of_families).

Raises:
    AttributeError: `Net()(x)`
        'Net' object has no attribute 'fc'
    AttributeError: `torch.nn.DataParallel(Net()).fc1`
        'DataParallel' object has no attribute 'fc1'

Also worded:
    AttributeError: 'VGG' object has no attribute 'fc'
    AttributeError: 'MobileNetV2' object has no attribute 'fc'
    AttributeError: 'Sequential' object has no attribute 'fc'
    AttributeError: 'Linear' object has no attribute 'weights'
    AttributeError: 'Net' object has no attribute 'predict'
    AttributeError: 'DistributedDataParallel' object has no attribute 'fc'
    torch.nn.modules.module.ModuleAttributeError: 'Net' object has no attribute 'fc'
    AttributeError: 'ReLU' object has no attribute 'shape'

Asked as:
    layer name misspelled in forward; self.fc1 defined but self.fc used; _init_ with
    single underscores in a network; attribute of a model inside DataParallel; model.fit
    and model.predict in torch; MobileNet last layer has another name
"""

import torch
from torch import nn

x = torch.zeros(2, 4)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 3)

    def forward(self, x):
        return self.fc(x)


model = Net()
try:
    model(x)
except AttributeError as error:
    print(error)
    #> 'Net' object has no attribute 'fc'

# The names that there are.
print([name for name, _ in model.named_children()])  # <-
#> ['fc1']

# In a wrapper: one level further down.
print(nn.DataParallel(model).module.fc1)
#> Linear(in_features=4, out_features=3, bias=True)

# A layer is made first and called then: nn.ReLU(x) is a module, not a tensor.
print(nn.ReLU()(x).shape)
#> torch.Size([2, 4])

# A Sequential counts its layers, or takes their names.
layers = nn.Sequential(nn.Linear(4, 3), nn.ReLU())
print(layers[0], hasattr(layers, "fc"))
#> Linear(in_features=4, out_features=3, bias=True) False
