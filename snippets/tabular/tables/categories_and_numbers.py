r"""Categories beside numbers: embeddings, joined to the numbers.

Each column of categories has a table of vectors of its own, with a row for unknown
values. Their vectors are joined to the standardised numbers, and a small net reads
both. The width of a vector is a choice: half the number of values, 50 at most, is a
usual start. `cardinalities` are the numbers of known values.

Attributes: Shapes
    numbers: (N, 2) float32, standardised
    categories: (N, 2) int64, 0 is unknown
    joined: (N, 7) float32
    output: (N,) float32

Asked as:
    entity embeddings of categorical variables; embedding layer for tabular data; neural
    network with categorical and numerical inputs; TabularModel of fastai; mixed inputs
    in one model; concatenate embeddings with continuous features; embedding size for a
    categorical column; one-hot or embedding; model for a DataFrame with string columns;
    ModuleList of embeddings, one per column; wide and deep; category embedding
    dimension rule
"""

import torch
from torch import nn


class TableNet(nn.Module):
    def __init__(self, numbers, cardinalities, width=32):
        super().__init__()
        sizes = [(known + 1, min(50, (known + 1) // 2)) for known in cardinalities]
        self.embeddings = nn.ModuleList(nn.Embedding(*size) for size in sizes)
        joined = numbers + sum(dim for _, dim in sizes)
        self.layers = nn.Sequential(
            nn.Linear(joined, width), nn.ReLU(), nn.Dropout(0.1), nn.Linear(width, 1)
        )

    def join(self, numbers, categories):
        vectors = [e(c) for e, c in zip(self.embeddings, categories.T, strict=True)]
        return torch.cat([numbers, *vectors], dim=1)  # <-

    def forward(self, numbers, categories):
        return self.layers(self.join(numbers, categories)).squeeze(1)


torch.manual_seed(0)
model = TableNet(numbers=2, cardinalities=[3, 5])
numbers, categories = torch.randn(4, 2), torch.tensor([[1, 5], [3, 2], [0, 1], [2, 0]])
joined = model.join(numbers, categories)
output = model(numbers, categories)
print([tuple(e.weight.shape) for e in model.embeddings])
#> [(4, 2), (6, 3)]
