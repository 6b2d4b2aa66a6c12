r"""NLLLoss2d, clip_grad_norm and others: the new name is all there is to it.

`nn.NLLLoss2d` is `nn.NLLLoss`, which takes pictures as well. `clip_grad_norm` is
`clip_grad_norm_`. `min_value` and `max_value` of `nn.Hardtanh` are `min_val` and
`max_val`. `nn.Container` is `nn.Module`, which takes no modules as arguments.
`F.sigmoid` and `F.tanh` do not warn any more; `torch.sigmoid` and `torch.tanh` give
equal results. Names of `nn.init`: [without
underscore](../init/practice.md#deprecated_names).

Warns:
    FutureWarning: `nn.NLLLoss2d()` `NLLLoss2d` has been deprecated. Please use
        `NLLLoss` instead as a drop-in replacement
    FutureWarning: `nn.utils.clip_grad_norm(layer.parameters(), 1.0)`
        `torch.nn.utils.clip_grad_norm` is now deprecated in favor of
        `torch.nn.utils.clip_grad_norm_`.
    FutureWarning: `nn.Hardtanh(min_value=0.0)` keyword argument `min_value` is
        deprecated and renamed to `min_val`
    FutureWarning: `nn.Container()` `nn.Container` is deprecated. All of its
        functionality is now implemented in `nn.Module`.

Before: 2.13
    FutureWarning: `nn.Hardtanh(min_value=0.0)` keyword argument `min_value` is
        deprecated and rename to `min_val`
    FutureWarning: `nn.Container()` `nn.Container` is deprecated. All of it's
        functionality is now implemented in `nn.Module`.

Asked as:
    nn.NLLLoss2d; nn.utils.clip_grad_norm; F.sigmoid deprecated; is
    nn.functional.sigmoid deprecated; torch.nn.functional.tanh or torch.tanh;
    nn.Hardtanh(min_value=-1, max_value=1); nn.Container; 2d loss of a segmentation
    network from 2017
"""

import warnings

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
logs, target = torch.rand(1, 2, 3, 3).log(), torch.ones(1, 3, 3, dtype=torch.int64)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # they are listed below
    old = nn.NLLLoss2d()(logs, target)
print(torch.equal(old, nn.NLLLoss()(logs, target)))  # <-
#> True

layer, x = nn.Linear(2, 1), torch.tensor([[-1.0, 2.0]])
layer(x).sum().backward()
norm = nn.utils.clip_grad_norm_(layer.parameters(), 1.0)
print(norm)
#> tensor(2.4495)

print(torch.equal(F.sigmoid(x), x.sigmoid()), torch.equal(F.tanh(x), x.tanh()))
#> True True
print(nn.Hardtanh(min_val=0.0)(x))
#> tensor([[0., 1.]])
