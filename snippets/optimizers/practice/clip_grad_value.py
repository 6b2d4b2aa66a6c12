"""clip_grad_value_: limit every element.

Clamps each number to -clip to clip. The direction of the gradient changes, unlike with
`clip_grad_norm_`.

Attributes: Shapes
    w: (3,) float32

Asked as:
    clip gradients elementwise, by value; clipvalue in Keras; optax.clip;
    p.grad.data.clamp_(-1, 1); keep every gradient entry between -1 and 1; clip by value
    or by norm; clip each component of the gradient instead of the norm; DQN gradient
    clipping; limit gradients to a range; clamp gradients; clipvalue=0.5; cut gradient
    values above a threshold; limit each gradient to at most 0.5; limit gradient values;
    nn.utils.clip_grad_value_(model.parameters(), clip_value=1.0); each gradient
    component at most 1
"""

import torch
from torch import nn

w = torch.zeros(3, requires_grad=True)
(w @ torch.tensor([0.2, -5.0, 3.0])).backward()

nn.utils.clip_grad_value_([w], clip_value=1.0)  # <-
print(w.grad)
#> tensor([ 0.2000, -1.0000,  1.0000])
