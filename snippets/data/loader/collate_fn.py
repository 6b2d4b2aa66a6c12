"""collate_fn: make a batch of samples yourself.

For samples of different length. The function gets a list of samples and returns the
batch: here padded sequences, and their lengths.

Attributes: Shapes
    tokens: (2, 3) int64, padded with 0
    lengths: (2,) int64

Raises:
    RuntimeError: `next(iter(DataLoader(samples, batch_size=2)))` stack expects each
        tensor to be equal size, but got [3] at entry 0 and [1] at entry 1

Asked as:
    inputs or sequences of variable length in a batch; pad a batch to the longest;
    pad_sequence; DataLoader error, images of different sizes in the dataset; each
    element in list of batch should be of equal size; Trying to resize storage that is
    not resizable; padded_batch; DataCollatorWithPadding; dynamic padding; custom
    batching function; return a list of tensors with different sizes from a DataLoader;
    ragged sentences to a tensor; different number of boxes per image; return lengths
    along with padded data; samples of different lengths, the loader cannot stack them;
    pad sentences in a batch to the longest one; batches of images or texts that have
    different sizes; pad sentences of different lengths so that they fit in one batch;
    from a list of sentences of different lengths to one batch
"""

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

samples = [torch.tensor([4, 5, 6]), torch.tensor([7]), torch.tensor([8, 9])]


def pad(batch):
    lengths = torch.tensor([len(sample) for sample in batch])
    return pad_sequence(batch, batch_first=True), lengths


loader = DataLoader(samples, batch_size=2, collate_fn=pad)  # <-
tokens, lengths = next(iter(loader))
print(tokens)
#> tensor([[4, 5, 6],
#>         [7, 0, 0]])
print(lengths)
#> tensor([3, 1])
