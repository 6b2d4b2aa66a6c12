"""register_full_backward_hook: the gradient at a layer.

Gets the gradients with respect to the module's inputs and outputs, as tuples. For
gradient norms by layer, and for Grad-CAM together with a forward hook.

Attributes: Shapes
    x: (N, 3) float32
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
shapes = {}

for name, layer in model.named_children():
    layer.register_full_backward_hook(
        lambda module, grad_input, grad_output, name=name: shapes.update(
            {name: tuple(grad_output[0].shape)}
        )
    )

x = torch.ones(2, 3, requires_grad=True)  # else the first layer warns
model(x).sum().backward()
print(shapes)  # from the end to the start
#> {'2': (2, 1), '1': (2, 4), '0': (2, 4)}
