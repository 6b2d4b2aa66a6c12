r"""repeat_interleave: each element several times.

`repeat` gives 1 2 1 2, `repeat_interleave` 1 1 2 2. A tensor of counts repeats each
element its own number of times. Without `dim` the result is flat.

Attributes: Shapes
    x: (2,) int64

Asked as:
    np.repeat gives another result than torch repeat; K.repeat_elements; repelem in
    matlab; 1 1 2 2 instead of 1 2 1 2; duplicate items next to each other; difference
    between repeat and repeat_interleave; each label several times in a row, like 0 0 0
    1 1 1; variable number of copies; run length decode; aabbcc; repeat each element,
    duplicate each row n times; each row repeated a different number of times; 1 2 3 to
    1 1 2 2 3 3; repeat every element of a tensor twice
"""

import torch

x = torch.tensor([1, 2])
print(x.repeat(2))
#> tensor([1, 2, 1, 2])
print(x.repeat_interleave(2))  # <-
#> tensor([1, 1, 2, 2])
print(x.repeat_interleave(torch.tensor([3, 1])))
#> tensor([1, 1, 1, 2])
