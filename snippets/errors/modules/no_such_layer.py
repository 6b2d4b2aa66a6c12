r"""module 'torch.nn' has no attribute: a name with other capitals, or no such layer.

The name is not in `torch.nn`. Usual causes: capitals (`Conv2d`, `ReLU`, `BatchNorm1d`,
with a small d); a function, which is in lower case in `torch.nn.functional`; a name of
Keras; a layer that is newer than the torch that is installed (print
`torch.__version__`); a file of one's own called torch.py, which is imported in its
place ("partially initialized module").

Raises:
    AttributeError: `nn.Conv2D`
        module 'torch.nn' has no attribute 'Conv2D'
    AttributeError: `F.ReLU`
        module 'torch.nn.functional' has no attribute 'ReLU'

Also worded:
    AttributeError: module 'torch.nn' has no attribute 'relu'
    AttributeError: module 'torch.nn' has no attribute 'Relu'
    AttributeError: module 'torch.nn' has no attribute 'MaxPool2D'
    AttributeError: module 'torch.nn' has no attribute 'module'
    AttributeError: module 'torch.nn' has no attribute 'RMSNorm'
    AttributeError: module 'torchvision.transforms' has no attribute 'toTensor'
    AttributeError: partially initialized module 'torch' has no attribute 'nn' (most
      likely due to a circular import)

Asked as:
    nn.Dense does not exist; my file is called torch.py; GlobalAveragePooling2D in
    torch; relu in nn or in functional; has no attribute, although the documentation
    shows it; layer missing in an old version of torch
"""

import difflib

import torch
import torch.nn.functional as F
from torch import nn

try:
    nn.Conv2D(3, 6, 5)
except AttributeError as error:
    print(error)
    #> module 'torch.nn' has no attribute 'Conv2D'

# The right capitals.
wrong = ["Conv2D", "Relu", "softmax", "BCEwithLogitsLoss", "module", "crossentropyloss"]
for name in wrong:
    print(name, [right for right in dir(nn) if right.lower() == name.lower()])
    #> Conv2D ['Conv2d']
    #> Relu ['ReLU']
    #> softmax ['Softmax']
    #> BCEwithLogitsLoss ['BCEWithLogitsLoss']
    #> module ['Module']
    #> crossentropyloss ['CrossEntropyLoss']

# Names that are alike.
print(difflib.get_close_matches("AdaptiveAveragePool2d", dir(nn), n=1))  # <-
#> ['AdaptiveAvgPool2d']

# A layer is a class in nn: make it, then call it. A function in F is called at once.
x = torch.tensor([-1.0, 2.0])
print(nn.ReLU()(x), F.relu(x))
#> tensor([0., 2.]) tensor([0., 2.])

# Keras: Dense is Linear, GlobalAveragePooling2D a pool to 1 x 1, made flat.
pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
print(nn.Linear(2, 1)(x).shape, pool(torch.zeros(1, 3, 4, 4)).shape)
#> torch.Size([1]) torch.Size([1, 3])
