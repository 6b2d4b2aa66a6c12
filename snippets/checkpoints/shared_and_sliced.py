"""A slice is saved whole: clone before saving a part.

A view shares the storage of its tensor, and `torch.save` writes the storage. Ten
numbers can weigh megabytes. Sharing is kept too: two names of one tensor are one after
loading.

Attributes: Shapes
    part: (10,) float32
"""

import io

import torch


def size_of(value):
    file = io.BytesIO()
    torch.save(value, file)
    return len(file.getvalue())


large = torch.zeros(1_000_000)
part = large[:10]
print(size_of(part) > 4_000_000)
#> True
print(size_of(part.clone()) < 10_000)
#> True

file = io.BytesIO()
torch.save({"encoder": large, "decoder": large}, file)
file.seek(0)
state = torch.load(file)
print(state["encoder"].data_ptr() == state["decoder"].data_ptr())
#> True
