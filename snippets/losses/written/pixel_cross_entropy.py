"""Cross-entropy of pixels: a class for each place of the image.

The classes stand in dimension 1; the target has no channel and holds class numbers, not
one-hot planes. Unlabelled pixels, 255 in many sets, are left out. If the model gives a
smaller map, enlarge the logits, not the mask: between two classes there is no class
number. The mean runs over all pixels of the batch that count.

Attributes: Shapes
    logits: (N, C, h, w) float32, a smaller map
    target: (N, H, W) int64, a class for each pixel
    full: (N, C, H, W) float32
    loss: () float32
    predicted: (N, H, W) int64

Raises:
    RuntimeError: `F.cross_entropy(full, target.unsqueeze(1))` only batches of spatial
        targets supported (3D tensors) but got targets of dimension: 4

Asked as:
    semantic segmentation loss; cross entropy 2d; CrossEntropyLoss for (N, C, H, W);
    per-pixel classification; ignore_index=255; void label; U-Net multi-class loss;
    output is smaller than the mask; upsample logits to the label size; NLLLoss2d;
    sparse_categorical_crossentropy for masks; DeepLab or FCN loss; cross entropy for
    segmentation, target of shape N H W; segmentation masks as target of the cross
    entropy
"""

import torch
import torch.nn.functional as F

target = torch.tensor([[[0, 0, 1, 1], [0, 0, 1, 255]]])  # (1, 2, 4)
logits = torch.tensor([[[[2.0, 0.0]], [[0.0, 1.0]]]])  # (1, 2, 1, 2)

full = F.interpolate(logits, size=target.shape[1:], mode="bilinear")
loss = F.cross_entropy(full, target, ignore_index=255)  # <-
print(loss)
#> tensor(0.3176)
predicted = full.argmax(dim=1)
print(predicted)
#> tensor([[[0, 0, 1, 1],
#>          [0, 0, 1, 1]]])
