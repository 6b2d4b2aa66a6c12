r"""not enough values to unpack (expected 2, got 1): the batch has no labels.

The names on the left of `in` and the parts of a batch differ in number. A batch has the
parts that the dataset returns: a `TensorDataset` of one tensor gives a list of one, a
tensor as the dataset gives rows. A dictionary of two unpacks into its keys, a tensor of
two rows into the rows, and nothing is raised. `enumerate` adds a number in front: then
the batch stands in parentheses.

Raises:
    ValueError: `[y for x, y in DataLoader(TensorDataset(images))]`
        not enough values to unpack (expected 2, got 1)
    ValueError: `[y for i, x, y in enumerate(loader)]`
        not enough values to unpack (expected 3, got 2)
    ValueError: `[y for x, y in DataLoader(images, batch_size=4)]`
        too many values to unpack (expected 2)

Also worded:
    ValueError: too many values to unpack (expected 2, got 3)
    AttributeError: 'list' object has no attribute 'to'
    AttributeError: 'list' object has no attribute 'cuda'
    AttributeError: 'list' object has no attribute 'shape'

Asked as:
    for x, y in loader fails; list has no attribute to, batch to the device; enumerate a
    loader with inputs and labels; dataset returns three things; loop over a
    TensorDataset without labels; x and y are strings, batch is a dictionary
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

images, target = torch.zeros(4, 3), torch.arange(4)
try:
    for x, y in DataLoader(TensorDataset(images), batch_size=4):
        pass
except ValueError as error:
    print(error)
    #> not enough values to unpack (expected 2, got 1)

# Look at a batch: how many parts, of which shapes?
batch = next(iter(DataLoader(TensorDataset(images), batch_size=4)))
print(type(batch).__name__, [part.shape for part in batch])
#> list [torch.Size([4, 3])]

# One tensor: a comma, or [0].
for (x,) in DataLoader(TensorDataset(images), batch_size=4):  # <-
    print(x.shape)
    #> torch.Size([4, 3])

# Labels are wanted: give them to the dataset. A number as well: parentheses.
loader = DataLoader(TensorDataset(images, target), batch_size=4)
for step, (x, y) in enumerate(loader):
    print(step, x.shape, y)
    #> 0 torch.Size([4, 3]) tensor([0, 1, 2, 3])

# Dictionaries: take the parts by name.
for batch in DataLoader([{"x": 1.0, "y": 0}, {"x": 2.0, "y": 1}], batch_size=2):
    print(batch["x"], batch["y"])
    #> tensor([1., 2.], dtype=torch.float64) tensor([0, 1])
