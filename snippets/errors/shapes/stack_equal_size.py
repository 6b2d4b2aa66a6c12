r"""stack expects each tensor to be equal size: samples of unequal shape.

`stack` puts tensors behind each other along a new dimension, so that all shapes have to
be equal. In a `DataLoader` the call is inside the default collate function: the samples
of one batch differ. Usual causes: pictures of unequal size; `Resize(224)`, which keeps
the ratio of the sides; a grey picture among coloured ones; texts or sounds of unequal
length; boxes of a detection data set. In a worker the message is `Trying to resize
storage` where the first sample has more elements than the samples of its batch on
average. To join along a dimension that is there, use `cat`.

Raises:
    RuntimeError: `torch.stack(samples)` stack expects each tensor to be equal size, but
        got [2] at entry 0 and [3] at entry 1
    RuntimeError: `torch.stack([])` stack expects a non-empty TensorList
    RuntimeError: `torch.utils.data.default_collate([([1, 2],), ([1],)])`
        each element in list of batch should be of equal size

Also worded:
    RuntimeError: Trying to resize storage that is not resizable

Asked as:
    DataLoader fails with images of different size; error in default_collate, stack;
    Resize(256) gives pictures of different size; sequences of different length in one
    batch fail; batch_size=1 works, larger ones do not; number of boxes differs between
    images
"""

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader
from torchvision.transforms import v2

samples = [torch.ones(2), torch.ones(3)]
try:
    next(iter(DataLoader(samples, batch_size=2)))
except RuntimeError as error:
    print(str(error).split(", ")[1])
    #> but got [2] at entry 0 and [3] at entry 1

# Pictures: both sides of Resize, not one; or crop.
wide = torch.zeros(3, 40, 60)
print(v2.Resize(20)(wide).shape, v2.Resize((20, 20))(wide).shape)  # <-
#> torch.Size([3, 20, 30]) torch.Size([3, 20, 20])

# Grey pictures among coloured ones: three channels for all.
print(v2.RGB()(torch.zeros(1, 20, 20)).shape)
#> torch.Size([3, 20, 20])

# Sequences: pad to the longest of the batch, in a collate function.
loader = DataLoader(samples, 2, collate_fn=lambda b: pad_sequence(b, batch_first=True))
print(next(iter(loader)))
#> tensor([[1., 1., 0.],
#>         [1., 1., 1.]])

# Boxes, as many as there are objects: keep them in a list.
print(len(next(iter(DataLoader(samples, 2, collate_fn=list)))))
#> 2
