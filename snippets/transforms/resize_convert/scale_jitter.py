"""ScaleJitter, RandomShortestSize, RandomResize: a random size.

For detectors: the aspect ratio is kept. Batches then hold images of several sizes:
collate them as a list.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    multi-scale training; resize to a different size each time; multi-scale images for a
    detector; random shorter edge for every picture; vary the resolution while training;
    vary the input resolution during YOLO training; different image scale at each
    iteration for detection; several image sizes for Faster R-CNN; min and max size of a
    random resize; min_size of Faster R-CNN as a list; objects of many sizes for a
    detector; pictures of random size in a batch; large scale jittering, LSJ; detectron2
    ResizeShortestEdge, albumentations RandomScale, JitteredResize; random resize for
    detection; random scaling for detectors
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    "ScaleJitter((427, 640))": v2.ScaleJitter((427, 640))(image),  # <-
    "RandomShortestSize([150, 250])": v2.RandomShortestSize([150, 250])(image),
    "RandomResize(100, 300)": v2.RandomResize(100, 300)(image),
}
for name, result in results.items():
    height, width = result.shape[1:]
    print(name, abs(width / height - 640 / 427) < 0.02)
    #> ScaleJitter((427, 640)) True
    #> RandomShortestSize([150, 250]) True
    #> RandomResize(100, 300) True
