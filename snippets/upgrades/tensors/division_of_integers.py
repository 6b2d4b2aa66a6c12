r"""Integer division: `/` gave integers in old code.

Code from before 1.5 counts on `/` of two integer tensors to cut the fraction off. Today
`/` gives floats, and nothing is said. `//` rounds down, which differs where the result
is negative and not whole. What the old `/` gave is `rounding_mode="trunc"`. `/=` and
`addcdiv` of integers raise. More: [integer
tensors](../mistakes/tensors.md#integer_division).

Raises:
    RuntimeError: `torch.ones(2, dtype=torch.int64).div_(2)` result type Float can't be
        cast to the desired output type Long
    RuntimeError: `torch.addcdiv(a, a, b)` Integer division with addcdiv is no longer
        supported

Asked as:
    integer / integer gave an integer in PyTorch 1.4; index computed with / is a float
    now; torch.div(a, b) of integers changed; floor_divide rounds towards zero; a / b of
    LongTensors; true division since 1.5; torch.true_divide; slash between long tensors
    gives a float index; what dividing integers gave in old versions
"""

import torch

a, b = torch.tensor([7, -7]), torch.tensor([2, 2])
print(torch.div(a, b, rounding_mode="trunc"))  # <-
#> tensor([ 3, -3])
print(a / b)
#> tensor([ 3.5000, -3.5000])
print(a // b, torch.floor_divide(a, b))
#> tensor([ 3, -4]) tensor([ 3, -4])

# A position in a flat image of 4 columns: row and column.
place = torch.tensor(13)
print(place // 4, place % 4)
#> tensor(3) tensor(1)
