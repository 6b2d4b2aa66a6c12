r"""set_printoptions: how tensors print.

`precision` is digits behind the point, `sci_mode=False` turns the powers of ten off,
`threshold` is above how many elements the middle is left out, `linewidth` the columns.
`profile="full"` prints everything. `profile="default"` brings the settings back. For
one number take `f"{x.item():.2f}"`.

Attributes: Shapes
    x: (2,) float32

Asked as:
    torch.set_printoptions; np.set_printoptions; print all elements of a tensor, without
    dots; scientific notation off; suppress e-05 in printed tensors; more digits when
    printing; sci_mode; full tensor output; precision of print; print(x) is abbreviated
    with ...; number of decimals shown; linewidth; torch.get_printoptions; tensor prints
    as 1.0000e+00; show the whole tensor; three dots instead of every element
"""

import torch

x = torch.tensor([0.00012345, 10000.0])
print(x)
#> tensor([1.2345e-04, 1.0000e+04])
torch.set_printoptions(precision=6, sci_mode=False)  # <-
print(x)
#> tensor([    0.000123, 10000.000000])

torch.set_printoptions(profile="default", threshold=4, edgeitems=1)
print(torch.arange(6))
#> tensor([0,  ..., 5])
torch.set_printoptions(profile="full")
print(torch.arange(6))
#> tensor([0, 1, 2, 3, 4, 5])
torch.set_printoptions(profile="default")
