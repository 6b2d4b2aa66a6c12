"""Autoencoder: squeeze an image and rebuild it.

The encoder halves the size with stride 2; `ConvTranspose2d` with kernel 2 and stride 2
doubles it. Height and width are multiples of 4: 30 comes back as 32. The loss compares
the result with the input, `MSELoss()(decoded, images)`.

Attributes: Shapes
    images: (N, 1, 28, 28) float32
    code: (N, 8, 7, 7) float32
    decoded: (N, 1, 28, 28) float32, in [0, 1]

Asked as:
    decoder gives a picture of the same size as the input; convolutional auto encoder;
    compress to a latent code; latent vector of a digit; dimensionality reduction;
    denoise pictures, remove noise by encoding and decoding; find defective parts from
    photos of good ones, anomaly detection; Conv2DTranspose decoder; network that
    reproduces its input; which network reconstructs an image; nonlinear PCA;
    trainAutoencoder; latent space; encoder and decoder for images; undercomplete
    autoencoder; unsupervised learning, image compression; compress pictures into a
    small code and get them back; network that reconstructs its own input; compress
    images; find anomalies in images
"""

import torch
from torch import nn

encoder = nn.Sequential(
    nn.Conv2d(1, 16, kernel_size=3, stride=2, padding=1),
    nn.ReLU(),
    nn.Conv2d(16, 8, kernel_size=3, stride=2, padding=1),
)
decoder = nn.Sequential(
    nn.ConvTranspose2d(8, 16, kernel_size=2, stride=2),
    nn.ReLU(),
    nn.ConvTranspose2d(16, 1, kernel_size=2, stride=2),
    nn.Sigmoid(),
)

images = torch.rand(2, 1, 28, 28)
code = encoder(images)  # <-
decoded = decoder(code)
print(images[0].numel(), code[0].numel())
#> 784 392
