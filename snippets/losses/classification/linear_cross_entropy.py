r"""LinearCrossEntropyLoss: the output layer and cross-entropy in one.

For large vocabularies, where the logits (N, C) take more memory than the rest. The
module holds the weight of the output layer. With `nn.LinearCrossEntropyOptions` it
computes the logits in chunks, and the whole of them is never in memory; without, it
saves nothing. With `label_smoothing` it warns and does not use the options.

$$\ell = -\frac{1}{N} \sum_n \log \frac{e^{w_{y_n} \cdot x_n}}{\sum_c e^{w_c \cdot
x_n}}$$

Attributes: Shapes
    features: (N, D) float32, outputs of the last hidden layer
    target: (N,) int64, class index in [0, C)
    loss_fn.linear.weight: (C, D) float32
    loss: () float32

Asked as:
    F.linear_cross_entropy; fused linear cross entropy; Liger kernel; cut cross entropy;
    logits of a language model take too much GPU memory; chunked cross entropy; fuse the
    lm_head with the loss; cross entropy without materializing the big logits tensor;
    LLM with 128k tokens vocabulary; CEWithChunkedOutputLoss; cross entropy in chunks to
    save memory; memory peak at the loss of an LLM; combine the final linear layer with
    cross entropy; CUDA out of memory computing cross entropy over the vocabulary;
    projection and loss in one module; memory-efficient cross entropy; avoid storing the
    huge logits matrix in LLM training
"""
# needs: torch>=2.13

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
features = torch.randn(4, 3)
target = torch.tensor([0, 2, 5, 1])

options = nn.LinearCrossEntropyOptions()
loss_fn = nn.LinearCrossEntropyLoss(in_features=3, num_classes=6, options=options)  # <-
loss = loss_fn(features, target)

logits = features @ loss_fn.linear.weight.T  # (4, 6)
print(torch.allclose(loss, nn.CrossEntropyLoss()(logits, target)))
#> True
functional = F.linear_cross_entropy(features, loss_fn.linear.weight, target)
print(torch.allclose(loss, functional))
#> True
