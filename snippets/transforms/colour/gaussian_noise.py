"""GaussianNoise: grain.

Adds normal noise of the given mean and sigma, in units of the full range, and clips to
0 to 1, or 0 to 255 for uint8. Tensors only.

Attributes: Shapes
    x: (3, 427, 640) float32, in [0, 1]

Raises:
    ValueError: `v2.GaussianNoise()(Image.new("RGB", (4, 4)))` Gaussian Noise is not
        implemented for PIL images.

Asked as:
    add noise to images; add random noise; noise augmentation; make pictures noisy or
    grainy; corrupt the inputs on purpose, white noise; noisy inputs for a denoising
    autoencoder; training pictures too clean, camera in production is noisy; camera
    sensor noise, high ISO; robust to noise; img + sigma * torch.randn_like(img);
    keras.layers.GaussianNoise, F.gaussian_noise; albumentations GaussNoise,
    skimage.util.random_noise, imnoise; inject or add random values to the pixels, noise
    injection, speckle, additive noise; put random gaussian values on top of every pixel
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
x = v2.ToDtype(torch.float32, scale=True)(image)

results = {f"sigma={s}": v2.GaussianNoise(sigma=s)(x) for s in (0.05, 0.2, 0.5)}
noisy = v2.GaussianNoise(sigma=0.1)(torch.full((1, 300, 300), 0.5))  # <-
print(round(noisy.mean().item(), 2), round(noisy.std().item(), 2))
#> 0.5 0.1
