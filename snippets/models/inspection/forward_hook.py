"""register_forward_hook: what a layer puts out.

The function gets module, positional inputs and output after a call; a result other than
None takes the place of the output. `register_forward_pre_hook` runs before. An in-place
layer that follows changes what was kept: keep a `clone()`. Keep the handle and remove
it.

Attributes: Shapes
    images: (N, 1, 8, 8) float32
    features: (N, 4, 6, 6) float32

Asked as:
    intermediate output; extract features from a hidden layer of my own network; get the
    output of a middle layer without rewriting forward; get embeddings from an inner
    layer; keras Model(inputs, layer.output); extract or save intermediate activations;
    register_forward_pre_hook; modify the output of a layer on the fly; delete a hook
    after use; see what happens inside a network; find the layer that makes NaN; what
    comes out of conv3, output of a conv layer while the model runs; run code before or
    after forward; activation hook, hook on a layer's output; read the result of a layer
    inside the model; get the feature vector before the last layer while the model runs;
    print the shape that goes into and out of a layer; what is a hook; output of a
    hidden layer; activations of a layer
"""

import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 2))
images = torch.ones(2, 1, 8, 8)
kept = {}


def keep(module, args, output):
    kept["conv"] = output.detach()


handle = model[0].register_forward_hook(keep)  # <-
model(images)
handle.remove()
features = kept["conv"]
print(features.shape)
#> torch.Size([2, 4, 6, 6])

double = model[0].register_forward_pre_hook(lambda module, args: (args[0] * 2,))
doubled = model(images)
double.remove()
print(doubled.equal(model(images * 2)))
#> True
