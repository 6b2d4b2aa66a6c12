"""Shuffle buffer: a stream in nearly random order.

Holds `size` samples; each that comes in sends out one of them by chance. A sample comes
forward by fewer than `size` places, so a stream sorted by class stays nearly sorted:
shuffle the [files](#shards), too. A buffer of 1 changes nothing. Its memory is the
samples that it holds, in each worker.

Attributes: Shapes
    order: (12,) int64

Asked as:
    tf.data shuffle(buffer_size); reservoir of samples; approximate shuffling of a
    stream; IterableDataset has no shuffle; how large should the shuffle buffer be;
    randomise streaming data; ShufflerIterDataPipe; datasets streaming=True shuffle; mix
    samples of a stream; buffer that shuffles a stream without length; shuffle(1000) of
    a streaming loader
"""

import torch


def shuffled(stream, size, generator):
    held = []
    for sample in stream:
        if len(held) < size:
            held.append(sample)
            continue
        place = int(torch.randint(size, (), generator=generator))
        yield held[place]
        held[place] = sample  # <-
    for place in torch.randperm(len(held), generator=generator).tolist():
        yield held[place]


generator = torch.Generator().manual_seed(0)
order = torch.tensor(list(shuffled(range(12), 4, generator)))
print(order)
#> tensor([ 0,  3,  1,  4,  5,  8,  9, 10,  6,  7, 11,  2])
print(order.sort().values.equal(torch.arange(12)))
#> True
