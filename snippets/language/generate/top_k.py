r"""Top-k sampling: draw from the k likeliest tokens.

The others get logits of minus infinity, so that their probability is 0. Tokens that tie
with the last one are kept too. However sure the model is, k stays: [top-p](#top_p)
follows it.

$$p_i = \frac{e^{z_i}}{\sum_{j \in K} e^{z_j}} \text{ for } i \in K, \text{ else } 0;
\quad K = \{i : z_i \ge z_{(k)}\}$$

Attributes: Shapes
    logits: (2, 5) float32
    kept: (2, 5) float32
    p: (2, 5) float32
    token: (2, 1) int64

Raises:
    RuntimeError: `top_k(logits, k=6)` selected index k out of range

Asked as:
    top_k=50 in generate; keep the k best tokens and sample; filter logits by top k;
    TopKLogitsWarper; mask all but the k largest logits; set the other logits to
    -inf; sample from the best few next words; random text without rare nonsense
    words; logits[logits < v[:, [-1]]] = -inf; top k filtering with a batch;
    selected index k out of range while sampling; sampling from the top k tokens;
    top k filter in text generation; sample among the 40 most probable tokens only
"""

import torch

logits = torch.tensor([[3.0, 1.0, 2.0, 0.0, -1.0], [0.0, 0.1, 0.2, 0.3, 0.4]])


def top_k(logits, k):
    smallest = logits.topk(k, dim=-1).values[..., -1:]
    return logits.masked_fill(logits < smallest, -torch.inf)  # <-


kept = top_k(logits, k=2)
p = kept.softmax(dim=-1)
print(p)
#> tensor([[0.7311, 0.0000, 0.2689, 0.0000, 0.0000],
#>         [0.0000, 0.0000, 0.0000, 0.4750, 0.5250]])

torch.manual_seed(0)
token = torch.multinomial(p, num_samples=1)
print(token)
#> tensor([[2],
#>         [4]])
