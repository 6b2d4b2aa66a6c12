r"""Tied weights: one table reads the tokens and scores them.

The row of a token is its vector at the input, and what the output is compared with. It
is counted once among the parameters, and its gradient is the sum of both uses. The
`state_dict` has both names. Assign the parameter: a copy is [no
tie](../mistakes/models.md#copied_not_tied). Start it small: rows of `nn.Embedding` have
a standard deviation of 1, which makes logits far too large; with 0.02 the first loss is
near log V.

$$z_{t,v} = \sum_e h_{t,e} W_{v,e}$$

Attributes: Shapes
    model.head.weight: (V, E) float32, the same tensor as the embedding's
    ids: (N, T) int64
    logits: (N, T, V) float32

Asked as:
    weight tying of embedding and output layer; wte and lm_head share their weight;
    share parameters between input embedding and softmax; tie_word_embeddings; initial
    loss of my GPT is far too high; first loss should be log of the vocabulary; use the
    embedding matrix as the classifier; tied embeddings in a language model; std=0.02
    for embeddings; keras tied embedding, reverse embedding; shared tensors appear twice
    in state_dict; how many parameters with tied embeddings; share the word embedding
    with the last layer
"""

import math

import torch
import torch.nn.functional as F
from torch import nn


class Tied(nn.Module):
    def __init__(self, V, E):
        super().__init__()
        self.embed = nn.Embedding(V, E)
        self.head = nn.Linear(E, V, bias=False)
        self.head.weight = self.embed.weight  # <-

    def forward(self, ids):
        return self.head(self.embed(ids))  # the blocks go in between


torch.manual_seed(0)
model = Tied(V=1000, E=64)
print(sum(p.numel() for p in model.parameters()), list(model.state_dict()))
#> 64000 ['embed.weight', 'head.weight']

ids = torch.randint(1000, (8, 33))
x, y = ids[:, :-1], ids[:, 1:]
for std in (1.0, 0.02):
    nn.init.normal_(model.embed.weight, std=std)
    logits = model(ids)
    loss = F.cross_entropy(model(x).flatten(0, 1), y.flatten())
    print(std, loss.item() > 20, abs(loss.item() - math.log(1000)) < 0.1)
    #> 1.0 True False
    #> 0.02 False True
