"""Dense builders: models of detection, segmentation, video and optical flow.

With the head of the weights that torchvision has.

| Builder and millions of parameters | Builder | Builder |
|---|---|---|
| `fasterrcnn_resnet50_fpn` 41.8 | `fasterrcnn_resnet50_fpn_v2` 43.7 | |
| `fasterrcnn_mobilenet_v3_large_fpn` 19.4 | |  |
| `fasterrcnn_mobilenet_v3_large_320_fpn` 19.4 | `fcos_resnet50_fpn` 32.3 | |
| `retinanet_resnet50_fpn` 34.0 | `retinanet_resnet50_fpn_v2` 38.2 | |
| `ssd300_vgg16` 35.6 | `ssdlite320_mobilenet_v3_large` 3.4 | |
| `maskrcnn_resnet50_fpn` 44.4 | `maskrcnn_resnet50_fpn_v2` 46.4 | |
| `keypointrcnn_resnet50_fpn` 59.1 | `fcn_resnet50` 35.3 | `fcn_resnet101` 54.3 |
| `deeplabv3_resnet50` 42.0 | `deeplabv3_resnet101` 61.0 | |
| `deeplabv3_mobilenet_v3_large` 11.0 | `lraspp_mobilenet_v3_large` 3.2 | |
| `r3d_18` 33.4 | `mc3_18` 11.7 | `r2plus1d_18` 31.5 |
| `s3d` 8.3 | `mvit_v1_b` 36.6 | `mvit_v2_s` 34.5 |
| `swin3d_t` 28.2 | `swin3d_s` 49.8 | `swin3d_b` 88.0 |
| `raft_small` 1.0 | `raft_large` 5.3 | |

`weights_backbone=None` keeps a backbone from being downloaded.

Asked as:
    detection models of torchvision; segmentation models of torchvision; video models of
    torchvision; fasterrcnn_resnet50_fpn_v2; maskrcnn_resnet50_fpn; deeplabv3_resnet101;
    raft optical flow; r3d_18 and r2plus1d_18; which detector is the smallest;
    keypointrcnn_resnet50_fpn; size of detection models; pretrained semantic
    segmentation networks; weights_backbone=None
"""

import torch
from torchvision.models import detection, optical_flow, segmentation, video

with torch.device("meta"):
    models = [
        detection.ssdlite320_mobilenet_v3_large(weights_backbone=None),
        segmentation.lraspp_mobilenet_v3_large(weights_backbone=None),  # <-
        video.mc3_18(),
        optical_flow.raft_small(),
    ]
for model in models:
    count = sum(p.numel() for p in model.parameters())
    print(f"{type(model).__name__:11} {count / 1e6:.1f}")
    #> SSD         3.4
    #> LRASPP      3.2
    #> VideoResNet 11.7
    #> RAFT        1.0
