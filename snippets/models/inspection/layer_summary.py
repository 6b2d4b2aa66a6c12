"""Layer summary: output size and parameters of each layer.

Hooks on the modules that have no children note the size while one batch passes. The
package torchinfo prints the same with more columns.

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

import torch
from torch import nn


def summarise(model, *inputs):
    rows = []

    def note(name):
        def hook(module, args, output):
            count = sum(p.numel() for p in module.parameters())
            rows.append((name, type(module).__name__, tuple(output.shape), count))

        return hook

    leaves = [(n, m) for n, m in model.named_modules() if not list(m.children())]
    handles = [m.register_forward_hook(note(n)) for n, m in leaves]
    with torch.no_grad():
        model(*inputs)
    for handle in handles:
        handle.remove()
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
summarise(model, images)
