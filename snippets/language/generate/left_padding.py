"""Left padding: prompts of different length in one batch.

Generation reads the last position: with padding on the right, a short row would have
padding there. On the left two things are needed: a mask that hides padding as keys, and
positions that count real tokens alone. Then each row gets the logits that it gets
alone. Let padding see itself: a query that may see nothing can become NaN.

Attributes: Shapes
    tokens: (2, 4) int64
    real: (2, 4) bool, False is padding
    logits: (2, 4, 10) float32

Asked as:
    padding_side='left'; batch generation with prompts of unequal length; why pad on the
    left for decoder-only models; right-padding was detected; position_ids from
    attention mask; attention_mask.cumsum(-1) - 1; batched generation gives other text
    than one by one; pad prompts for GPT; left-pad a list of token lists; generate for
    several prompts at once; decoder-only architecture right padding warning; output of
    a prompt changes with the batch
"""

import torch
import torch.nn.functional as F
from torch import nn

PAD = 0


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.token, self.position = nn.Embedding(10, 8), nn.Embedding(16, 8)
        self.qkv, self.head = nn.Linear(8, 24), nn.Linear(8, 10)

    def forward(self, tokens, real):
        position = (real.cumsum(dim=1) - 1).clamp(min=0)  # <- real tokens alone
        x = self.token(tokens) + self.position(position)
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        length = tokens.shape[1]
        keep = real.unsqueeze(1) & torch.ones(length, length).tril().bool()
        keep = keep | torch.eye(length).bool()
        return self.head(x + F.scaled_dot_product_attention(q, k, v, keep))


prompts = [[5, 6, 7, 8], [3, 4]]
longest = max(map(len, prompts))
tokens = torch.tensor([[PAD] * (longest - len(p)) + p for p in prompts])
real = torch.tensor([[False] * (longest - len(p)) + [True] * len(p) for p in prompts])
print(tokens)
#> tensor([[5, 6, 7, 8],
#>         [0, 0, 3, 4]])

torch.manual_seed(0)
model = Model()
logits = model(tokens, real)
alone = model(torch.tensor([[3, 4]]), torch.ones(1, 2, dtype=torch.bool))
print(torch.allclose(logits[1, -1], alone[0, -1], atol=1e-6))
#> True
