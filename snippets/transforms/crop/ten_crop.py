"""TenCrop: five crops of the image, and five of its mirror image.

Transform 5. A tuple of 10; `vertical_flip=True` turns them upside down instead. Stack
them, give the model (N * 10, C, H, W), and take the mean over the 10. A v2 `Lambda`
sees each crop alone, of plain tensors only the first: stack outside.

Attributes: Shapes
    image: (3, 427, 640) uint8
    batch: (10, 3, 250, 300) uint8

Asked as:
    test-time augmentation; TTA; 10-crop evaluation; 10-crop testing; ten patches per
    image; ten views of a picture for better test accuracy; corner crops, also mirrored;
    average predictions over crops and flipped copies; average the logits over augmented
    copies; evaluate with many crops and flips; batch has 5 dimensions after the crops;
    bs, ncrops, c, h, w = input.size(); Lambda(lambda crops: torch.stack(crops));
    AlexNet test protocol; learn.tta(), F.ten_crop, caffe.io.oversample; gain a bit of
    accuracy at test time without training, predict flipped and shifted versions
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

batch = torch.stack(v2.TenCrop((250, 300))(image))  # <-
print(batch[5].equal(batch[1].flip(-1)))  # top left there, top right here
#> True
results = {f"batch[{i}]": batch[i] for i in (0, 1, 4, 5, 9)}

logits = torch.arange(20.0).reshape(10, 2)  # of the model, for one image
print(logits.mean(dim=0))
#> tensor([ 9., 10.])
