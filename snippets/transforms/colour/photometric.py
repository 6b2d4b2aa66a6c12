"""RandomPhotometricDistort: colour jitter for detectors.

Brightness, contrast, saturation, hue and swapped channels, each with probability p (0.5
unless said otherwise); contrast comes early or late. The recipe of SSD. Boxes stay as
they are.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    photometric distortion; photometric augmentation for segmentation; SSD colour
    augmentation; color jitter for SSD, YOLO or Faster R-CNN; ready-made colour
    distortion for detection; brightness and contrast changes that leave the bounding
    boxes alone; lighting changes for object detection; random brightness, contrast, hue
    and channel swap together; swap channels and shift hue at random; difference between
    ColorJitter and RandomPhotometricDistort; PhotoMetricDistortion of mmdetection,
    random_distort_color; colour transform of the detection recipes; colour augmentation
    that does not move, touch or disturb the bounding boxes
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

transform = v2.RandomPhotometricDistort(p=0.8)  # <-
results = {}
for seed in range(1, 6):
    torch.manual_seed(seed)
    results[f"torch.manual_seed({seed})"] = transform(image)
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
