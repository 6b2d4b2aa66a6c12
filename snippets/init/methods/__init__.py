"""Methods: what each writes into a tensor.

`fan_in` is the number of inputs of a unit, `fan_out` the number of units that an input
feeds. For the weight of `nn.Linear`, of shape (fan_out, fan_in), they are read from the
shape. Each histogram shows the tensor that the code leaves.
"""

__all__ = [
    "xavier_uniform",
    "xavier_normal",
    "kaiming_uniform",
    "kaiming_normal",
    "uniform",
    "normal",
    "constant",
    "eye",
    "orthogonal",
    "sparse",
    "dirac",
    "trunc_normal",
    "zeros_ones",
]
