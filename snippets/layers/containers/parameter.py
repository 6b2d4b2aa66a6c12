r"""Parameter and Buffer: tensors that belong to a module.

Both are moved by `to()` and saved in `state_dict()`; only a `Parameter` is trained. A
`Buffer` is for statistics, masks and tables; `persistent=False` keeps it out of the
saved file. A plain tensor as attribute is neither moved nor saved. `nn.Buffer` is the
newer spelling of `self.register_buffer(name, tensor)`.

Attributes: Shapes
    x: (N, D) float32
    model.scale: (D,) float32, learned
    model.mean: (D,) float32, fixed

Raises:
    TypeError: `setattr(model, "scale", torch.ones(3))` as parameter 'scale'
        (torch.nn.Parameter or None expected)
    RuntimeError: `nn.Parameter(torch.tensor([1, 2]))` Only Tensors of floating point
        and complex dtype can require gradients

Asked as:
    trainable tensor in a module; learnable scalar; register_buffer; register_parameter;
    constant tensor that moves to the GPU with the model, not trained; save a mask or
    table in state_dict without training it; non-trainable weights; persistent=False;
    difference between a buffer and a parameter; my tensor does not show up in
    parameters(); difference between nn.Parameter and a tensor with requires_grad=True;
    cannot assign 'torch.FloatTensor' as parameter; add a custom learnable parameter to
    a model; attribute missing from state_dict; register a matrix to be optimized that
    belongs to no layer; own parameter in forward; nn.Buffer; learnable tensor in my own
    module; custom layer with own weights; learnable parameter; trainable parameter;
    what is nn.Parameter; train a single number
"""

import torch
from torch import nn


class Standardize(nn.Module):
    def __init__(self, mean):
        super().__init__()
        self.scale = nn.Parameter(torch.ones_like(mean))  # <-
        self.mean = nn.Buffer(mean)
        self.steps = nn.Buffer(torch.arange(3), persistent=False)
        self.forgotten = torch.zeros(3)

    def forward(self, x):
        return (x - self.mean) * self.scale


model = Standardize(mean=torch.tensor([1.0, 2.0, 3.0]))
x = torch.tensor([[2.0, 4.0, 6.0]])
print(model(x).tolist())
#> [[1.0, 2.0, 3.0]]
print([name for name, _ in model.named_parameters()])
#> ['scale']
print([name for name, _ in model.named_buffers()])
#> ['mean', 'steps']
print(list(model.state_dict()))
#> ['scale', 'mean']

moved = Standardize(mean=torch.zeros(3)).double()
print(moved.mean.dtype, moved.forgotten.dtype)
#> torch.float64 torch.float32
