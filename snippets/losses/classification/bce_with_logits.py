r"""BCEWithLogitsLoss: yes or no, from a raw logit.

For binary and multi-label classification. It applies the sigmoid itself: the last layer
has none. The target is a float of the input's shape. A logit of `-inf`, as of a mask,
gives NaN. At prediction time, `logit > 0` is a probability above 0.5.

$$\ell = -\frac{1}{N} \sum_n \left( y_n \log \sigma(x_n) + (1 - y_n) \log (1 -
\sigma(x_n)) \right)$$

Attributes: Shapes
    logit: (N,) float32, unbounded scores
    target: (N,) float32, in [0, 1]
    loss: () float32

Raises:
    RuntimeError: `loss_fn(logit, target.long())` result type Float can't be cast to the
        desired output type Long
    ValueError: `loss_fn(logit.unsqueeze(1), target)` Target size (torch.Size([3])) must
        be the same as input size (torch.Size([3, 1]))

Asked as:
    binary classification loss; F.binary_cross_entropy_with_logits;
    tf.nn.sigmoid_cross_entropy_with_logits; BinaryCrossentropy(from_logits=True); loss
    for a single output neuron; cat or dog, spam or not spam; multi-label classification
    loss; multi-label images, an image can have several tags at once; assign multiple
    labels to each text or picture; logistic regression loss, two-class problem with raw
    scores; difference between BCE and BCE with logits, BCELoss or BCEWithLogitsLoss;
    numerically stable sigmoid and log; does a binary classifier need a sigmoid at the
    end; BCELoss are unsafe to autocast; binary classification with a single output;
    numerically stable binary cross entropy; yes or no decision, will the customer stay
    or leave; detect whether something is there or not, one logit; logistic regression;
    multi-label loss
"""

import torch
import torch.nn.functional as F
from torch import nn

logit = torch.tensor([2.0, 0.0, -3.0])
target = torch.tensor([1.0, 1.0, 0.0])

loss_fn = nn.BCEWithLogitsLoss()  # <-
loss = loss_fn(logit, target)
print(loss)
#> tensor(0.2896)

# A sure and wrong answer: the sigmoid rounds to 1, the logit does not.
print(loss_fn(torch.tensor([200.0]), torch.tensor([0.0])))
#> tensor(200.)
print(nn.BCELoss()(torch.sigmoid(torch.tensor([200.0])), torch.tensor([0.0])))
#> tensor(100.)
print(F.binary_cross_entropy_with_logits(logit, target))
#> tensor(0.2896)
