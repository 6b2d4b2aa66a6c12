r"""UninitializedParameter, UninitializedBuffer: tensors that wait for their shape.

What a lazy layer holds until its first batch. It has a device and a dtype but no shape,
so run one batch before counting, initializing or cloning parameters. `materialize`
gives it a shape; the values are whatever lay in memory.

Attributes: Shapes
    x: (N, D) float32
    model.scale: (D,) float32
    model.mean: (D,) float32

Raises:
    RuntimeError: `nn.UninitializedParameter().shape` Can't access the shape of an
        uninitialized parameter or buffer
    ValueError: `nn.UninitializedParameter() + 1` Attempted to use an uninitialized
        parameter

Asked as:
    materialize; parameter with unknown shape; lazy weight has no shape yet; write a
    lazy layer of my own; initialize the weights of a lazy model; copy or deepcopy a
    lazy model; delay the creation of a parameter; is_lazy, has_uninitialized_params;
    parameter whose shape is determined later; Attempted to use an uninitialized
    parameter; Can't access the shape of an uninitialized parameter; parameter of a lazy
    layer before the first batch; deepcopy of a lazy parameter fails; create the weight
    when the first input arrives; UninitializedTensorMixin
"""

import torch
from torch import nn
from torch.nn.modules.lazy import LazyModuleMixin


class LazyScale(LazyModuleMixin, nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.UninitializedParameter()  # <-
        self.mean = nn.UninitializedBuffer()

    def initialize_parameters(self, x):  # called with the first batch
        if self.has_uninitialized_params():  # not after load_state_dict
            self.scale.materialize(x.shape[1:])
            self.mean.materialize(x.shape[1:])
            nn.init.ones_(self.scale)
            self.mean.copy_(x.mean(dim=0))

    def forward(self, x):
        return (x - self.mean) * self.scale


model = LazyScale()
print(type(model.scale).__name__, model.has_uninitialized_params())
#> UninitializedParameter True
x = torch.tensor([[1.0, 2.0, 3.0], [3.0, 4.0, 5.0]])
print(model(x).tolist())
#> [[-1.0, -1.0, -1.0], [1.0, 1.0, 1.0]]
print(type(model.scale).__name__, model.has_uninitialized_params())
#> Parameter False
