"""Unstable sort: equal elements change places.

`sort` and `argsort` promise nothing about the order of equals, nor does `topk`. Rows in
order of time lose it when they are sorted by group, and samples with equal scores are
ranked arbitrarily. Sixteen elements kept their order on the CPU of this page, seventeen
did not: a small test may not show it. For two keys sort by the second first, then by
the first with `stable=True`. See [`sort`](../tensors/reduce.md#sort).

Attributes: Shapes
    time: (1000,) int64
    group: (1000,) int64

Asked as:
    sort by two columns in PyTorch; order of equal elements after argsort; lexsort in
    PyTorch; argsort is not stable; np.lexsort equivalent; ties in the ranking come in
    random order; rows inside a group lose their order; sorting by group mixes up the
    time steps; results of argsort differ from NumPy for equal values; stable=True in
    torch.sort; top k of equal scores gives strange indices; recall at k differs because
    of ties
"""

import torch

time = torch.arange(1000)  # in order
group = time % 2

# Wrong: groups are together, their rows not in order.
order = group.argsort()
print(torch.equal(time[order][:500], time[group == 0]))
#> False

# Right: equals stay in their order.
order = group.argsort(stable=True)  # <-
print(torch.equal(time[order][:500], time[group == 0]))
#> True
