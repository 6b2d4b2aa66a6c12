r"""selected index k out of range: topk asks for more than there is.

`topk` looks along one dimension, the last unless `dim` says another, and k is larger
than its size. Usual causes: top-5 accuracy with fewer than five classes; the wrong
`dim`, batch in place of classes; a candidate list or a last batch that is shorter than
k. See [top-k accuracy](../evaluation/index.md#top_k_accuracy).

Raises:
    RuntimeError: `scores.topk(5)` selected index k out of range
    RuntimeError: `scores.kthvalue(4)` kthvalue(): selected number k out of range for
        dimension 1

Also worded:
    RuntimeError: invalid argument 5: k not in range for dimension
    RuntimeError: selected number k out of range for dimension 1

Asked as:
    accuracy(output, target, topk=(1, 5)) with few classes; k is larger than the number
    of elements; top-5 accuracy on a data set with 2 classes; beam search, vocabulary
    smaller than the beam; kthvalue with k too large; nearest neighbours, fewer points
    than k
"""

import torch

scores = torch.tensor([[0.1, 0.7, 0.2], [0.5, 0.2, 0.3]])  # (2, 3)
try:
    scores.topk(5)
except RuntimeError as error:
    print(error)
    #> selected index k out of range

# No more than there are.
print(scores.topk(min(5, scores.shape[1])).indices)  # <-
#> tensor([[1, 2, 0],
#>         [0, 2, 1]])

# Top-k accuracy with few classes: k below their number, or every answer is right.
target = torch.tensor([2, 1])
right = scores.topk(2).indices == target[:, None]
print(right.any(dim=1).float().mean())
#> tensor(0.5000)

# Along the classes, not along the batch.
print(scores.topk(2, dim=1).values.shape, scores.topk(2, dim=0).values.shape)
#> torch.Size([2, 2]) torch.Size([2, 3])
