"""ImageNet validation pipeline: resize, crop the centre, normalise.

Nothing random: the shorter side to 256, the middle 224. The pipeline of a set of
torchvision weights is `weights.transforms()`.

Attributes: Shapes
    x: (3, 224, 224) float32

Asked as:
    transforms for the test set; transforms for the validation folder; val_transform,
    test_transform, data_transforms["val"]; preprocessing at test time; preprocessing
    for inference, transform for prediction with ResNet18; preprocessing for evaluation
    of a pretrained model; should test images be augmented; no augmentation at
    evaluation; Resize(256), CenterCrop(224), ToTensor, Normalize; why resize to 256 and
    then crop 224; weights.transforms(); accuracy of a pretrained net lower than
    published; pretrained model gives rubbish because of wrong preprocessing; prediction
    changes at each call because of random transforms; preprocess a picture before
    testing a pretrained ResNet or VGG; prepare an image for a pretrained network;
    validation transforms
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.models import ResNet18_Weights
from torchvision.transforms import v2

validation = v2.Compose(
    [
        v2.ToImage(),
        v2.Resize(256),
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)
photo = Image.fromarray(load_sample_image("flower.jpg"))
x = validation(photo)  # <-
print(x.equal(validation(photo)))
#> True

image = v2.ToImage()(photo)
theirs = ResNet18_Weights.DEFAULT.transforms()(image)
print(bool((x - theirs).abs().max() < 0.02))  # a rounded pixel is 1 / 255 / 0.225
#> True
results = {"validation(photo)": x}
