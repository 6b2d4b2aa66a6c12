"""draw_bounding_boxes: what was found, with names and scores.

Takes the boxes of one picture, uint8 or float, and paints on a copy; without a
box it warns and returns the picture itself. One text and one
colour for each box. Draw the truth in another colour: misses and doubles are seen at
once.

Attributes: Shapes
    image: (3, 90, 120) float32
    drawn: (3, 90, 120) float32

Asked as:
    draw predicted boxes; show detections with class names and scores; visualize the
    output of Faster R-CNN; draw_bounding_boxes labels and colors; plot ground truth and
    predicted boxes; write the score beside the box; rectangles on an image tensor;
    draw_bounding_boxes float image; compare predicted boxes with the truth in a
    picture; cv2.rectangle for tensors; label text of a bounding box; width of the box
    lines; names and confidence on rectangles; put class names on the rectangles of a
    picture
"""

import torch
from torchvision.utils import draw_bounding_boxes

image = torch.linspace(0.2, 0.7, 120).expand(3, 90, 120)
truth = torch.tensor([[12.0, 20.0, 50.0, 60.0], [70.0, 25.0, 110.0, 80.0]])
names = ["ground", "disc", "square"]
found = {
    "boxes": torch.tensor([[14.0, 22.0, 52.0, 58.0], [66.0, 25.0, 108.0, 76.0]]),
    "labels": torch.tensor([1, 2]),
    "scores": torch.tensor([0.96, 0.41]),
}

sure = found["scores"] > 0.3
pairs = zip(found["labels"][sure], found["scores"][sure], strict=True)
texts = [f"{names[label]} {score:.2f}" for label, score in pairs]
print(texts)
#> ['disc 0.96', 'square 0.41']

true = draw_bounding_boxes(image, truth, colors="white")
boxes, colours = found["boxes"][sure], ["red", "blue"]
drawn = draw_bounding_boxes(true, boxes, texts, colors=colours)  # <-
print(drawn.dtype)
#> torch.float32
pictures = {"truth in white": drawn}
