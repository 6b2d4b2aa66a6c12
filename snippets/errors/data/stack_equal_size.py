r"""stack expects each tensor to be equal size: the samples of a batch differ.

The loader stacks the samples of a batch, and two of them have different shapes. Usual
causes: photographs of different sizes, where `Resize` with one number sets the shorter
side alone; some grey pictures among colour ones; sentences of different lengths, or a
different number of boxes. In a worker the message is `Trying to resize storage` where
the first sample has more elements than the samples of its batch on average. See
[`collate_fn`](../data/loader.md#collate_fn).

Raises:
    RuntimeError: `next(iter(DataLoader(photos, batch_size=2)))`
        stack expects each tensor to be equal size, but got [3, 4, 6] at entry 0 and [3,
        5, 5] at entry 1
    RuntimeError: `default_collate([([1, 2],), ([1],)])`
        each element in list of batch should be of equal size

Also worded:
    RuntimeError: Trying to resize storage that is not resizable
    RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 224] at
      entry 0 and [1, 224, 224] at entry 1
    RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 336] at
      entry 0 and [3, 224, 298] at entry 1
    RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 0.
      Got 224 and 298 in dimension 3

Asked as:
    one grey image among colour ones breaks the batch; loader with num_workers cannot
    resize storage; different number of boxes in each image, batch fails; texts of
    different length cannot be stacked; error in torch.stack inside collate; DataLoader
    fails after a few batches at random
"""

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, default_collate
from torchvision.transforms import v2

photos = [torch.zeros(3, 4, 6), torch.zeros(3, 5, 5)]
try:
    next(iter(DataLoader(photos, batch_size=2)))
except RuntimeError as error:
    print(*str(error).split(", but "), sep="\n")
    #> stack expects each tensor to be equal size
    #> got [3, 4, 6] at entry 0 and [3, 5, 5] at entry 1

# Photographs: both sides in Resize; or the shorter side, and a crop.
print(v2.Resize(4)(photos[0]).shape, v2.Resize(4)(photos[1]).shape)
#> torch.Size([3, 4, 6]) torch.Size([3, 4, 4])
same = [v2.Resize((4, 4))(photo) for photo in photos]
print(default_collate(same).shape)
#> torch.Size([2, 3, 4, 4])
crop = v2.Compose([v2.Resize(4), v2.CenterCrop(4)])
print(default_collate([crop(photo) for photo in photos]).shape)
#> torch.Size([2, 3, 4, 4])

# Sentences: fill up to the longest of the batch.
words = [torch.tensor([5, 6, 7]), torch.tensor([8])]
print(pad_sequence(words, batch_first=True))  # in a collate_fn
#> tensor([[5, 6, 7],
#>         [8, 0, 0]])
# Boxes: keep them in a list.
boxes = [torch.zeros(2, 4), torch.zeros(1, 4)]
print(len(next(iter(DataLoader(boxes, batch_size=2, collate_fn=list)))))
#> 2
