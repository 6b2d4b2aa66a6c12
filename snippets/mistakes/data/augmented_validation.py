"""Augmented validation: a score that is lower, and moves.

The validation images go through the random transforms of training. The score then
depends on what was drawn: it changes from one evaluation to the next without any
training, and is here lower than on the images as they are. Give the validation set a
[pipeline without random transforms](../transforms/compose.md#imagenet_validation), and
[each part its own](../data/datasets.md#transform_per_part).

Attributes: Shapes
    images: (N, 1, 8, 8) float32
    labels: (N,) int64

Asked as:
    should I augment the validation set; validation accuracy changes although the model
    is not trained; validation score differs each epoch with frozen weights; random crop
    on the validation images; test accuracy is lower than it should be because of
    augmentation; same transform for train and val; training accuracy is computed on
    augmented images; evaluation with RandomResizedCrop; RandomHorizontalFlip in the
    test transform; validation worse than what I get on single images; train_transform
    used for the test loader
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn
from torchvision.transforms import v2

torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(1)
labels = torch.tensor(digits.target)
augment = v2.RandomErasing(p=1.0, scale=(0.2, 0.4))
x = torch.stack([augment(image) for image in images[:1000]])

model = nn.Sequential(nn.Flatten(), nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for _ in range(60):
    loss = F.cross_entropy(model(x), labels[:1000])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def evaluate(transform):  # three times
    scores = []
    for _ in range(3):
        x = torch.stack([transform(image) for image in images[1000:]])
        scores.append((model(x).argmax(1) == labels[1000:]).float().mean().item())
    return f"{sum(scores) / 3:.1f}, the same each time: {len(set(scores)) == 1}"


# Wrong: the transforms of training.
print(evaluate(augment))
#> 0.7, the same each time: False

# Right: nothing random.
print(evaluate(v2.Identity()))  # <-
#> 0.9, the same each time: True
