r"""AdaptiveLogSoftmaxWithLoss: one of very many classes, cheaply.

For vocabularies: frequent classes stand first and get a full score, rare ones share
clusters with smaller projections. Number the classes by frequency, the most
frequent is 0. It holds the output layer itself and returns a pair: the log-probability
of each target, and the loss.

$$\log p(y) = \log p(\text{cluster of } y) + \log p(y \mid \text{cluster of } y)$$

Attributes: Shapes
    features: (N, D) float32, outputs of the last hidden layer
    target: (N,) int64, class index in [0, 20)
    out.output: (N,) float32, log-probability of each target
    out.loss: () float32, minus the mean of out.output

Raises:
    ValueError: `nn.AdaptiveLogSoftmaxWithLoss(8, 20, cutoffs=[10, 4])` cutoffs should
        be a sequence of unique, positive integers sorted in an increasing order

Asked as:
    adaptive softmax for a language model; hierarchical softmax; softmax over a big
    vocabulary is too slow; tf.nn.sampled_softmax_loss; word frequencies, Zipf; cutoffs
    and div_value; softmax over a hundred thousand words; extreme classification;
    smaller projection for rare words; sampled softmax, noise contrastive estimation;
    million words or classes in the output layer; cheap approximation of softmax for
    frequent and rare words; too many classes for a normal softmax; efficient softmax
    approximation for language modelling; vocabulary split into clusters by frequency;
    predict one of 200,000 words; head and tail clusters of words
"""

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(3, 8)
target = torch.tensor([0, 5, 19])

# Classes 0 to 3 in the head, 4 to 9 and 10 to 19 in two clusters.
loss_fn = nn.AdaptiveLogSoftmaxWithLoss(8, 20, cutoffs=[4, 10], div_value=2)  # <-
out = loss_fn(features, target)
print(torch.allclose(out.loss, -out.output.mean()))
#> True

log_probs = loss_fn.log_prob(features)  # (3, 20)
print(torch.allclose(log_probs.exp().sum(dim=1), torch.ones(3)))
#> True
