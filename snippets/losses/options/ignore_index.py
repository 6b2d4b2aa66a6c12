r"""ignore_index: targets that do not count.

For [padding tokens](written.md#token_cross_entropy) and unlabelled
[pixels](written.md#pixel_cross_entropy). A target equal to `ignore_index` (default
-100) gives no loss, no gradient, and is not counted in the mean. If every target is
ignored the mean is `nan`. A logit that is NaN or `inf` is not ignored: the gradient of
its row is NaN.

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64, class index or the ignored value
    loss: () float32

Asked as:
    mask padding tokens in the loss; why are targets -100; void label 255 in
    segmentation; skip unlabelled pixels, label 255 is left out; ignore padding in the
    loss, pad tokens; loss only on the answer, not on the prompt; loss is nan when every
    label is masked; exclude the background class; keras mask_zero; partly annotated
    pictures; leave some positions out of cross entropy; mask out some targets in the
    loss; exclude some labels from cross entropy; variable length sentences, padded
    positions count in the loss; padded positions of a translation model; do not count
    unknown labels; tell the loss to skip some targets; ignore a class in the loss
"""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [0.0, 2.0], [5.0, -5.0]], requires_grad=True)
target = torch.tensor([0, 0, -100])

loss = nn.CrossEntropyLoss()(logits, target)
print(loss.detach())
#> tensor(1.1269)
print(nn.CrossEntropyLoss()(logits[:2], target[:2]).detach())  # as if it were not there
#> tensor(1.1269)

loss.backward()
print(logits.grad[2])
#> tensor([0., 0.])

padding = nn.CrossEntropyLoss(ignore_index=0)  # <-
print(padding(logits, torch.tensor([0, 0, 0])).detach())
#> tensor(nan)
