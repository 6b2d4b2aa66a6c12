r"""Top-k accuracy: right if the class is among the k likeliest.

The usual second number for many classes: ImageNet results give top-1 and top-5.

$$\text{top-}k = \frac{1}{N} \sum_n \left[ y_n \in \text{topk}(x_n) \right]$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64
    best: (N, 2) int64
    top_2: () float32

Raises:
    RuntimeError: `logits.topk(5)` selected index k out of range

Asked as:
    top-5 error; calculate top 5 accuracy; top-1 and top-5 in ImageNet papers; top-3
    accuracy; accuracy@5; acc@1 and acc@5; top_k_accuracy_score;
    TopKCategoricalAccuracy; tf.math.in_top_k; accuracy(output, target, topk=(1, 5));
    hits@k, recall at k; rank-5 recognition rate; label among the five best guesses;
    label is one of the k highest scores; is the true label in the top five; true class
    in the first three guesses; is the right answer among the first k; many similar
    classes, count near misses or second guesses as correct
"""

import torch

logits = torch.tensor([[4.0, 3, 1, 0], [0, 1, 2, 3], [1, 0, 2, 3]])
target = torch.tensor([1, 3, 1])

best = logits.topk(k=2, dim=1).indices
print(best)
#> tensor([[0, 1],
#>         [3, 2],
#>         [3, 2]])
top_2 = (best == target[:, None]).any(dim=1).float().mean()  # <-
print(top_2)
#> tensor(0.6667)
