"""roi_align and roi_pool: a region of a feature map in a fixed size.

A row of boxes is `(number of the image, x1, y1, x2, y2)`, in pixels of the picture:
`spatial_scale` turns them into places of the feature map. `roi_align` blends
neighbours, `roi_pool` takes the largest of whole places; `ps_roi_align` and
`ps_roi_pool` read each part of the output from channels of its own.

Asked as:
    region of interest pooling; RoIAlign; RoIPool; crop a feature map by boxes; features
    of each proposal; Faster R-CNN second stage; tf.image.crop_and_resize; crop boxes
    from a feature map to the same size; ps_roi_align; spatial_scale of roi_align;
    aligned=True in roi_align; fixed size features of variable boxes
"""

import torch
from torchvision import ops

features = torch.arange(16.0).reshape(1, 1, 4, 4)
boxes = torch.tensor([[0.0, 0.0, 0.0, 16.0, 16.0]])

aligned = ops.roi_align(features, boxes, 2, spatial_scale=0.25, aligned=True)  # <-
print(aligned)
#> tensor([[[[ 2.5000,  4.5000],
#>           [10.5000, 12.5000]]]])
layer = ops.RoIAlign(2, spatial_scale=0.25, sampling_ratio=-1, aligned=True)
print(layer(features, boxes).equal(aligned))
#> True

largest = ops.roi_pool(features, boxes, output_size=2, spatial_scale=0.25)
print(largest)
#> tensor([[[[10., 11.],
#>           [14., 15.]]]])
print(ops.RoIPool(2, spatial_scale=0.25)(features, boxes).equal(largest))
#> True

parts = torch.arange(4.0).reshape(1, 4, 1, 1).expand(1, 4, 4, 4)
print(ops.ps_roi_align(parts, boxes, output_size=2, spatial_scale=0.25))
#> tensor([[[[0., 1.],
#>           [2., 3.]]]])
print(ops.ps_roi_pool(parts, boxes, output_size=2, spatial_scale=0.25).flatten())
#> tensor([0., 1., 2., 3.])
print(ops.PSRoIAlign(2, 0.25, sampling_ratio=-1)(parts, boxes).flatten())
#> tensor([0., 1., 2., 3.])
print(ops.PSRoIPool(2, 0.25)(parts, boxes).flatten())
#> tensor([0., 1., 2., 3.])
