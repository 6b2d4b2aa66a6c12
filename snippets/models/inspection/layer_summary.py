"""Layer summary: output size and parameters of each layer.

Hooks on the modules that have no children note the size while a batch passes through a
copy in eval mode. The package torchinfo has more columns.

Attributes: Shapes
    images: (N, 1, 28, 28) float32

Asked as:
    model.summary(); torchsummary; torchinfo; pytorch-summary; keras summary table;
    output shape per layer; see tensor sizes through the network; feature map sizes at
    every stage of a CNN; parameter table by layer; shapes of every layer for a given
    input; analyzeNetwork; overview of shapes and dimensions after every layer; table of
    layers like model.summary() of Keras; print output sizes of all layers; equivalent
    of keras summary showing shapes and parameter counts; what is the size of the output
    of each conv and pooling layer; find where the shape goes wrong; does my network
    give the right shapes
"""

import copy

import torch
from torch import nn


def summarise(model, *inputs):
    model = copy.deepcopy(model).eval()
    rows = []

    def note(name):
        def hook(module, args, output):
            first = output[0] if isinstance(output, tuple) else output  # an LSTM
            count = sum(p.numel() for p in module.parameters())
            rows.append((name, type(module).__name__, tuple(first.shape), count))

        return hook

    for name, module in model.named_modules():
        if not list(module.children()):
            module.register_forward_hook(note(name))
    with torch.inference_mode():
        model(*inputs)
    for name, kind, shape, count in rows:
        print(f"{name:4} {kind:10} {shape!s:18} {count:>7,}")
        #> 0    Conv2d     (2, 6, 24, 24)         156
        #> 1    MaxPool2d  (2, 6, 12, 12)           0
        #> 2    Flatten    (2, 864)                 0
        #> 3    Linear     (2, 10)              8,650


model = nn.Sequential(
    nn.Conv2d(1, 6, kernel_size=5), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(864, 10)
)
images = torch.zeros(2, 1, 28, 28)
summarise(model, images)  # <-
