"""Features once: run the frozen body a single time, then train on its output.

With a body that does not learn and no augmentation, its output for an image is the same
in every epoch: compute it once, under `no_grad` and in eval mode. Then train a linear
classifier on it, or one of scikit-learn's.

Attributes: Shapes
    images: (N, 3, 32, 32) float32
    features: (N, 512) float32
    logits: (N, 2) float32

Asked as:
    precompute embeddings; compute image embeddings once, logistic regression on top;
    extract features of the dataset one time; store or cache outputs of the pretrained
    net instead of recomputing; save the features of all images; avoid passing the same
    images through the backbone every epoch; speed up training with a frozen backbone;
    training the classifier on a frozen network is slow; train a linear classifier on
    embeddings; train only a classifier on saved vectors; feature extraction, then a
    simple classifier; linear probe; bottleneck features; base_model.predict, then a
    Dense on top; kNN or SVM on ResNet features; SVM or LogisticRegression on CNN
    vectors; transfer learning without a GPU; fine-tuning takes too long on my laptop;
    compute features once, reuse them later
"""

import torch
from torch import nn
from torchvision import models

torch.manual_seed(0)
body = models.resnet18(weights=None)  # weights="DEFAULT" in a real run
body.fc = nn.Identity()
body.eval()
images, classes = torch.rand(6, 3, 32, 32), torch.tensor([0, 1, 0, 1, 0, 1])

with torch.no_grad():
    features = torch.cat([body(batch) for batch in images.split(4)])  # <-

head = nn.Linear(512, 2)
optimizer = torch.optim.Adam(head.parameters(), lr=1e-2)
for _ in range(100):
    optimizer.zero_grad()
    nn.functional.cross_entropy(head(features), classes).backward()
    optimizer.step()
logits = head(features)
print(logits.argmax(1))
#> tensor([0, 1, 0, 1, 0, 1])
