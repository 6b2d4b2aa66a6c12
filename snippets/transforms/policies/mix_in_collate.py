"""MixUp or CutMix in collate_fn: mixed batches from the loader.

The loader collates as always, then mixes: one draw for the whole batch. The targets
come out as rows of probabilities, which `cross_entropy` takes. Mix in training only,
and measure accuracy on images that are not mixed.

Attributes: Shapes
    images: (N, 1, 8, 8) float32
    soft: (N, C) float32, rows sum to 1
    loss: () float32

Asked as:
    mixup with a DataLoader; mixup inside the loader; MixUp in the data pipeline,
    collate function; where to call mixup, dataset or loop; batch augmentation; augment
    whole batches instead of single samples; mix each batch that comes from the loader;
    mixup needs a batch; soft targets from a DataLoader; cross_entropy with soft labels
    of a mixed batch; training accuracy with mixed labels; training accuracy below
    validation accuracy with mixup; argmax of mixed targets; timm FastCollateMixup; at
    what place in the training code does mixup or cutmix go
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, TensorDataset, default_collate
from torchvision.transforms import v2

torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(1)
dataset = TensorDataset(images, torch.tensor(digits.target))
mix = v2.RandomChoice([v2.MixUp(num_classes=10), v2.CutMix(num_classes=10)])


def collate(samples):
    return mix(*default_collate(samples))  # <-


loader = DataLoader(dataset, batch_size=32, collate_fn=collate)
images, soft = next(iter(loader))
print(images.shape, soft.shape)
#> torch.Size([32, 1, 8, 8]) torch.Size([32, 10])
print(torch.allclose(soft.sum(dim=1), soft.new_ones(32)))
#> True

logits = torch.zeros(32, 10)  # of a model that knows nothing
loss = F.cross_entropy(logits, soft)
print(loss)
#> tensor(2.3026)
