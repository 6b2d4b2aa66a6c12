"""parametrizations.orthogonal: a weight that stays orthogonal while it is trained.

A square or wide weight keeps orthonormal rows, a tall one orthonormal columns.

Asked as:
    orthogonal constraint on a weight; train an orthogonal matrix; keep a weight
    orthonormal during training; rotation matrix that is learned; Stiefel manifold;
    orthogonal parametrization; tf.keras orthogonal constraint; optimise over rotations;
    unitary recurrent network; orthonormal rows that stay so after optimizer.step;
    matrix_exp, cayley or householder map; orthogonal layer, not only orthogonal
    initialisation
"""

import torch
from torch import nn
from torch.nn.utils import parametrizations

torch.manual_seed(0)
layer = parametrizations.orthogonal(nn.Linear(4, 4, bias=False))  # <-
optimizer = torch.optim.SGD(layer.parameters(), lr=1.0)
before = layer.weight.detach().clone()

layer(torch.randn(8, 4))[:, 0].sum().backward()
optimizer.step()
print(torch.allclose(layer.weight, before))
#> False
print(torch.allclose(layer.weight @ layer.weight.T, torch.eye(4), atol=1e-5))
#> True

tall = parametrizations.orthogonal(nn.Linear(2, 5)).weight  # (5, 2)
print(torch.allclose(tall.T @ tall, torch.eye(2), atol=1e-5))
#> True
