"""skip_init: a layer without its first values.

No random numbers are drawn: the values are what was in memory, until they are loaded.

Asked as:
    nn.utils.skip_init; create a layer without initialising it; skip the initialisation
    of weights; model creation takes long; constructing a large model is slow; do not
    run reset_parameters; uninitialised module; empty weights before loading; why
    initialise weights that are overwritten; faster loading of a big checkpoint; avoid
    kaiming init when loading
"""

from torch import nn

layer = nn.utils.skip_init(nn.Linear, 3, 2)  # <-
print(layer.weight.shape, layer.weight.requires_grad)
#> torch.Size([2, 3]) True

trained = nn.Linear(3, 2)
layer.load_state_dict(trained.state_dict())
print(layer.weight.equal(trained.weight))
#> True
