r"""topk: the k largest, and where they are.

Along `dim` (default the last), sorted from the largest. `largest=False` gives the
smallest. For top-5 accuracy, compare the indices with the target as a column.

Attributes: Shapes
    scores: (N, C) float32
    values: (N, 2) float32
    indices: (N, 2) int64
    target: (N,) int64

Raises:
    RuntimeError: `scores.topk(5)` selected index k out of range

Asked as:
    tf.math.top_k; np.argpartition; 5 biggest values and their positions; largest=False;
    find the k smallest numbers; nearest neighbours from distances; beam search
    candidates; top-k sampling; kthvalue; heapq.nlargest; top 5 values; second largest,
    second best prediction; retrieve the best matches; three highest scores of every
    sample; indices of the 10 largest entries; best three results, several of the
    largest; select the best k scores with their indices; the five biggest values; take
    the highest scores and their positions; largest values
"""

import torch

scores = torch.tensor([[0.1, 0.6, 0.3], [0.5, 0.2, 0.3]])
values, indices = scores.topk(2, dim=1)  # <-
print(values)
#> tensor([[0.6000, 0.3000],
#>         [0.5000, 0.3000]])
print(indices)
#> tensor([[1, 2],
#>         [0, 2]])

target = torch.tensor([2, 1])
hit = (indices == target.unsqueeze(1)).any(dim=1)  # (2,) bool
print(hit)
#> tensor([ True, False])
