r"""amin, amax, aminmax, cummax: extremes without an index.

`amax` and `amin` take several dimensions. Where several elements share the extreme they
share its gradient; `max(dim)` gives it to one. `aminmax` finds both. `cummax` is the
largest so far, with its index.

Attributes: Shapes
    x: (2, 3) float32

Asked as:
    torch.amin; torch.amax over several dims; torch.aminmax; minimum and maximum at the
    same time; np.ptp; scale to 0 and 1 by min and max; min-max normalisation;
    np.maximum.accumulate; torch.cummax; torch.cummin; largest value so far; gradient of
    max with ties; tf.reduce_min over two axes; maximum over height and width; best
    score so far; smallest and largest value together; max over two dimensions at once,
    the last two
"""

import torch

x = torch.tensor([[3.0, 1.0, 4.0], [1.0, 5.0, 5.0]])
print(x.amax(dim=(0, 1)), x.amin(dim=1))  # <-
#> tensor(5.) tensor([1., 1.])
low, high = torch.aminmax(x)
print(low, high)
#> tensor(1.) tensor(5.)
print((x - low) / (high - low))  # to 0 to 1
#> tensor([[0.5000, 0.0000, 0.7500],
#>         [0.0000, 1.0000, 1.0000]])
values, indices = x[0].cummax(dim=0)
print(values, indices)
#> tensor([3., 3., 4.]) tensor([0, 0, 2])
print(x[0].cummin(dim=0).values)
#> tensor([3., 1., 1.])

x.requires_grad_()
x.amax(dim=1).sum().backward()
print(x.grad)  # the tie of the second row is shared
#> tensor([[0.0000, 0.0000, 1.0000],
#>         [0.0000, 0.5000, 0.5000]])
