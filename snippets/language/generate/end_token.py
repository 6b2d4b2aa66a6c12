"""End token: rows of a batch that stop at different times.

A row that has ended goes on with padding; a mask remembers it. Without the mask it goes
on writing behind its end. The loop ends when no row is left, or at the limit. Count
lengths by the mask: where the end token is the padding too, the tokens do not tell.

Attributes: Shapes
    tokens: (3, 5) int64
    lengths: (3,) int64

Asked as:
    stop generation at the eos token in a batch; eos_token_id and pad_token_id;
    unfinished_sequences; sequences in a batch finish at different steps; pad after end
    of sequence; finished mask while decoding; stop token; generation does not stop;
    text after the end token; batched autoregressive decoding with early stop; keep
    generating until all sentences are complete; length of each generated sequence
"""

import torch
from torch import nn

PAD, END = 0, 1
model = nn.Embedding(6, 6)  # logits from the last token alone
model.weight.data = 5 * torch.eye(6).roll(-1, dims=1)  # 5, 4, 3, 2, END

tokens = torch.tensor([[5], [3], [2]])  # a batch of prompts
done = torch.zeros(3, dtype=torch.bool)
lengths = torch.ones(3, dtype=torch.int64)
with torch.inference_mode():
    for _ in range(10):
        token = model(tokens)[:, -1].argmax(dim=-1)
        token = token.masked_fill(done, PAD)  # <-
        lengths += ~done
        done |= token == END
        tokens = torch.cat([tokens, token.unsqueeze(1)], dim=1)
        if done.all():
            break
print(tokens)
#> tensor([[5, 4, 3, 2, 1],
#>         [3, 2, 1, 0, 0],
#>         [2, 1, 0, 0, 0]])
print(lengths)  # with the end
#> tensor([5, 3, 2])
