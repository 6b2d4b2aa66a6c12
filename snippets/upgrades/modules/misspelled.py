r"""Conv2D, RMSProp and others: names that torch never had.

Texts in circulation write these. They are names of Keras, or slips of capitals.

Raises:
    AttributeError: `nn.Conv2D(3, 8, 3)` module 'torch.nn' has no attribute 'Conv2D'
    AttributeError: `nn.MaxPool2D(2)` module 'torch.nn' has no attribute 'MaxPool2D'
    AttributeError: `torch.optim.RMSProp` module 'torch.optim' has no attribute
        'RMSProp'
    AttributeError: `torch.utils.data.Dataloader` module 'torch.utils.data' has no
        attribute 'Dataloader'
    ModuleNotFoundError: `__import__('torch.utils.data2')` No module named
        'torch.utils.data2'

Asked as:
    nn.Conv2D; nn.MaxPool2D; optim.RMSProp; torch.utils.data.Dataloader; import
    Dataloader from torch.utils.data; module 'torch.nn' has no attribute 'Conv2D';
    torch.utils.data2; cannot import name 'Dataloader' from 'torch.utils.data'
"""

import torch
from torch import nn

layers = nn.Conv2d(3, 8, 3), nn.MaxPool2d(2), nn.ReLU()  # <-
print(*(type(layer).__name__ for layer in layers))
#> Conv2d MaxPool2d ReLU

optimizer = torch.optim.RMSprop(layers[0].parameters())
loader = torch.utils.data.DataLoader(torch.arange(4), batch_size=2)
print(next(iter(loader)))
#> tensor([0, 1])
