r"""nn.utils.weight_norm: a parametrization, which reads the old files.

`nn.utils.weight_norm` warns. `parametrizations.weight_norm` keeps length and direction
as `original0` and `original1`, and loads a state dict with `weight_g` and `weight_v`.
It goes with `parametrize.remove_parametrizations`; `nn.utils.remove_weight_norm` is for
the old one. `nn.utils.spectral_norm` does not warn; its successor is
`parametrizations.spectral_norm`.

Raises:
    ValueError: `nn.utils.remove_weight_norm(parametrizations.weight_norm(nn.Linear(2,
        3)))` weight_norm of 'weight' not found

Warns:
    FutureWarning: `nn.utils.weight_norm(nn.Linear(2, 3))` `torch.nn.utils.weight_norm`
        is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm`.

Asked as:
    torch.nn.utils.weight_norm is deprecated; weight_norm(nn.Conv1d(16, 16, 3));
    remove_weight_norm fails; weight_g and weight_v in a state dict; WaveNet or HiFi-GAN
    vocoder warns about weight_norm; torch.nn.utils.parametrizations.weight_norm; load
    an old checkpoint with weight_g
"""

import warnings

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is listed below
    old = nn.utils.weight_norm(nn.Linear(2, 3))
new = parametrizations.weight_norm(nn.Linear(2, 3))  # <-
new.load_state_dict(old.state_dict())

x = torch.tensor([[1.0, 2.0]])
print(torch.equal(old(x), new(x)))
#> True
print(*old.state_dict())
#> bias weight_g weight_v
print(*new.state_dict())
#> bias parametrizations.weight.original0 parametrizations.weight.original1

parametrize.remove_parametrizations(new, "weight")
print(*new.state_dict(), torch.allclose(old(x), new(x)))
#> bias weight True
