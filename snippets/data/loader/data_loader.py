"""DataLoader: batches of a dataset.

Samples are stacked along a new first dimension. Shuffle for training; an epoch then has
every sample once, in a new order. `len(loader)` counts batches.

Attributes: Shapes
    x: (5, 2) float32

Raises:
    ValueError: `DataLoader([], shuffle=True)` num_samples should be a positive integer
        value, but got num_samples=0

Asked as:
    mini-batches; loop over batches; iterate over minibatches of a dataset; set the
    batch size; get shuffled mini-batches of 32; shuffle the data every epoch; what does
    DataLoader do, feed data to the network; for i, data in enumerate(trainloader);
    trainloader and testloader; tf.data.Dataset.batch; tf.data.Dataset.shuffle;
    minibatchqueue; how many iterations in an epoch; len(loader), number of images or
    batches; generate batches; batch_size; shuffle=True; iterate over the batches; how
    big should the batch size be; go through all images or samples in a loop; load data
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
x = torch.arange(10.0).reshape(5, 2)
dataset = TensorDataset(x, torch.arange(5))

loader = DataLoader(dataset, batch_size=2)
for inputs, targets in loader:
    print(inputs.shape, targets)
    #> torch.Size([2, 2]) tensor([0, 1])
    #> torch.Size([2, 2]) tensor([2, 3])
    #> torch.Size([1, 2]) tensor([4])
print(len(loader), len(loader.dataset))
#> 3 5

shuffled = DataLoader(dataset, batch_size=2, shuffle=True)  # <-
print(sorted(int(n) for _, targets in shuffled for n in targets))
#> [0, 1, 2, 3, 4]
