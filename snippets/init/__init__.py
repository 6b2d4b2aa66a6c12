"""Initialisation: the numbers a layer starts with.

A good start keeps the spread of activations and gradients the same from layer to layer.
All methods change a tensor in place, end with an underscore, and return it.

| Layer | Method | Why |
|---|---|---|
| followed by ReLU or LeakyReLU | `kaiming_normal_`, `kaiming_uniform_` | makes up for the half that ReLU drops |
| followed by tanh or sigmoid, or by nothing | `xavier_uniform_`, `xavier_normal_` | equal spread forward and backward |
| recurrent, very deep | `orthogonal_` | keeps lengths exactly |
| a bias, a norm layer | `zeros_`, `ones_` | starts as if it were not there |
| an embedding, a transformer | `normal_` with std 0.02, `trunc_normal_` | small and without outliers |
| a convolution that starts as the identity | `dirac_` | passes its input through |
| a linear layer that starts as the identity | `eye_` | passes its input through |
| mostly zeros | `sparse_` | few inputs a unit |
"""

__all__ = ["methods", "practice"]
