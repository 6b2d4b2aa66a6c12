"""RandomPerspective: as if seen from the side.

Each corner moves inwards by up to `distortion_scale`, 0 to 1, times half of the width
and height. With probability p, 0.5 unless said otherwise.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    change of viewpoint; perspective warp augmentation; camera angle augmentation;
    simulate that the camera views from a different angle; tilt a flat picture in 3d;
    tilt the plane of the image; skewed like a trapezium, trapezoid or keystone;
    four-point transform; random projective warp; projective transformation, homography;
    distortion_scale=0.5; cv2.warpPerspective, cv2.getPerspectiveTransform;
    keras.layers.RandomPerspective, F.perspective; picture seen from an oblique angle,
    from left, right, above or below; documents, book pages or signs photographed with a
    phone at an angle, slanted
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    f"distortion_scale={scale}": v2.RandomPerspective(scale, p=1.0)(image)  # <-
    for scale in (0.2, 0.5, 0.8)
}
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
print(v2.RandomPerspective(0.5, p=0.0)(image) is image)
#> True
