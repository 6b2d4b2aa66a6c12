"""Train a detector: discs and squares, with a small Faster R-CNN.

In training mode the detector takes lists of pictures and [of
targets](#detection_target) and returns a dictionary of losses: their sum is what is
minimised. In eval mode it returns boxes, labels and scores.

Asked as:
    train an object detector; object detection example from scratch; train Faster R-CNN
    on a custom dataset; detection training loop; sum of the losses of a detector; whole
    program for object detection; torchvision detection finetuning tutorial; detection
    on a CPU; toy object detection; minimal Faster R-CNN training; loss_classifier
    loss_box_reg loss_objectness loss_rpn_box_reg; how to train a detector without
    pretrained weights; detect circles and squares; complete script that finds objects;
    what to backpropagate of several detector losses; learn to find objects
"""

# %% Pictures and targets
import torch
from torch import nn
from torchvision import ops
from torchvision.models.detection import FasterRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor
from torchvision.utils import draw_bounding_boxes, make_grid


def draw(size=64):
    """Draw one or two shapes: a picture and its target."""
    line, boxes, labels = torch.arange(size), [], []
    image = 0.2 * torch.rand(3, size, size)
    for _ in range(torch.randint(1, 3, ()).item()):
        radius = torch.randint(7, 12, ()).item()
        x, y = torch.randint(radius, size - radius, (2,)).tolist()
        down, across = (line[:, None] - y).abs(), (line - x).abs()
        label = torch.randint(1, 3, ()).item()  # 1 a disc, 2 a square
        disc, square = down**2 + across**2, down.maximum(across) ** 2
        inside = (disc if label == 1 else square) <= radius**2
        image[:, inside] = 0.4 + 0.6 * torch.rand(3, 1)
        boxes.append([x - radius, y - radius, x + radius + 1, y + radius + 1])
        labels.append(label)
    target = {"boxes": torch.tensor(boxes).float(), "labels": torch.tensor(labels)}
    return image, target


# %% Detector
def small_detector(classes):
    layers = []
    for inputs, outputs, stride in [(3, 16, 2), (16, 32, 2), (32, 32, 2), (32, 32, 1)]:
        layers += [nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(outputs), nn.ReLU()]
    backbone = nn.Sequential(*layers)
    backbone.out_channels = 32
    return FasterRCNN(
        backbone,
        min_size=64,  # as the pictures are; 800 by default
        max_size=64,
        rpn_anchor_generator=AnchorGenerator(((12, 18, 24),), ((1.0,),)),
        rpn_post_nms_top_n_train=50,
        rpn_post_nms_top_n_test=20,
        rpn_batch_size_per_image=64,
        box_batch_size_per_image=32,
        box_roi_pool=ops.MultiScaleRoIAlign(["0"], output_size=5, sampling_ratio=2),
        box_head=nn.Sequential(nn.Flatten(), nn.Linear(32 * 25, 64), nn.ReLU()),
        box_predictor=FastRCNNPredictor(64, classes),
    )


# %% Training
torch.manual_seed(0)
data = [draw() for _ in range(128)]
model = small_detector(classes=3)
optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
for _ in range(120):
    batch = [data[n] for n in torch.randint(len(data), (8,)).tolist()]
    losses = model(*zip(*batch, strict=True))
    loss = sum(losses.values())  # <-
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(sorted(losses))
#> ['loss_box_reg', 'loss_classifier', 'loss_objectness', 'loss_rpn_box_reg']

# %% On new pictures
new_images, truth = zip(*[draw() for _ in range(32)], strict=True)
model.eval()
with torch.inference_mode():
    found = model(list(new_images))
right = objects = 0
for one, target in zip(found, truth, strict=True):
    sure = one["scores"] > 0.5
    alike = one["labels"][sure, None] == target["labels"]
    near = ops.box_iou(one["boxes"][sure], target["boxes"]) > 0.5
    right += (alike & near).any(dim=0).sum()
    objects += len(target["labels"])
print(right / objects > 0.6)
#> tensor(True)

# %% Look
drawn = []
for image, one in zip(new_images[:6], found, strict=False):
    sure = one["scores"] > 0.5
    colours = [["", "red", "cyan"][label] for label in one["labels"][sure]]
    if colours:
        image = draw_bounding_boxes(image, one["boxes"][sure], colors=colours)
    drawn.append(image)
pictures = {"found: discs red, squares cyan": make_grid(drawn, nrow=3)}
