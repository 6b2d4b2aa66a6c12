"""Grow the vocabulary: new rows for new tokens.

Make a larger layer, copy the old rows, and set the new ones to the mean of the old. As
a head, such a row gives the mean of the old logits: a new token is never the likeliest
at first. Tie tied weights again, and make the optimizer after: it holds the old
parameters.

Attributes: Shapes
    tokens: (1, 3) int64
    after: (1, 3, 12) float32

Raises:
    IndexError: `old(torch.tensor([10]))` index out of range in self

Asked as:
    resize_token_embeddings; add special tokens to a model; extend the vocabulary of a
    pretrained language model; new tokens in the embedding; add rows to nn.Embedding;
    enlarge the output layer for more tokens; index out of range after adding tokens;
    initialise new token embeddings with the mean; pad_to_multiple_of=64; vocabulary
    size changed, keep old embeddings; add a pad token to GPT-2
"""

import torch
from torch import nn


def grown(layer, size):
    rows, features = layer.weight.shape
    kind = {"device": layer.weight.device, "dtype": layer.weight.dtype}
    larger = nn.Embedding(size, features, layer.padding_idx, **kind)
    with torch.no_grad():
        larger.weight[:rows] = layer.weight
        larger.weight[rows:] = layer.weight.mean(dim=0)  # <-
    return larger


torch.manual_seed(0)
old = nn.Embedding(10, 4)
tokens = torch.tensor([[1, 2, 3]])
before = old(tokens) @ old.weight.T  # (1, 3, 10): tied, the logits

new = grown(old, 12)
after = new(tokens) @ new.weight.T
print(torch.equal(new(tokens), old(tokens)), torch.allclose(after[..., :10], before))
#> True True

p = after.softmax(dim=-1)[..., 10:]
largest = before.softmax(dim=-1).amax(dim=-1, keepdim=True)
print((p < largest).all())
#> tensor(True)
