r"""Weight decay: L2 in the gradient, or decoupled.

SGD and Adam add $\lambda \theta$ to the gradient. In Adam it is then divided by the
size of the gradient, so a weight whose gradient is 0 moves a whole `lr`, for $\lambda$
of 1 as for 1e-4. AdamW shrinks the weight itself. `decoupled_weight_decay=True` makes
Adam do so. All three leave a weight whose `.grad` is None as it is.

$$\text{L2: } g \leftarrow g + \lambda \theta \qquad \text{decoupled: } \theta
\leftarrow (1 - \eta \lambda) \, \theta$$

Attributes: Shapes
    w: () float32

Asked as:
    how to add L2 regularization; ridge penalty, ridge regression;
    kernel_regularizer=l2; keep the weights small; difference between L2 in the loss and
    weight decay; penalise large weights; weight_decay=1e-4; add the squared norm of the
    weights to the loss; Tikhonov; decoupled_weight_decay=True; shrinkage;
    regularization of the weights in the optimizer; weights change although the gradient
    is zero; why is weight_decay in Adam different; L2 penalty on the weights; shrink
    the weights a bit each step against overfitting; which optimizer option penalises
    big weights; regularize a network
"""

import torch

for method in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = method([w], lr=0.1, weight_decay=0.01)  # <-
    (w * 0).backward()  # a gradient of zero: the decay alone
    optimizer.step()
    print(f"{method.__name__:6} {w.item():.4f}")
    #> SGD    0.9990
    #> Adam   0.9000
    #> AdamW  0.9990
