r"""eye: the identity matrix.

Its rows are one-hot vectors, as [`one_hot`](#one_hot) makes them in int64.

Attributes: Shapes
    identity: (3, 3) float32
    one_hot: (N, 3) float32

Asked as:
    np.identity; ones on the diagonal; unit matrix; np.eye(num_classes)[labels]; one hot
    vectors by indexing; diagonal of ones; add a small value to the diagonal; kronecker
    delta; square matrix that does nothing when multiplied; matrix with ones on the
    diagonal and zeros elsewhere; identity matrix of size n; I in linear algebra, ridge
    term on the diagonal; make an identity matrix, eye(n)
"""

import torch

identity = torch.eye(3)  # <-
print(identity)
#> tensor([[1., 0., 0.],
#>         [0., 1., 0.],
#>         [0., 0., 1.]])

classes = torch.tensor([2, 0])
one_hot = identity[classes]
print(one_hot)
#> tensor([[0., 0., 1.],
#>         [1., 0., 0.]])
