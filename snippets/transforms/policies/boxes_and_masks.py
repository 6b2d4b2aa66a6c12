"""tv_tensors: boxes and masks follow the image.

[Wrap them](../data/work.md#image_and_mask), and geometric transforms move them along;
`FiveCrop` and `TenCrop` refuse them. Colour transforms change the image alone. Tuples,
lists and dictionaries go in, also nested. Of plain tensors only the first counts as an
image, and only where no image is wrapped; the others pass unchanged.

Attributes: Shapes
    image: (3, 427, 640) uint8
    boxes: (1, 4) float32, left, top, right, bottom
    mask: (427, 640) bool

Asked as:
    augment bounding boxes; augment segmentation masks; data augmentation for object
    detection; transform image and mask together; same random crop or transform for
    image and mask; same random augmentation for input and ground truth image, paired
    transforms; flip or rotate image and label together; joint transforms for
    segmentation; image is rotated but the mask stays as it was, keep them in sync;
    bounding boxes are wrong after a flip, must follow it; object detection augmentation
    with boxes; brightness should not change the mask; transform a target dictionary
    with boxes and labels; same seed for transform and target_transform; albumentations
    bbox_params, additional_targets; torchvision.datapoints, TVTensor; transform the
    target as well as the image
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision import tv_tensors
from torchvision.transforms import v2
from torchvision.utils import draw_bounding_boxes, draw_segmentation_masks

photo = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
boxes = tv_tensors.BoundingBoxes(  # <-
    [[200.0, 60.0, 500.0, 400.0]], format="XYXY", canvas_size=(427, 640)
)
mask = tv_tensors.Mask(torch.zeros(427, 640, dtype=torch.bool))
mask[60:400, 200:500] = True


def draw(image, boxes, mask):
    image = draw_segmentation_masks(image, mask, alpha=0.5, colors="blue")
    return draw_bounding_boxes(image, boxes, colors="yellow", width=6)


image, results = draw(photo, boxes, mask), {}
transforms = {
    "RandomHorizontalFlip(p=1.0)": v2.RandomHorizontalFlip(p=1.0),
    "Resize(200)": v2.Resize(200),
    "RandomRotation((20, 20))": v2.RandomRotation((20, 20)),
}
for call, transform in transforms.items():
    moved, moved_boxes, moved_mask = transform(photo, boxes, mask)
    results[call] = draw(moved, moved_boxes, moved_mask)
    print(moved_boxes.int().tolist(), moved_boxes.canvas_size, bool(moved_mask.any()))
    #> [[140, 60, 440, 400]] (427, 640) True
    #> [[93, 28, 233, 187]] (200, 299) True
    #> [[154, 7, 552, 427]] (427, 640) True
