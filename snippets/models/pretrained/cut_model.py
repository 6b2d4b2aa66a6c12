"""Cut off the head: a vector for each image.

Put `nn.Identity` in the place of the last layer. Compute the vectors once, then train a
small classifier on them: it needs no further pass through the network.

Attributes: Shapes
    images: (N, 3, 64, 64) float32
    vectors: (N, 512) float32

Asked as:
    include_top=False; image embeddings; delete the fully connected layer of a trained
    net and use its features; extract feature vectors from images with a pretrained
    ResNet; list(model.children())[:-1]; embeddings or a feature vector instead of class
    scores; image similarity search; fc = nn.Identity(); penultimate layer of a
    pretrained network; features for an SVM; 2048 or 512 features; remove the
    classification layer; use resnet without the last layer, without fc; turn every
    photo into 512 numbers; pretrained net as a fixed feature extractor for an SVM or k
    nearest neighbours; find similar images with a ResNet; remove the last layer of a
    ResNet to get feature vectors; get the features before the classifier out of a
    pretrained model; feature vectors of images
"""

import torch
from torch import nn
from torchvision import models

model = models.resnet18(weights=None)  # weights="DEFAULT" for trained ones
model.fc = nn.Identity()  # <-
model.eval()

images = torch.zeros(2, 3, 64, 64)
with torch.inference_mode():
    vectors = model(images)
print(vectors.shape)
#> torch.Size([2, 512])
