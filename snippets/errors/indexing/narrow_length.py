r"""start + length exceeds dimension size: narrow goes beyond the end.

`narrow` takes a start and a length, not an end, and raises where a slice would end
early. Usual causes: the third number was meant as the end; the last piece of a loop,
shorter than the others; a tensor shorter than the one that the code was written for,
such as position embeddings and a longer text.

Raises:
    RuntimeError: `x.narrow(0, 3, 4)` start (3) + length (4) exceeds dimension size (5).
    IndexError: `x.narrow(0, 6, 1)` start out of range (expected to be in range of [-5,
        5], but got 6)
    RuntimeError: `x.narrow(0, 0, -1)` narrow(): length must be non-negative.
    RuntimeError: `x.unfold(0, 6, 1)` maximum size for tensor at dimension 0 is 5 but
        size is 6

Also worded:
    RuntimeError: start (0) + length (5) exceeds dimension size (3).

Asked as:
    last window is shorter than the others; unfold with a window longer than the tensor;
    cut pieces of fixed length from a tensor; crop reaches over the edge of the image;
    narrow or slice, what is the difference; pad a sequence before cutting windows
"""

import torch
import torch.nn.functional as F

x = torch.arange(5)
try:
    x.narrow(0, 3, 4)
except RuntimeError as error:
    print(error)
    #> start (3) + length (4) exceeds dimension size (5).

# From 3 to before 4: the length is the difference.
print(x.narrow(0, 3, 4 - 3), x[3:4])  # <-
#> tensor([3]) tensor([3])

# The last piece is shorter: a slice, or split, ends where the tensor ends.
print(x[3 : 3 + 4])
#> tensor([3, 4])
print([len(piece) for piece in x.split(2)])
#> [2, 2, 1]

# All pieces of the same length: pad, or leave the rest out.
print(F.pad(x, (0, 3)).narrow(0, 3, 4))
#> tensor([3, 4, 0, 0])
print(x.unfold(0, 2, 2))
#> tensor([[0, 1],
#>         [2, 3]])
