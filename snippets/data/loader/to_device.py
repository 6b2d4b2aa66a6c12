"""A batch to the device: any structure.

Batches may be tensors, tuples or dictionaries. This function moves what can be moved
and keeps the rest.

Attributes: Shapes
    x: (2, 3) float32
"""

import torch


def to_device(batch, device):
    if isinstance(batch, torch.Tensor):
        return batch.to(device, non_blocking=True)
    if isinstance(batch, dict):
        return {key: to_device(value, device) for key, value in batch.items()}
    if isinstance(batch, (list, tuple)):
        return type(batch)(to_device(value, device) for value in batch)
    return batch


x = torch.ones(2, 3)
batch = {"image": x, "label": (torch.tensor([0, 1]), ["a", "b"])}
moved = to_device(batch, "cpu")
print(moved["image"].equal(x.cpu()), moved["label"][1])
#> True ['a', 'b']
