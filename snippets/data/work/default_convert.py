"""default_convert: tensors, but no batch.

What a loader does with `batch_size=None`: NumPy arrays become tensors and share their
memory, lists and dictionaries are kept; nothing is stacked, and Python numbers and
strings stay. For datasets that return whole batches, such as a [stream](#shards) or
rows of a table.

Attributes: Shapes
    x: (2, 3) float32

Asked as:
    torch.utils.data.default_convert; DataLoader without batching, batch_size=None;
    dataset already returns batches; disable automatic batching; convert numpy arrays to
    tensors without stacking; extra dimension of size 1 from batch_size=1; dataset that
    yields a whole batch; numpy to torch inside a dict; _utils.collate.default_convert;
    turn off batching in the loader; sampler that yields the numbers of a whole batch
"""

import numpy as np
from torch.utils.data import DataLoader, default_convert

rows = {"x": np.ones((2, 3), dtype=np.float32), "name": "first", "count": 2}
batch = default_convert(rows)  # <-
print(batch)
#> {'x': tensor([[1., 1., 1.],
#>         [1., 1., 1.]]), 'name': 'first', 'count': 2}
x = batch["x"]

loader = DataLoader([rows], batch_size=None)
print(next(iter(loader))["x"].shape)
#> torch.Size([2, 3])
print(next(iter(DataLoader([rows], batch_size=1)))["x"].shape)
#> torch.Size([1, 2, 3])
