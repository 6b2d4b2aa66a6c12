r"""orthogonal_: rows that are orthonormal.

A square one keeps the length of what passes through, in any depth: for recurrent and
very deep networks. With more rows than columns the columns are orthonormal instead.
More than two dimensions are flattened behind the first. `gain` scales all.

$$W W^\top = \text{gain}^2 \cdot I$$

Attributes: Shapes
    weight: (200, 300) float32
    x: (300,) float32

Raises:
    ValueError: `nn.init.orthogonal_(torch.empty(5))` Only tensors with 2 or more
        dimensions are supported

Asked as:
    tf.keras.initializers.Orthogonal; recurrent_initializer='orthogonal'; init of
    hidden-to-hidden weights; random rotation matrix; PPO layer_init with np.sqrt(2);
    orthonormal weights for an RNN or LSTM; norm-preserving weights;
    jax.nn.initializers.orthogonal; QR of a random matrix as weights; stop exploding
    gradients in a recurrent net by init; dynamical isometry; recurrent weight init for
    an rnn; orthogonal weights in reinforcement learning; orthogonal init with gain
    sqrt(2); make a weight matrix orthogonal, rows perpendicular; keep the norm of
    hidden states stable by initial weights
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = nn.init.orthogonal_(torch.empty(200, 300))  # <-
print(torch.allclose(weight @ weight.T, torch.eye(200), atol=1e-5))
#> True

x = weight.T @ torch.ones(200)  # in the space of the rows
print(round(x.norm().item(), 2), round((weight @ x).norm().item(), 2))
#> 14.14 14.14
