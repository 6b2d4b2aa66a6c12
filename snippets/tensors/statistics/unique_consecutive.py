r"""unique_consecutive: runs of equal neighbours.

Each run becomes one element; a value that returns later is there again. Counts are the
lengths of the runs, for run-length encoding. `unique` sorts and finds each value once.

Attributes: Shapes
    x: (7,) int64
    values: (4,) int64
    counts: (4,) int64

Asked as:
    torch.unique_consecutive; run length encoding; itertools.groupby; remove repeated
    neighbours; collapse repeats; greedy CTC decoding; length of each run; deduplicate
    consecutive values; rle of a mask; how many times in a row; tf.unique_with_counts of
    a sorted tensor; uniq as in the shell; longest streak; how long a value lasts before
    it changes
"""

import torch

x = torch.tensor([0, 0, 3, 3, 3, 0, 5])
values, counts = torch.unique_consecutive(x, return_counts=True)  # <-
print(values, counts)
#> tensor([0, 3, 0, 5]) tensor([2, 3, 1, 1])
print(values.repeat_interleave(counts).equal(x))
#> True
print(x.unique())
#> tensor([0, 3, 5])

path = torch.tensor([0, 7, 7, 0, 7, 2, 2])  # CTC: collapse, then drop the blank, 0
collapsed = path.unique_consecutive()
print(collapsed[collapsed != 0])
#> tensor([7, 7, 2])
