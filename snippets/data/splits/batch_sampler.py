"""BatchSampler: decide which samples share a batch.

Yields lists of numbers. Here words of similar length go together, so that little is
padded. With `batch_sampler`, leave `batch_size`, `shuffle` and `drop_last` out.

Raises:
    ValueError: `DataLoader(words, batch_size=2, batch_sampler=batches)` batch_sampler
        option is mutually exclusive with batch_size

Asked as:
    bucketing, make batches of sequences of nearly equal length; BucketIterator;
    bucket_by_sequence_length; less padding; group sentences of similar length; group
    samples into batches; yield lists of indices, custom batches; bucket images by their
    size; custom batch sampler; sort by length before batching; batches of sentences
    with similar or same length; decide which samples go together; each batch from one
    group only; avoid padding by sorting by length
"""

import torch
from torch.utils.data import BatchSampler, DataLoader, SubsetRandomSampler

words = ["a", "wonderful", "is", "marvellous", "to", "I"]

by_length = sorted(range(len(words)), key=lambda n: len(words[n]))
batches = list(BatchSampler(by_length, batch_size=2, drop_last=False))  # <-
print(batches)
#> [[0, 5], [2, 4], [1, 3]]

generator = torch.Generator().manual_seed(0)
shuffled = SubsetRandomSampler(batches, generator)  # shuffles the batches
for batch in DataLoader(words, batch_sampler=shuffled):
    print(batch)
    #> ['wonderful', 'marvellous']
    #> ['a', 'I']
    #> ['is', 'to']
