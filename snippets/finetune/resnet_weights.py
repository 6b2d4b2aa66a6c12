"""ResNet: torchvision's weights, a new head, two rates.

`weights="DEFAULT"` downloads the best weights once and keeps them; the enum also has
the transforms that belong to them. Without a network the call raises; `weights=None`
starts from random weights and lets the rest of the code run, as here.

Attributes: Shapes
    images: (N, 3, 224, 224) float32, as the transforms leave them
    logits: (N, 3) float32

Raises:
    URLError: `models.resnet18(weights="DEFAULT", progress=False)` Temporary failure in
        name resolution

Asked as:
    fine tune a pretrained resnet; finetune resnet18 or resnet50; resnet transfer
    learning; transfer learning example with torchvision; fine-tune a resnet on my own
    photos; classify my own photos with a pretrained resnet50; retrain a resnet for
    other classes; resnet50 for three classes; resnet18 pretrained on ImageNet; how do I
    finetune; custom dataset with a pretrained network; train the last block and the
    classifier of a resnet; train layer4 and fc only; finetune only layer4; unfreeze the
    last block; keras.applications.ResNet50; cnn_learner, vision_learner; ants and bees
    tutorial, cats and dogs with few pictures; use a pretrained model on my own data
"""

import torch
import torch.nn.functional as F
from torch import nn
from torchvision import models

torch.manual_seed(0)
weights = models.ResNet18_Weights.DEFAULT  # <-
prepare = weights.transforms()  # resize to 256, crop 224, ImageNet's mean and std
model = models.resnet18(weights=None)  # weights=weights
model.requires_grad_(False)
model.fc = nn.Linear(model.fc.in_features, 3)  # new, so it learns
model.layer4.requires_grad_(True)
model.eval()  # the frozen batch norms keep their statistics
model.layer4.train()
optimizer = torch.optim.AdamW(
    [
        {"params": model.layer4.parameters(), "lr": 1e-4},
        {"params": model.fc.parameters(), "lr": 1e-3},
    ]
)

images = prepare(torch.rand(4, 3, 300, 260))
classes = torch.tensor([0, 1, 2, 0])
logits = model(images)
loss = F.cross_entropy(logits, classes)
loss.backward()
optimizer.step()
print(model.conv1.weight.grad, model.layer4[0].conv1.weight.grad is not None)
#> None True
print(model.bn1.num_batches_tracked, model.layer4[0].bn1.num_batches_tracked)
#> tensor(0) tensor(1)
print(len(weights.meta["categories"]), weights.meta["num_params"])
#> 1000 11689512
