r"""initialise a whole model: apply, or a loop over modules().

`model.apply(function)` calls the function on every module, the model last. A loop over
`model.modules()` meets the same modules, a shared one once. Decide by type, and leave
what you do not name as it is. Do it before the optimizer's first step and before
loading weights.

Attributes: Shapes
    conv.weight: (8, 3, 3, 3) float32

Asked as:
    model.apply(init_weights); weights_init function; custom weight initialization for
    all layers; set weights by layer type; isinstance(m, nn.Linear) init;
    m.__class__.__name__.find('Conv') != -1; kernel_initializer for every layer at once;
    reinitialise a network; for m in self.modules(): if isinstance(m, nn.Conv2d); where
    to put weight init code; zero all biases in a network; xavier for every Linear,
    kaiming for every Conv; go through the model and initialise each layer; set the
    initial weights of all layers at once; run my init function on every layer; loop
    over layers to init weights; initialise by layer type in a loop; init all layers
    recursively; initialise all linear layers of a model with Xavier; weight
    initialization of a model; how should I initialise the weights; initialise my
    network; initialization
"""

import torch
from torch import nn


def init_weights(module):
    if isinstance(module, nn.Conv2d):  # ReLU follows
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
    elif isinstance(module, nn.Linear):  # the output layer: nothing follows
        nn.init.xavier_uniform_(module.weight)
    if isinstance(module, (nn.Conv2d, nn.Linear)) and module.bias is not None:
        nn.init.zeros_(module.bias)


torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten(), nn.Linear(288, 10)
)
model.apply(init_weights)  # <-
conv = model[0]
print(conv.bias.abs().sum().item(), model[1].weight.sum().item())
#> 0.0 8.0

for module in model.modules():  # or in a loop, by type
    if isinstance(module, nn.Linear):
        nn.init.normal_(module.weight, std=0.01)
print(round(model[4].weight.std().item(), 2))
#> 0.01
