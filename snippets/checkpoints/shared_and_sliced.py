"""A slice is saved whole: clone before saving a part.

A view shares the storage of its tensor, and `torch.save` writes the storage. Ten
numbers can weigh megabytes. Sharing is kept too: two names of one tensor are one after
loading.

Attributes: Shapes
    part: (10,) float32

Asked as:
    saved file is much too large; checkpoint file too big, larger than expected; why is
    my .pt so large; small tensor, huge file; a few numbers saved, file has many
    megabytes; saved tensor takes far more disk space than it should; .pt takes more
    bytes than numel times 4; save part of a tensor; save a few rows of a big tensor;
    saving x[0] stores the complete tensor; saving a view writes everything; shrink the
    size of a saved tensor; tensor.clone() before saving; contiguous copy before saving
    a batch or crop; are shared tensors stored twice; are tensors that share memory
    still shared after saving; tied weights in a checkpoint; weight sharing kept after
    loading
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
print(size_of(part.clone()) < 10_000)  # <-
#> True

file = io.BytesIO()
torch.save({"encoder": large, "decoder": large}, file)
file.seek(0)
state = torch.load(file)
print(state["encoder"].data_ptr() == state["decoder"].data_ptr())
#> True
