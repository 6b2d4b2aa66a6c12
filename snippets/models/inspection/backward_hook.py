"""register_full_backward_hook: the gradient at a layer.

Gets the gradients with respect to the module's positional inputs and its outputs, as
tuples. For gradient norms by layer, and for Grad-CAM together with a forward hook. An
in-place operation after a hooked layer, as in torchvision's ResNet, makes the call
raise.

Attributes: Shapes
    x: (N, 3) float32

Asked as:
    register_backward_hook is deprecated; what are grad_input and grad_output; print
    gradients of activations in each layer during loss.backward(); log the gradients of
    each module; hook on a module's backward pass; Using a non-full backward hook when
    the forward contains multiple autograd Nodes; Full backward hook is firing when
    gradients are computed; gradient flow through the network; grad_output hook;
    grad_input and grad_output of a convolution layer; vanishing gradients, which layer
    gets none; what gradient arrives at a certain layer; gradients of the output of
    intermediate layers; norm of the gradient of each layer; look at gradients with a
    hook during backward
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
seen = []


def note(module, grad_input, grad_output):
    seen.append((type(module).__name__, tuple(grad_output[0].shape)))


for layer in model:
    layer.register_full_backward_hook(note)  # <-

x = torch.ones(2, 3, requires_grad=True)  # else the first layer warns
model(x).sum().backward()
print(seen)  # from the end to the start
#> [('Linear', (2, 1)), ('ReLU', (2, 4)), ('Linear', (2, 4))]
