"""Fully connected image classifier: 3072-512-512-10.

For 32 x 32 colour images such as CIFAR-10: `Flatten` makes 3 * 32 * 32 = 3072 features
of an image. It knows nothing of neighbouring pixels, and has about thirty times the
weights of [LeNet](#lenet).

Attributes: Shapes
    images: (N, 3, 32, 32) float32
    logits: (N, 10) float32

Asked as:
    MLP image classification, multilayer perceptron; MLP for CIFAR10; flatten the
    picture and put it into linear layers with ReLU; MLPClassifier; linear_relu_stack;
    dense network for pictures; baseline without convolutions; class
    NeuralNetwork(nn.Module); feed forward network for cifar photos; why is an MLP worse
    than a CNN; MLP for RGB pictures, how many neurons or input features after flatten;
    only dense layers for cifar images, no conv; Keras Flatten then Dense; fully
    connected network for images; classify pictures with only linear layers; MLP with
    two hidden layers for pixels; simple MLP for MNIST; image classifier
"""

import torch
from torch import nn


class ImageClassifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Flatten(),
            nn.Linear(3 * 32 * 32, 512),
            nn.ReLU(),
            nn.Linear(512, 512),
            nn.ReLU(),
            nn.Linear(512, 10),
        )

    def forward(self, images):
        return self.layers(images)


model = ImageClassifier()
images = torch.zeros(4, 3, 32, 32)
logits = model(images)  # <-
print(f"{sum(p.numel() for p in model.parameters()):,}")
#> 1,841,162
