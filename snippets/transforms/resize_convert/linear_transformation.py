r"""LinearTransformation: multiply by a matrix, for whitening.

Transform 15. The flattened image minus the mean, times a square matrix. With ZCA
whitening the pixels of a data set become uncorrelated with variance 1. Old calls gave
the matrix alone; now v1 and v2 require the mean vector.

$$y = (x - \mu) W, \quad W = V \Lambda^{-1/2} V^\top$$

Attributes: Shapes
    x: (N, 6) float64, flattened images
    W: (6, 6) float64
    white: (N, 6) float64

Raises:
    TypeError: `v2.LinearTransformation(W)` missing 1 required positional argument:
        'mean_vector'
    ValueError: `v2.LinearTransformation(W, mean[:3])` mean_vector should have the same
        length 3 as any one of the dimensions of the transformation_matrix

Asked as:
    whiten images; PCA whitening of images; decorrelate pixels; remove the linear
    correlation of neighbouring pixels; multiply the flattened image by a matrix;
    whitening matrix of a data set; ZCA matrix from the covariance of CIFAR-10 pixels;
    covariance of pixels to identity; transformation_matrix and mean_vector; mean_vector
    is missing; mean_vector should have the same length; sphering; zca_whitening=True;
    sklearn PCA(whiten=True); ZCA
"""

import torch
from torchvision.transforms import v2

torch.manual_seed(0)
mixing = torch.randn(6, 6, dtype=torch.float64)
x = torch.randn(500, 6, dtype=torch.float64) @ mixing + 3

mean = x.mean(dim=0)
values, vectors = torch.linalg.eigh((x - mean).T @ (x - mean) / 499)
W = vectors @ torch.diag(values**-0.5) @ vectors.T

whiten = v2.LinearTransformation(W, mean)  # <-
white = torch.stack([whiten(row.view(1, 2, 3)).flatten() for row in x])
print(white.T.cov().round(decimals=2).abs())
#> tensor([[1., 0., 0., 0., 0., 0.],
#>         [0., 1., 0., 0., 0., 0.],
#>         [0., 0., 1., 0., 0., 0.],
#>         [0., 0., 0., 1., 0., 0.],
#>         [0., 0., 0., 0., 1., 0.],
#>         [0., 0., 0., 0., 0., 1.]], dtype=torch.float64)
