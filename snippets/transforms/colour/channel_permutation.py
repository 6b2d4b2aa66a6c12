"""RandomChannelPermutation: red, green, blue in another order.

Also what an image looks like that was read as BGR (OpenCV) and taken for RGB:
`image[[2, 1, 0]]` puts it right.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    BGR to RGB; red and blue are swapped; swap red and blue; faces look blue; image
    colours look wrong, blue instead of red; cv2.imread gives the channels in the wrong
    order; reorder the RGB channels; shuffle colour channels; permute color channels at
    random; swap the first and the last channel; RGB to BGR for a Caffe model;
    cv2.cvtColor(img, cv2.COLOR_BGR2RGB); img[..., ::-1]; albumentations ChannelShuffle,
    F.permute_channels; opencv loads BGR but the model wants RGB
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

permuted = v2.RandomChannelPermutation()(image)  # <-
results = {"image[[2, 1, 0]]": image[[2, 1, 0]], "RandomChannelPermutation()": permuted}
print(sorted(permuted.float().mean(dim=(1, 2)).int().tolist()))
#> [55, 57, 73]
print(sorted(image.float().mean(dim=(1, 2)).int().tolist()))
#> [55, 57, 73]
