r"""Hardest samples: a mean over the largest losses.

Online hard example mining: `topk` of the losses one by one, here the worst quarter. The
others get no gradient. Not for noisy labels: the wrong ones are among the hardest. A
softer choice is the [focal loss](#focal).

$$\ell = \frac{1}{k} \sum_{n \in \text{top } k} \ell_n$$

Attributes: Shapes
    logits: (N,) float32
    target: (N,) float32, 0 or 1
    each: (N,) float32, one loss a sample
    loss: () float32

Asked as:
    OHEM; online hard example mining; hard negative mining; top-k loss; bootstrapped
    cross entropy; train on the worst pixels only; average the k largest losses;
    backpropagate only the hardest examples of a batch; OhemCrossEntropy; keep the top
    25 percent of the losses; ignore easy samples
"""

import torch
import torch.nn.functional as F

logits = torch.tensor([3.0, -2.0, 0.5, -4.0, 2.5, -1.0, 5.0, -3.0], requires_grad=True)
target = torch.tensor([1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0])

each = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
k = max(1, each.numel() // 4)
loss = each.topk(k).values.mean()  # <-
loss.backward()
print(loss.detach(), each.mean().detach())
#> tensor(1.1437) tensor(0.3269)
print(logits.grad.nonzero().squeeze(1))
#> tensor([2, 5])
