"""CutMix: a rectangle of another image, and its share of the label.

On a batch. The labels are mixed by area. In training, take MixUp or CutMix at random by
`RandomChoice`.

Attributes: Shapes
    images: (N, 3, 427, 640) float32
    labels: (N,) int64
    mixed: (N, 3, 427, 640) float32
    soft: (N, 4) float32, rows sum to 1

Asked as:
    combine patches of two images; replace a region by a piece of another training
    picture; region replacement augmentation; part of the image comes from another
    sample, what becomes of the target; labels mixed in proportion to the area; labels
    weighted by the size of the patch; difference between Cutout, Mixup and CutMix;
    mixup and cutmix together; switch between mixup and cutmix; regional dropout with
    another picture; cutmix implementation; rand_bbox, cutmix_alpha,
    keras.layers.CutMix; cut and paste a patch between training images; piece, patch or
    rectangle of another picture pasted in, label 0.7 cat 0.3 dog
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
names = ["flower.jpg", "china.jpg"]
photos = [Image.fromarray(load_sample_image(name)) for name in names]
images = torch.stack([to_tensor(photo) for photo in photos])
labels = torch.tensor([0, 3])

mixed, soft = v2.CutMix(num_classes=4)(images, labels)  # <-
kept = (mixed[0] == images[0]).all(dim=0).float().mean()
print(abs(kept - soft[0, 0]) < 0.01)  # the share of the area
#> tensor(True)

either = v2.RandomChoice([v2.MixUp(num_classes=4), v2.CutMix(num_classes=4)])
print(either(images, labels)[1].sum(dim=1))
#> tensor([1., 1.])
image, results = images[0], {"images[1]": images[1], "mixed[0]": mixed[0]}
