r"""Grad-CAM: where a class is seen.

Weigh the maps of a late convolution by their mean gradient, add up, keep what is
positive. A forward hook keeps the maps, `autograd.grad` gives their gradient. The
result is as coarse as the maps. Here a network trained on single digits sees a 3 and a
4 side by side: the heat for either class lies on its own half.

$$\alpha_k = \frac{1}{H W} \sum_{i,j} \frac{\partial y}{\partial A_{k,i,j}}, \quad
L_{i,j} = \max\left(0, \sum_k \alpha_k A_{k,i,j}\right)$$

Attributes: Shapes
    image: (1, 1, 8, 20) float32, in [0, 1]
    heat: (4, 10) float32

Asked as:
    class activation map; heatmap over an image for the predicted class; attention
    heatmap of a CNN, where does it look; gradient-weighted class activation mapping;
    captum LayerGradCam; pytorch-grad-cam, gradcam from scratch with hooks; visual
    explanation of a CNN; where in the image does the network find an object; overlay a
    red and blue heatmap on an image of a classifier; weakly supervised localization;
    which image region is responsible for the prediction, decides; does my classifier
    look at the background; CAM of the last conv layer of a ResNet; does the network
    look at the right place; what does the network look at; what is my CNN looking at;
    heatmap of a prediction
"""
# needs: matplotlib

# %% Grad-CAM
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn


def grad_cam(model, layer, image, label):
    kept = []
    with layer.register_forward_hook(lambda module, args, output: kept.append(output)):
        score = model(image)[0, label]
    (maps,) = kept
    (gradient,) = torch.autograd.grad(score, maps)
    weights = gradient.mean((2, 3), keepdim=True)
    return F.relu((weights * maps).sum(1))[0].detach()


# %% Model, trained on single digits
torch.manual_seed(0)
digits = load_digits(n_class=5)
chosen = digits.target >= 3  # threes and fours
images = torch.tensor(digits.images[chosen], dtype=torch.float32).unsqueeze(1) / 16
labels = torch.tensor(digits.target[chosen]) - 3
first = nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU())
last = nn.Sequential(nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU())
head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 2))
model = nn.Sequential(first, nn.MaxPool2d(2), last, head)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for _ in range(40):
    optimizer.zero_grad()
    F.cross_entropy(model(images), labels).backward()
    optimizer.step()

# %% Two digits side by side
pair = [images[labels == 0][0], images[labels == 1][0]]
image = torch.cat([F.pad(digit, (1, 1)) for digit in pair], dim=2).unsqueeze(0)
model.eval()
place = (0, 20, 8, 0)  # the heat is stretched over the image
figure, all_axes = plt.subplots(1, 2, figsize=(5.6, 1.7))
for axes, label in zip(all_axes, (0, 1), strict=True):
    heat = grad_cam(model, last, image, label)  # <-
    left = heat[:, :5].sum() / heat.sum()
    print((left > 0.6).item(), (left < 0.4).item())
    #> True False
    #> False True
    axes.imshow(image[0, 0].cpu().numpy(), cmap="gray", extent=place)
    axes.imshow(heat.cpu().numpy(), alpha=0.5, extent=place, interpolation="bilinear")
    axes.set_title(f"Grad-CAM for a {label + 3}")
    axes.axis("off")
