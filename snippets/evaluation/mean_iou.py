r"""Mean IoU: how well predicted regions cover the true ones.

From one confusion matrix of all pixels of all images: the overlap of a class over the
union of its true and predicted pixels. A mean of the IoU of single images is another
number. Drop the pixels without a label before counting. A target of uint8 overflows
from 17 classes on: `.long()` first. A class that is neither true nor predicted is 0/0:
`nanmean` leaves it out.

$$\text{IoU}_c = \frac{M_{cc}}{\sum_j M_{cj} + \sum_i M_{ic} - M_{cc}}$$

Attributes: Shapes
    target: (N, H, W) int64, 255 has no label
    predicted: (N, H, W) int64
    iou: (C,) float32

Asked as:
    intersection over union of segmentation masks; mIoU; MeanIoU; Jaccard index;
    jaccard_score; evaluate semantic segmentation; how good are the predicted masks; IoU
    per class; pixels labelled 255 in the metric; torchmetrics JaccardIndex; mean IoU
    with absent classes; tf.keras.metrics.MeanIoU; segmentation score of VOC or
    Cityscapes; overlap of predicted and true mask
"""

import torch

C = 4
target = torch.tensor([[[0, 0, 1], [0, 1, 255]], [[0, 0, 2], [0, 0, 0]]])
predicted = torch.tensor([[[0, 1, 1], [0, 1, 3]], [[0, 0, 2], [0, 0, 2]]])

labelled = target < C
pairs = C * target[labelled] + predicted[labelled]
matrix = torch.bincount(pairs, minlength=C * C).reshape(C, C)
overlap = matrix.diagonal()
iou = overlap / (matrix.sum(dim=0) + matrix.sum(dim=1) - overlap)  # <-
print(iou)
#> tensor([0.7500, 0.6667, 0.5000,    nan])
print(f"{iou.nanmean().item():.3f}")
#> 0.639
