r"""x.add_(alpha, y): the number goes behind, by its name.

Optimizers of old repositories write `p.data.add_(-lr, grad)`. The number before the
tensor still works and warns. Today it stands behind, as `alpha=` of `add` and `sub`, as
`value=` of `addcmul` and `addcdiv`, and as `beta=` of `addmm`.

Asked as:
    p.data.add_(-lr, grad); This overload of add_ is deprecated;
    exp_avg.mul_(beta1).add_(1 - beta1, grad); addcmul_(1 - beta2, grad, grad);
    p.data.addcdiv_(-step_size, exp_avg, denom); torch.add(x, 2, y); custom optimizer of
    an old repository warns; overload warning in Adam written in 2018;
    p.data.add_(-group['lr'], d_p)
"""

import warnings

import torch

p, grad = torch.tensor([1.0, 2.0]), torch.tensor([0.5, 0.5])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old = torch.add(p, -0.1, grad)
print(str(caught[0].message).split(":")[0])
#> This overload of add is deprecated

new = torch.add(p, grad, alpha=-0.1)  # <-
print(torch.equal(old, new))
#> True
print(torch.addcmul(p, grad, grad, value=2.0))
#> tensor([1.5000, 2.5000])
print(torch.addcdiv(p, grad, grad, value=-1.0))
#> tensor([0., 1.])
