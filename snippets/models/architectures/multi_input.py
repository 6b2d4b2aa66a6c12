"""Several inputs, several outputs: an image and numbers.

`forward` takes as many arguments as you like and may return a tuple or a dictionary.
Join features with `cat` along dimension 1.

Attributes: Shapes
    images: (N, 3, 8, 8) float32
    numbers: (N, 5) float32

Asked as:
    network with two inputs of different kind; combine image and tabular data; keras
    functional API; network with two heads; return more than one output from forward;
    image and text inputs, concatenate the features of two branches; multimodal fusion;
    forward needs two tensors, x1 and x2; predict a class and a value together; model
    with metadata; tf.keras.Model(inputs=[a, b], outputs=[c, d]); two tasks with a
    shared trunk; multiple outputs network; house price from a photo plus numbers, feed
    both; picture plus numbers like age and price as input of one network; return two
    predictions, one class and one number; forward with several arguments; multiple
    inputs; multi-task model; combine image and text
"""

import torch
from torch import nn


class TwoInputs(nn.Module):
    def __init__(self):
        super().__init__()
        self.image = nn.Sequential(
            nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten()
        )
        self.number = nn.Linear(5, 6)
        self.kind = nn.Linear(4 + 6, 2)
        self.price = nn.Linear(4 + 6, 1)

    def forward(self, images, numbers):
        joined = torch.cat([self.image(images), self.number(numbers)], dim=1)
        return {"kind": self.kind(joined), "price": self.price(joined).squeeze(1)}


images, numbers = torch.ones(2, 3, 8, 8), torch.ones(2, 5)
output = TwoInputs()(images, numbers)  # <-
print({name: tuple(value.shape) for name, value in output.items()})
#> {'kind': (2, 2), 'price': (2,)}
