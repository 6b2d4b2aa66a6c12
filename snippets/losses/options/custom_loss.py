r"""a loss of your own: a function of tensors that returns one number.

Written with torch operations, it has its gradient by itself. A function will do; a
module is for losses with settings or weights. Keep to tensors: after `.item()` or NumPy
the graph is lost, and after `argmax` or `>`, too. Guard square roots, logarithms and
divisions against zero, where the gradient is infinite, and check it with
[`gradcheck`](../autograd/further.md#gradcheck).

$$\ell = \frac{1}{N D} \sum_n \sum_d w_d \sqrt{(x_{n,d} - y_{n,d})^2 + \epsilon}$$

Attributes: Shapes
    prediction: (N, D) float32
    target: (N, D) float32
    loss: () float32

Asked as:
    custom loss function; how to write my own loss; class MyLoss(nn.Module), define a
    loss as a class; loss as nn.Module subclass; weighted sum of losses; combine several
    losses; loss with an extra penalty; loss does not require grad; RMSELoss, root mean
    squared error as a loss; Charbonnier loss; weighted mse; use any Python function as
    a loss; focal loss, dice loss, IoU loss; own cost function; define my own criterion
    with forward; new loss function with gradient by autograd; add another term to MSE,
    combine MSE with something; implement a loss from a paper; combine two losses; loss
    made of two terms
"""

import torch
from torch import nn


def weighted_l1(prediction, target, weight, eps=1e-6):
    error = ((prediction - target) ** 2 + eps).sqrt()  # smooth at zero
    return (weight * error).mean()  # <-


class WeightedL1(nn.Module):
    def __init__(self, weight):
        super().__init__()
        self.weight = nn.Buffer(weight)  # moves with the module

    def forward(self, prediction, target):
        return weighted_l1(prediction, target, self.weight)


prediction = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 1.0]], requires_grad=True)
target = torch.tensor([[1.0, 4.0, 3.5], [0.0, 3.0, 1.0]])
loss = WeightedL1(torch.tensor([1.0, 1.0, 2.0]))(prediction, target)
print(loss)
#> tensor(1.0007, grad_fn=<MeanBackward0>)
loss.backward()
print(prediction.grad)
#> tensor([[ 0.0000, -0.1667, -0.3333],
#>         [ 0.0000, -0.1667,  0.0000]])
