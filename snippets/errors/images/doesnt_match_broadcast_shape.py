r"""output with shape doesn't match the broadcast shape: Normalize of a grey picture.

`Normalize` has three means, and the picture one channel. v1 raises; v2 makes three
channels of it without a message. Usual causes: MNIST or Fashion-MNIST with the numbers
of CIFAR-10 or ImageNet; a grey file among colour ones. One number is right for a model
of grey pictures, three channels for a model that was trained on colour. `Grayscale(3)`
of v1 makes three channels of a PIL image, but leaves a tensor of one channel as it is.

Raises:
    RuntimeError: `v1.Normalize([0.5] * 3, [0.5] * 3)(torch.zeros(1, 28, 28))`
        output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]

Also worded:
    RuntimeError: output with shape [1, 224, 224] doesn't match the broadcast shape [3,
      224, 224]
    RuntimeError: output with shape [1, 32, 32] doesn't match the broadcast shape [3,
      32, 32]
    RuntimeError: output with shape [64, 1, 28, 28] doesn't match the broadcast shape
      [64, 3, 28, 28]

Asked as:
    transforms.Normalize fails on grayscale images; mean and std for a picture with one
    channel; Fashion-MNIST with ImageNet normalization; MNIST has three channels after
    v2.Normalize; some images of my dataset are grayscale and Normalize fails; MNIST in
    a pretrained resnet, Normalize error
"""

import torch
from PIL import Image
from torchvision import transforms as v1
from torchvision.transforms import v2

digit = torch.zeros(1, 28, 28)
try:
    v1.Normalize([0.5] * 3, [0.5] * 3)(digit)
except RuntimeError as error:
    print(error)
    #> output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]

# A model for grey pictures: one mean, one standard deviation.
print(v1.Normalize([0.5], [0.5])(digit).shape)
#> torch.Size([1, 28, 28])

# A model for colour: three equal channels, before Normalize.
colour = digit.expand(3, -1, -1)
print(v1.Normalize([0.5] * 3, [0.5] * 3)(colour).shape)
#> torch.Size([3, 28, 28])
# Or of the file, which makes RGB of palettes and transparency too.
print(v1.ToTensor()(Image.new("L", (28, 28)).convert("RGB")).shape)
#> torch.Size([3, 28, 28])

# v2 raises nothing: look at the channels.
print(v2.Normalize([0.5] * 3, [0.5] * 3)(digit).shape)
#> torch.Size([3, 28, 28])
