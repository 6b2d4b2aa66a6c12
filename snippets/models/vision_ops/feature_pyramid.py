"""FeaturePyramidNetwork: maps of every scale with the same channels.

Small maps are enlarged and added to the larger ones. `MultiScaleRoIAlign` then reads a
box from one of the maps, by the size of the box.

Asked as:
    feature pyramid network; FPN; multi-scale features; neck of a detector;
    MultiScaleRoIAlign; top-down pathway with lateral connections; combine feature maps
    of several resolutions; detect small and large objects; maps of several scales to
    the same channels; build a detection backbone; RetinaNet neck; pyramid of features
    from a ResNet
"""

from collections import OrderedDict

import torch
from torchvision import ops

torch.manual_seed(0)
maps = OrderedDict(fine=torch.rand(1, 8, 32, 32), coarse=torch.rand(1, 16, 16, 16))
fpn = ops.FeaturePyramidNetwork(in_channels_list=[8, 16], out_channels=4)  # <-
pyramid = fpn(maps)
print({name: tuple(x.shape) for name, x in pyramid.items()})
#> {'fine': (1, 4, 32, 32), 'coarse': (1, 4, 16, 16)}

pool = ops.MultiScaleRoIAlign(["fine", "coarse"], output_size=7, sampling_ratio=2)
boxes = [torch.tensor([[0.0, 0.0, 20.0, 20.0], [0.0, 0.0, 60.0, 60.0]])]
print(pool(pyramid, boxes, image_shapes=[(64, 64)]).shape)
#> torch.Size([2, 4, 7, 7])
