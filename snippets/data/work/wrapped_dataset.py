"""wrap_dataset_for_transforms_v2: boxes and masks of a known set, marked.

VOC and COCO come with boxes as plain numbers, which a flip leaves where they are.
Wrapped, they are `tv_tensors`, and move with the image. Pass `transforms`, which gets
image and target; `transform` gets the image alone. Without `target_keys` some keys are
dropped. Sets of your own are wrapped by [hand](#image_and_mask).

Attributes: Shapes
    image: (3, 20, 40) uint8
    boxes: (1, 4) int64

Asked as:
    torchvision.datasets.wrap_dataset_for_transforms_v2; CocoDetection with transforms
    v2; VOCDetection boxes as tensors; bounding boxes do not move with the image in
    CocoDetection; target_keys; datasets and tv_tensors; VOCSegmentation with v2
    transforms; convert COCO annotations to tv_tensors; detection dataset for
    fasterrcnn; transforms or transform argument of a dataset; COCO boxes do not follow
    the flip of the image
"""

import tempfile
from pathlib import Path

from PIL import Image
from torchvision.datasets import VOCDetection, wrap_dataset_for_transforms_v2
from torchvision.transforms import v2

XML = """<annotation><object><name>cat</name><bndbox>
<xmin>4</xmin><ymin>2</ymin><xmax>10</xmax><ymax>8</ymax>
</bndbox></object></annotation>"""

with tempfile.TemporaryDirectory() as root:
    base = Path(root, "VOCdevkit/VOC2012")
    for folder in ("ImageSets/Main", "JPEGImages", "Annotations"):
        (base / folder).mkdir(parents=True)
    (base / "ImageSets/Main/train.txt").write_text("one\n")
    Image.new("RGB", (40, 20)).save(base / "JPEGImages/one.jpg")
    (base / "Annotations/one.xml").write_text(XML)

    flip = v2.Compose([v2.ToImage(), v2.RandomHorizontalFlip(p=1.0)])
    plain = VOCDetection(root, image_set="train", transforms=flip)
    print(plain[0][1]["annotation"]["object"][0]["bndbox"])
    #> {'xmin': '4', 'ymin': '2', 'xmax': '10', 'ymax': '8'}
    keys = ("boxes", "labels")
    dataset = wrap_dataset_for_transforms_v2(plain, target_keys=keys)  # <-
    image, target = dataset[0]
    boxes, labels = target["boxes"], target["labels"]
    print(boxes.tolist(), boxes.format.name, labels)
    #> [[30, 2, 36, 8]] XYXY tensor([8])
