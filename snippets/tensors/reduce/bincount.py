r"""bincount: how often each class occurs.

Counts of 0, 1, 2, …; `minlength` gives classes that do not occur their zero. For
integers that are not negative, in one dimension.

Attributes: Shapes
    target: (5,) int64
    counts: (4,) int64

Raises:
    RuntimeError: `torch.tensor([-1, 2]).bincount()` bincount only supports 1-d
        non-negative integral inputs.

Asked as:
    tf.math.bincount; how many images or samples per class; class frequencies; label
    distribution; are my classes balanced; collections.Counter; histogram of integers;
    histogram of labels; table() in R; tally votes; minlength; how many of each class
    are in my labels; count ints, occurrences of each integer; number of examples
    belonging to each category; how often does each number appear; histogram of class
    labels; count how many times each label occurs; count values; count labels
"""

import torch

target = torch.tensor([0, 2, 2, 1, 2])
counts = target.bincount(minlength=4)  # <-
print(counts)
#> tensor([1, 1, 3, 0])
