"""ImageNet training pipeline: crop, flip, normalise.

The mean and standard deviation are those of the ImageNet training images: weights
trained with them expect inputs on that scale. Take them with those weights, and your
own numbers when you train from scratch.

Attributes: Shapes
    x: (3, 224, 224) float32

Asked as:
    image data augmentation; augment the training images; train_transform,
    data_transforms["train"]; training transforms of a pretrained model; preprocessing
    of training pictures for a pretrained VGG or ResNet; good default augmentation
    pipeline for image classification, beginner; standard augmentation recipe:
    RandomResizedCrop, RandomHorizontalFlip, ToTensor, Normalize; more variety from the
    same photos; mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]; what are the
    magic numbers 0.485, 0.456, 0.406 of Normalize; where does 0.485 0.456 0.406 come
    from; should I use the ImageNet mean for my own data; ImageDataGenerator for
    training, fastai aug_transforms, imagenet_stats; transforms for fine-tuning a ResNet
    on my own images; data augmentation for image classification; randomly crop and flip
    the training pictures; more training data from few images; good augmentation for a
    small dataset
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
train = v2.Compose(
    [
        v2.ToImage(),
        v2.RandomResizedCrop(224),
        v2.RandomHorizontalFlip(),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(MEAN, STD),
    ]
)
torch.manual_seed(0)
photo = Image.fromarray(load_sample_image("flower.jpg"))
x = train(photo)  # <-

image = v2.ToImage()(photo)
results = {}
for seed in range(1, 6):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = train(photo)
print({tuple(result.shape) for result in results.values()})
#> {(3, 224, 224)}
