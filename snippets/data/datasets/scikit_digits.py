"""scikit-learn's digits: real images without a download.

1,797 digits of 8 x 8 pixels with values 0 to 16, part of the package. Enough to try a
classifier in seconds.

Attributes: Shapes
    images: (N, 1, 8, 8) float32, in [0, 1]
    labels: (N,) int64

Asked as:
    sklearn.datasets.load_digits; small data set for a quick experiment; toy
    classification data; tiny mnist; mnist alternative that works offline; load_digits
    to tensors with a channel dimension; 8x8 handwritten numbers; small built-in
    dataset; sklearn bunch data and target to pytorch; example data for a unit test;
    real data for a test without any download; small image dataset already on my
    computer, offline; use sklearn's digits in a network; quick classification test in
    seconds
"""

import torch
from sklearn.datasets import load_digits
from torch.utils.data import TensorDataset

digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(1)  # <-
labels = torch.tensor(digits.target)

dataset = TensorDataset(images, labels)
print(len(dataset), labels[:5])
#> 1797 tensor([0, 1, 2, 3, 4])
print((images[0, 0] * 16).int())
#> tensor([[ 0,  0,  5, 13,  9,  1,  0,  0],
#>         [ 0,  0, 13, 15, 10, 15,  5,  0],
#>         [ 0,  3, 15,  2,  0, 11,  8,  0],
#>         [ 0,  4, 12,  0,  0,  8,  8,  0],
#>         [ 0,  5,  8,  0,  0,  9,  8,  0],
#>         [ 0,  4, 11,  0,  1, 12,  7,  0],
#>         [ 0,  2, 14,  5, 10, 12,  0,  0],
#>         [ 0,  0,  6, 13, 10,  0,  0,  0]], dtype=torch.int32)
