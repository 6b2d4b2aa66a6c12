"""KeyPoints: landmarks follow the image.

Points as (x, y); a flip takes x to W - 1 - x. `ClampKeyPoints` brings those outside to
the border, `SanitizeKeyPoints` removes them, and their labels where `labels_getter`
says which.

Attributes: Shapes
    points: (3, 2) float32

Asked as:
    keypoints augmentation; augment keypoints or coordinates of points; facial
    landmarks; transform landmarks with the image; pose estimation, body joints; joints
    of the body must move with the picture; eye, nose and mouth positions follow the
    crop; flip the coordinates of eyes and nose; x, y coordinates after a flip; rotate
    points together with a picture; points outside of the crop; regress x, y
    coordinates, augment the targets; hand skeleton; albumentations keypoint_params,
    remove_invisible; flip keypoints with the image
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

points = tv_tensors.KeyPoints(  # <-
    [[0.0, 0.0], [10.0, 40.0], [50.0, 30.0]], canvas_size=(50, 100)
)
image = torch.zeros(3, 50, 100)

flipped, moved = v2.RandomHorizontalFlip(p=1.0)(tv_tensors.Image(image), points)
print(moved.tolist())
#> [[99.0, 0.0], [89.0, 40.0], [49.0, 30.0]]

crop, inside = v2.CenterCrop((20, 60))(tv_tensors.Image(image), points)
print(inside.tolist(), v2.ClampKeyPoints()(inside).tolist())
#> [[-20.0, -15.0], [-10.0, 25.0], [30.0, 15.0]] [[0.0, 0.0], [0.0, 19.0], [30.0, 15.0]]
target = {"points": inside, "labels": torch.tensor([1, 2, 3])}
sanitize = v2.SanitizeKeyPoints(labels_getter=lambda target: target["labels"])
print(sanitize(target)["labels"])
#> tensor([3])
