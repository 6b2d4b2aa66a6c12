r"""move a batch: every tensor in a nested dict, list or tuple.

A batch is seldom one tensor. Move it in the training loop, where the device is known,
not in the data set: forked workers cannot use CUDA. What has a `to` moves itself, a
`PackedSequence` too. Towards the CPU the copy blocks: otherwise the numbers may be
read before they are there.

Attributes: Shapes
    image: (4, 3, 8, 8) float32

Asked as:
    batch to cuda; move a dict to the device; list of tensors to the device; loader
    gives dictionaries, move them; move all tensors of a batch; transfer nested batch of
    lists and dicts to cuda; recursive to(device); inputs, labels = inputs.to(device),
    labels.to(device); 'dict' object has no attribute 'to'; 'list' object has no
    attribute 'to'; 'tuple' object has no attribute 'to'; {k: v.to(device) for k, v in
    batch.items()}; GPU in the Dataset or in the loop; Cannot re-initialize CUDA in
    forked subprocess; list of targets for a detector to GPU; accelerate send_to_device,
    transfer_batch_to_device; move images, inputs and labels to the GPU card inside the
    training loop; batch is a dict of tensors, .to does not work on it, put all tensors
    on the GPU; data to GPU
"""

from collections.abc import Mapping

import torch


def move(batch, device):
    if hasattr(batch, "to"):
        return batch.to(device, non_blocking=torch.device(device).type != "cpu")
    if isinstance(batch, Mapping):
        return {key: move(value, device) for key, value in batch.items()}  # <-
    if hasattr(batch, "_fields"):  # a named tuple
        return type(batch)(*(move(item, device) for item in batch))
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
