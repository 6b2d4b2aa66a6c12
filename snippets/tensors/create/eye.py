r"""eye: the identity matrix.

Rows of it are one-hot vectors: index it with classes.

Attributes: Shapes
    identity: (3, 3) float32
    one_hot: (N, 3) float32
"""

import torch

identity = torch.eye(3)
print(identity)
#> tensor([[1., 0., 0.],
#>         [0., 1., 0.],
#>         [0., 0., 1.]])

classes = torch.tensor([2, 0])
one_hot = identity[classes]
print(one_hot)
#> tensor([[0., 0., 1.],
#>         [1., 0., 0.]])
