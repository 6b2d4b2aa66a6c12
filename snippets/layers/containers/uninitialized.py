r"""UninitializedParameter, UninitializedBuffer: tensors that wait for their shape.

What a lazy layer holds until its first batch. It has a device and a dtype but no shape,
so run one batch before counting, initializing or copying parameters. `materialize`
gives it a shape; the values are whatever lay in memory.

Attributes: Shapes
    weight: (2, 3) float32
    table: (4,) float32

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

layer = nn.LazyLinear(2)
print(type(layer.weight).__name__)
#> UninitializedParameter
layer(torch.ones(5, 3))
print(type(layer.weight).__name__, tuple(layer.weight.shape))
#> Parameter (2, 3)

weight = nn.UninitializedParameter()
weight.materialize((2, 3))
nn.init.zeros_(weight)
print(isinstance(weight, nn.Parameter), weight.tolist())
#> True [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

table = nn.UninitializedBuffer()
table.materialize((4,))
