"""Pixels not scaled: 0 to 255 where 0 to 1 is expected.

`x.float()` and `ToDtype` without `scale=True` change the type and keep the values. A
mean and std made for 0 to 1 then leave values of up to 670 here. A step of SGD that
suits 0 to 1 can kill all units of a ReLU layer, and the loss stays at log C; a model
trained on scaled images makes more errors on unscaled ones. Print the smallest and the
largest value of a batch; scale with
[`ToDtype`](../transforms/resize_convert.md#to_dtype).

Attributes: Shapes
    pictures: (N, 1, 8, 8) uint8
    wrong: (N, 1, 8, 8) float32
    right: (N, 1, 8, 8) float32

Asked as:
    forgot to divide by 255; ToDtype(torch.float32) without scale=True; loss stays at
    2.30 on images of 0 to 255; torch.from_numpy(img).float() without scaling; values up
    to 1000 after Normalize with ImageNet mean; pixels not in 0 to 1, training fails;
    huge loss at the first batch of images; pil_to_tensor then float; read_image then
    float; pretrained model is worse on images from read_image; should images be 0 to 1
    or 0 to 255; network does not learn from raw pixels; forgot to divide the pixels by
    255
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn
from torchvision.transforms import v2

torch.manual_seed(0)
digits = load_digits()
pictures = (torch.tensor(digits.images) / 16 * 255).to(torch.uint8).unsqueeze(1)
target = torch.tensor(digits.target)
normalize = v2.Normalize([0.31], [0.38])  # of values from 0 to 1


def train(x):
    layers = nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
    model = nn.Sequential(*layers)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(100):
        loss = F.cross_entropy(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (model(x).argmax(1) == target).float().mean()
    return f"{x.min():.1f} to {x.max():.1f}, loss {loss:.1f}, accuracy {accuracy:.1f}"


# Wrong: another type, the same values.
wrong = normalize(v2.ToDtype(torch.float32)(pictures))
print(train(wrong))
#> -0.8 to 670.2, loss 2.3, accuracy 0.1

# Right: scaled to 0 to 1 first.
right = normalize(v2.ToDtype(torch.float32, scale=True)(pictures))  # <-
print(train(right))
#> -0.8 to 1.8, loss 0.1, accuracy 1.0
