"""default_collate: what the loader does to a list of samples.

Tensors are stacked, numbers become tensors, dictionaries and lists are kept and filled
with batches, tuples become lists (named ones stay), strings stay as they are. PIL
images are refused: a transform must make tensors of them.

Attributes: Shapes
    image: (3, 2, 2) float32

Raises:
    TypeError: `default_collate([picture])` default_collate: batch must
        contain tensors, numpy arrays, numbers, dicts or lists

Asked as:
    dataset that returns a dictionary; batching of dictionaries; found <class
    'PIL.Image.Image'>; how does DataLoader stack samples; why are my targets float64
    after the DataLoader; labels come out as a list of strings; list of tuples to tuple
    of batches; torch.utils.data.dataloader.default_collate; numpy_collate; forgot
    ToTensor in the dataset; Python floats become double; batch of dicts; how does a
    list of samples become a batch; labels became float64 or a tuple of strings; dataset
    returns dicts, what does the loader return; default collate function
"""

import torch
from torch.utils.data import default_collate, default_convert
from torchvision.transforms.v2 import functional

image = torch.zeros(3, 2, 2)
picture = functional.to_pil_image(image)
print(default_collate([functional.pil_to_tensor(picture)]).shape)
#> torch.Size([1, 3, 2, 2])
print(default_collate([1, 2]))  # <-
#> tensor([1, 2])
print(default_collate([1.5, 2.5]))
#> tensor([1.5000, 2.5000], dtype=torch.float64)
print(default_collate(["a", "b"]))
#> ['a', 'b']

batch = default_collate([{"x": image, "y": 0}, {"x": image, "y": 1}])
print(batch["x"].shape, batch["y"])
#> torch.Size([2, 3, 2, 2]) tensor([0, 1])
image_batch, labels = default_collate([(image, 3), (image, 4)])
print(labels)
#> tensor([3, 4])
print(default_convert({"x": image.numpy(), "y": 3})["x"].shape)
#> torch.Size([3, 2, 2])
