"""draw_keypoints and flow_to_image: points and motion as pictures.

`draw_keypoints` takes places as (x, y), and paints on a copy. `flow_to_image` shows the
direction as a hue; no motion is white.

Asked as:
    draw key points on a picture; draw_keypoints; draw a skeleton; show human pose;
    visualise optical flow; flow_to_image; flow field as colours; connectivity of
    keypoints; joints and bones on an image; plot landmarks on a face; middlebury colour
    wheel; show motion between two frames
"""

import torch
from torchvision.utils import draw_keypoints, flow_to_image

image = torch.zeros(3, 20, 20, dtype=torch.uint8)
points = torch.tensor([[[4.0, 6.0], [15.0, 12.0]]])  # (1, 2, 2)

drawn = draw_keypoints(image, points, colors="red", radius=1)  # <-
print(drawn[:, 6, 4], image.sum())
#> tensor([255,   0,   0], dtype=torch.uint8) tensor(0)
joined = draw_keypoints(image, points, connectivity=[(0, 1)], colors="red", radius=1)
print((joined != drawn).any(dim=0).sum() > 5)  # the line
#> tensor(True)

flow = torch.zeros(2, 1, 3)
flow[0, 0] = torch.tensor([0.0, 1.0, -1.0])
print(flow_to_image(flow)[:, 0].T)
#> tensor([[255, 255, 255],
#>         [255,   0,   0],
#>         [  0, 209, 255]], dtype=torch.uint8)
