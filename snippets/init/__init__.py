"""Initialisation: the numbers a layer starts with.

A good start keeps the spread of activations and gradients the same from layer to layer.
All methods change a tensor in place, end with an underscore, and return it.

| Layer | Method | Why |
|---|---|---|
| followed by ReLU or LeakyReLU | [`kaiming_normal_`](methods.md#kaiming_normal), [`kaiming_uniform_`](methods.md#kaiming_uniform) | makes up for the half that ReLU drops |
| followed by tanh or sigmoid, or by nothing | [`xavier_uniform_`](methods.md#xavier_uniform), [`xavier_normal_`](methods.md#xavier_normal) | balances forward and backward |
| recurrent, very deep | [`orthogonal_`](methods.md#orthogonal) | a square one keeps lengths |
| a bias, a norm layer | [`zeros_`](methods.md#zeros_ones), [`ones_`](methods.md#zeros_ones) | adds nothing, scales by 1 |
| an embedding, a transformer | [`normal_`](methods.md#normal) with std 0.02, [`trunc_normal_`](methods.md#trunc_normal) | small |
| a convolution that starts as the identity | [`dirac_`](methods.md#dirac) | passes its input through |
| a linear layer that starts as the identity | [`eye_`](methods.md#eye) | passes its input through |
| mostly zeros | [`sparse_`](methods.md#sparse) | an input feeds few units |
"""

__all__ = ["methods", "practice"]

#: What the home page names of it.
WANTED = ["methods/kaiming_normal", "methods/xavier_uniform", "practice/init_model"]
