r"""Copied, not tied: two weights that part at the first step.

To tie the output layer to the embedding, both must hold the same `Parameter`. Copying
the values makes them equal until the first step. `nn.Parameter(embedding.weight)` makes
a second parameter on the same memory: it looks tied, is counted twice, and parts as
soon as the model is converted, as by `double()`. Assign the parameter itself; it stays
tied through `double()` and [`deepcopy`](../models/define.md#copy_model). Count
[the parameters](../models/inspection.md#parameters): a tied one counts once.

Asked as:
    weight tying does not work; tied weights are different after training; share the
    embedding with the output layer; head.weight.data.copy_(embedding.weight); tie
    encoder and decoder weights; head.weight = nn.Parameter(embedding.weight); tied
    weights are counted twice; weights were equal at the start and differ now; tied
    weights part after model.to(device); how to share one parameter between two layers;
    lm_head.weight = wte.weight; parameter sharing by assignment
"""

import torch
import torch.nn.functional as F
from torch import nn


def copy(embedding, head):
    head.weight.data.copy_(embedding.weight)


def wrap(embedding, head):
    head.weight = nn.Parameter(embedding.weight)


def tie(embedding, head):
    head.weight = embedding.weight  # <-


def report(how):  # parameters; equal after a step in float32, and in float64
    torch.manual_seed(0)
    model = nn.Sequential(nn.Embedding(6, 4), nn.Linear(4, 6, bias=False))
    how(*model)
    words, equal = torch.arange(6), []
    for dtype in [torch.float32, torch.float64]:
        F.cross_entropy(model.to(dtype)(words), words).backward()
        torch.optim.SGD(model.parameters(), lr=0.1).step()
        equal.append(model[0].weight.equal(model[1].weight))
    return len(list(model.parameters())), equal


# Wrong: the values copied; another parameter on the same memory.
print(report(copy))
#> (2, [False, False])
print(report(wrap))
#> (2, [True, False])

# Right: one parameter under two names.
print(report(tie))
#> (1, [True, True])
