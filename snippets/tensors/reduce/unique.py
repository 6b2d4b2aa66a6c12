r"""unique: each value once.

Sorted, with each `nan` by itself. `return_counts=True` says how often,
`return_inverse=True` turns labels into 0, 1, 2, … With `dim=0` it looks at whole rows.

Attributes: Shapes
    labels: (5,) int64
    values: (3,) int64
    inverse: (5,) int64
    counts: (3,) int64

Asked as:
    distinct values; remove duplicates; drop duplicate rows; which different values
    occur; list the classes in my labels; value_counts; LabelEncoder; map arbitrary ids
    to 0..n-1; factorize; return_inverse; set() of a tensor; unique_consecutive; remove
    repeated elements, each once; all distinct labels and how often each appears; how
    many different classes are there; find the unique elements and their counts
"""

import torch

labels = torch.tensor([30, 10, 30, 20, 30])
print(labels.unique())  # <-
#> tensor([10, 20, 30])

values, inverse, counts = labels.unique(return_inverse=True, return_counts=True)
print(values, counts)
#> tensor([10, 20, 30]) tensor([1, 1, 3])
print(inverse)
#> tensor([2, 0, 2, 1, 2])
print(torch.equal(values[inverse], labels))
#> True
