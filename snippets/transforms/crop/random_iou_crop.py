"""RandomIoUCrop: a crop that keeps at least one box.

For detectors such as SSD. A box whose centre falls outside becomes empty:
`SanitizeBoundingBoxes` takes it and its label out. Sometimes the whole image is kept.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    crop augmentation for object detection; random crop with bounding boxes; SSD random
    crop; crop without losing the objects; do not lose the bounding boxes when cropping;
    crop a detection dataset without destroying the annotations; cropping augmentation
    for boxes and labels of a detection dataset; crop keeps the objects inside; minimum
    overlap with the bounding boxes; minimum IoU of crop and box; jaccard overlap of
    crop and object; objects cut away by the crop, drop their labels; albumentations
    RandomSizedBBoxSafeCrop, BBoxSafeRandomCrop; ssd_random_crop, sampler_options;
    annotated boxes do not fit, are empty or partly outside after the crop
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision import tv_tensors
from torchvision.transforms import v2
from torchvision.utils import draw_bounding_boxes

photo = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
boxes = tv_tensors.BoundingBoxes(
    [[150.0, 60.0, 500.0, 400.0], [0.0, 0.0, 30.0, 30.0]],
    format="XYXY",
    canvas_size=(427, 640),
)
target = {"boxes": boxes, "labels": torch.tensor([7, 8])}

transform = v2.Compose([v2.RandomIoUCrop(), v2.SanitizeBoundingBoxes()])  # <-
image, results = draw_bounding_boxes(photo, boxes, colors="yellow", width=6), {}
for seed in (1, 2, 3):
    torch.manual_seed(seed)
    crop, found = transform(photo, target)
    results[f"torch.manual_seed({seed})"] = draw_bounding_boxes(
        crop, found["boxes"], colors="yellow", width=6
    )
    print(tuple(crop.shape), found["labels"].tolist())
    #> (3, 248, 317) [7]
    #> (3, 318, 362) [7]
    #> (3, 306, 247) [7]
