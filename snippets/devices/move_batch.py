r"""move a batch: every tensor in a nested dict, list or tuple.

A batch is seldom one tensor. Move it in the training loop, where the device is known,
not in the data set: worker processes must not touch the GPU.

Attributes: Shapes
    image: (4, 3, 8, 8) float32
"""

import torch


def move(batch, device):
    if isinstance(batch, torch.Tensor):
        return batch.to(device, non_blocking=True)
    if isinstance(batch, dict):
        return {key: move(value, device) for key, value in batch.items()}
    if isinstance(batch, (list, tuple)):
        return type(batch)(move(item, device) for item in batch)
    return batch


accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
batch = {"image": torch.zeros(4, 3, 8, 8), "boxes": [torch.zeros(2, 4)], "name": "cat"}
moved = move(batch, device)
image = moved["image"]
print(image.device.type == device.type, len(moved["boxes"]), moved["name"])
#> True 1 cat
