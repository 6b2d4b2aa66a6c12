r"""Top-p sampling, nucleus sampling: draw from the smallest set that holds p.

Tokens are taken in order of their probability until together they have at least p. A
sure model keeps one token, an unsure one many. The likeliest token stays, but with p =
0 none does. Use either this or [top-k](#top_k), or top-k first.

$$i \text{ is kept if } \sum_{j \text{ before } i} p_j < p$$

Attributes: Shapes
    logits: (2, 5) float32
    kept: (2, 5) float32
    token: (2, 1) int64

Asked as:
    nucleus sampling; top_p=0.9 in generate; TopPLogitsWarper; keep tokens until the
    cumulative probability is p; cumsum of sorted probabilities; sample from the top 90
    percent of the probability mass; sorted_indices_to_remove; The Curious Case of
    Neural Text Degeneration; top p or top k; dynamic number of candidates for the next
    token; filter logits by cumulative probability; top p filtering of logits
"""

import torch

logits = torch.tensor([[5.0, 1.0, 2.0, 0.0, -1.0], [0.0, 0.1, 0.2, 0.3, 0.4]])


def top_p(logits, p):
    ordered, index = logits.sort(dim=-1, descending=True)
    probability = ordered.softmax(dim=-1, dtype=torch.float32)
    before = probability.cumsum(dim=-1) - probability  # that of those before it
    ordered = ordered.masked_fill(before >= p, -torch.inf)  # <-
    return torch.empty_like(logits).scatter(-1, index, ordered)


kept = top_p(logits, p=0.7)
print(kept)
#> tensor([[5.0000,   -inf,   -inf,   -inf,   -inf],
#>         [  -inf, 0.1000, 0.2000, 0.3000, 0.4000]])

torch.manual_seed(0)
token = torch.multinomial(kept.softmax(dim=-1), num_samples=1)
print(token)
#> tensor([[0],
#>         [1]])
