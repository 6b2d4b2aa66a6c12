r"""Saliency map: the gradient of a score by the input.

How much the score of a class moves when a pixel moves. Take the logit, not the
probability; `requires_grad_` on the image, not on the weights; `eval` first. Often
noisy: SmoothGrad takes the mean over copies of the image with added noise.

$$M_{i,j} = \max_c \left| \frac{\partial y}{\partial x_{c,i,j}} \right|$$

Attributes: Shapes
    image: (1, 1, H, W) float32, in [0, 1]
    saliency: (H, W) float32

Asked as:
    which pixels matter; explain a prediction; why did the network decide this;
    captum.attr.Saliency; vanilla gradients, input gradient heatmap; gradient of the
    output with respect to the input image; SmoothGrad; interpretability,
    explainability; explainable AI, XAI; GradientTape.watch on an image; feature
    importance of a photo; sensitivity to a pixel; on which pixels a network bases its
    decision, which influence it; which parts of an input image does the class score
    depend on, important for the decision; gradient of the class score by the pixels;
    explanation by gradients
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn


def saliency_of(model, image, label):
    image = image.detach().clone().requires_grad_()
    (gradient,) = torch.autograd.grad(model(image)[0, label], image)  # <-
    return gradient[0].abs().amax(0)  # over the channels


torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.images, dtype=torch.float32).unsqueeze(1) / 16
labels = torch.tensor(digits.target)
model = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(288, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for _ in range(40):
    optimizer.zero_grad()
    F.cross_entropy(model(images), labels).backward()
    optimizer.step()

image = images[:1]
saliency = saliency_of(model.eval(), image, labels[0])
row, column = divmod(saliency.argmax().item(), 8)
print(row in (3, 4), column in (3, 4), image[0, 0, row, column])  # the hole of the 0
#> True True tensor(0.)

figure, all_axes = plt.subplots(1, 2, figsize=(5.6, 2.4))
pictures = {"image": image[0, 0], "saliency": saliency}
for axes, (name, picture) in zip(all_axes, pictures.items(), strict=True):
    axes.imshow(picture.cpu().numpy())
    axes.set_title(name)
    axes.axis("off")
