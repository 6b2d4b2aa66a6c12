"""Forgotten batch dimension: one image is a batch of one.

`unsqueeze(0)` before the model, `[0]` after it. A convolution takes (C, H, W) without a
batch too, but `Flatten` then mixes channels and batch, and the error comes later.

Attributes: Shapes
    image: (1, 8, 8) float32
    logits: (1, 10) float32

Raises:
    RuntimeError: `model(image)` mat1 and mat2 shapes cannot be multiplied (4x36 and
        144x10)

Asked as:
    add a batch axis to a single image; predict a single sample, dimension error; shape
    error when predicting a single picture; model wants a batch, I have one image; feed
    just one picture into the network without a loader; forward pass of one sample; why
    unsqueeze(0) before calling the model on one picture; 3d tensor into a model that
    wants 4d; expected 4-dimensional input, only one image; but got 3-dimensional input
    of size; mat1 and mat2 shapes cannot be multiplied for a single image; shapes cannot
    be multiplied at prediction only; remove the batch axis of the output;
    np.expand_dims(img, axis=0); img[None]; works in training or in batches, but fails
    with one image; missing batch dimension; single image needs a batch dimension for
    prediction
"""

import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(1, 4, kernel_size=3), nn.Flatten(), nn.Linear(144, 10))
model.eval()
image = torch.ones(1, 8, 8)

with torch.inference_mode():
    logits = model(image.unsqueeze(0))  # <-
print(logits.shape, logits[0].argmax().shape)
#> torch.Size([1, 10]) torch.Size([])
