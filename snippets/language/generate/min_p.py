r"""Min-p sampling: drop what is far less likely than the best.

A token stays if its probability is at least a share of the highest one. On logits this
is one comparison, without sorting. The likeliest token always stays. It allows a higher
[temperature](#temperature), applied after.

$$i \text{ is kept if } p_i \ge m \max_j p_j \iff z_i \ge \max_j z_j + \log m$$

Attributes: Shapes
    logits: (2, 5) float32
    kept: (2, 5) float32

Asked as:
    min_p sampling; min_p=0.05; MinPLogitsWarper; threshold relative to the most likely
    token; drop unlikely tokens relative to the best; sampling cutoff that scales with
    confidence; sample at high temperature and stay coherent; alternative to nucleus
    sampling; filter tokens by a fraction of the maximum probability; minimum
    probability of a sampled token; epsilon cutoff for sampling; min-p sampler; cut
    tokens under a tenth of the top probability
"""

import torch

logits = torch.tensor([[5.0, 1.0, 2.0, 0.0, -1.0], [0.0, 0.1, 0.2, 0.3, 0.4]])


def min_p(logits, share):
    lowest = logits.amax(dim=-1, keepdim=True) + torch.tensor(share).log()
    return logits.masked_fill(logits < lowest, -torch.inf)  # <-


kept = min_p(logits, share=0.1)
print(kept)
#> tensor([[5.0000,   -inf,   -inf,   -inf,   -inf],
#>         [0.0000, 0.1000, 0.2000, 0.3000, 0.4000]])
print((kept / 2.0).softmax(dim=-1))  # temperature 2, after
#> tensor([[1.0000, 0.0000, 0.0000, 0.0000, 0.0000],
#>         [0.1805, 0.1898, 0.1995, 0.2097, 0.2205]])
