r"""torch._foreach_: one operation on a list of tensors.

The optimizers use them with `foreach=True`. Each takes lists of one length, or a list
and a number. The names begin with an underscore: they may change without notice. The
in-place ones end with another underscore.

Attributes: Shapes
    norm: () float32

Asked as:
    _foreach_add_; _foreach_mul_; torch._foreach_mul; _foreach_div_; _foreach_norm;
    _foreach_maximum_; multi tensor apply; add two lists of tensors; update all
    parameters at once without a loop; fused update of a list of parameters; what is
    foreach=True; _foreach_lerp_ for moving averages; scale a list of gradients; every
    tensor in a list times a number
"""

import torch

params = [torch.ones(2), torch.ones(3)]
grads = [torch.full((2,), 3.0), torch.full((3,), 4.0)]

scaled = torch._foreach_mul(grads, 0.1)
print(scaled)
#> (tensor([0.3000, 0.3000]), tensor([0.4000, 0.4000, 0.4000]))
torch._foreach_add_(params, grads, alpha=-0.1)  # <- a step of SGD
print(params)
#> [tensor([0.7000, 0.7000]), tensor([0.6000, 0.6000, 0.6000])]
norms = torch._foreach_norm(grads)
norm = torch.stack(norms).norm()
print(norms, norm)
#> (tensor(4.2426), tensor(6.9282)) tensor(8.1240)
torch._foreach_div_(grads, [2.0, 4.0])
torch._foreach_maximum_(grads, 1.2)
print(grads)
#> [tensor([1.5000, 1.5000]), tensor([1.2000, 1.2000, 1.2000])]
