"""clip_grad_value_: limit every element.

Cuts each number to -clip to clip. The direction of the gradient changes, unlike with
`clip_grad_norm_`.

Attributes: Shapes
    w: (3,) float32
"""

import torch
from torch import nn

w = torch.zeros(3, requires_grad=True)
(w @ torch.tensor([0.2, -5.0, 3.0])).backward()

nn.utils.clip_grad_value_([w], clip_value=1.0)
print(w.grad)
#> tensor([ 0.2000, -1.0000,  1.0000])
