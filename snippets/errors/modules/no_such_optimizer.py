r"""module 'torch.optim' has no attribute: the name of an optimizer, letter by letter.

The optimizers have their own capitals: `SGD`, `Adam`, `AdamW`, `RMSprop`, `Adagrad`,
`NAdam`, `LBFGS`; schedulers live in `torch.optim.lr_scheduler`. Usual causes: `RMSProp`
or `adam`; a scheduler looked for in `torch.optim`; an optimizer newer than the torch
that is installed, or one of another package.

Raises:
    AttributeError: `torch.optim.RMSProp`
        module 'torch.optim' has no attribute 'RMSProp'
    AttributeError: `torch.optim.StepLR`
        module 'torch.optim' has no attribute 'StepLR'

Also worded:
    AttributeError: module 'torch.optim' has no attribute 'adam'
    AttributeError: module 'torch.optim' has no attribute 'sgd'
    AttributeError: module 'torch' has no attribute 'optimizer'
    AttributeError: module 'torch.optim' has no attribute 'CosineAnnealingLR'
    AttributeError: module 'torch.optim.lr_scheduler' has no attribute
      'ReduceLRonPlateau'

Asked as:
    how is RMSprop spelled in torch; optim.adam or optim.Adam; optimizer name in the
    wrong case; optimizer from a string in a config, name not found; where is
    ReduceLROnPlateau; Lion or LAMB is not in torch.optim
"""

import torch
from torch import optim

try:
    optim.RMSProp
except AttributeError as error:
    print(error)
    #> module 'torch.optim' has no attribute 'RMSProp'

# The right capitals.
for name in ["RMSProp", "adam", "Sgd", "adamW"]:
    print(name, [right for right in dir(optim) if right.lower() == name.lower()])
    #> RMSProp ['RMSprop']
    #> adam ['Adam']
    #> Sgd ['SGD']
    #> adamW ['AdamW']

# The first of all that there are.
found = [getattr(optim, name) for name in dir(optim)]
print([c.__name__ for c in found if isinstance(c, type)][:6])
#> ['ASGD', 'Adadelta', 'Adafactor', 'Adagrad', 'Adam', 'AdamW']

# Schedulers are one level further down.
weight = torch.zeros(2, requires_grad=True)
optimizer = optim.RMSprop([weight], lr=0.1)  # <-
scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=10)
print(scheduler.get_last_lr())
#> [0.1]
