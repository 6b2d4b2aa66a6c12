r"""option is mutually exclusive with: two arguments of a DataLoader that clash.

One of them already decides what the other one asks for. A `sampler` draws the numbers:
leave out `shuffle`; to shuffle, take a random sampler. A `batch_sampler` makes the
batches: leave out `batch_size`, `shuffle`, `sampler` and `drop_last`. Prefetching and
persistent workers need workers. See [`samplers`](../data/splits.md#samplers).

Raises:
    ValueError: `DataLoader(dataset, shuffle=True, sampler=sampler)`
        sampler option is mutually exclusive with shuffle
    ValueError: `DataLoader(dataset, batch_size=2, batch_sampler=batches)`
        batch_sampler option is mutually exclusive with batch_size, shuffle, sampler,
        and drop_last
    ValueError: `DataLoader(dataset, prefetch_factor=2)`
        prefetch_factor option could only be specified in multiprocessing.let
        num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to
        None.
    ValueError: `DataLoader(dataset, persistent_workers=True)`
        persistent_workers option needs num_workers > 0
    ValueError: `DataLoader(dataset, batch_size=None, drop_last=True)`
        batch_size=None option disables auto-batching and is mutually exclusive with
        drop_last

Also worded:
    ValueError: prefetch_factor option could only be specified in multiprocessing.let
      num_workers > 0 to enable multiprocessing.
    ValueError: multiprocessing_context can only be used with multi-process loading
      (num_workers > 0), but got num_workers=0

Asked as:
    SubsetRandomSampler and shuffle=True; WeightedRandomSampler with shuffle;
    DistributedSampler with shuffle=True in the loader; batch_size together with a
    batch_sampler; prefetch_factor without workers; persistent_workers with
    num_workers=0
"""

from torch.utils.data import BatchSampler, DataLoader, SubsetRandomSampler

dataset = range(10)
sampler = SubsetRandomSampler([0, 1, 2, 3])
try:
    DataLoader(dataset, shuffle=True, sampler=sampler)
except ValueError as error:
    print(error)
    #> sampler option is mutually exclusive with shuffle

# The sampler shuffles: drop shuffle=True.
loader = DataLoader(dataset, batch_size=2, sampler=sampler)  # <-
print(sorted(int(x) for batch in loader for x in batch))
#> [0, 1, 2, 3]

# Batches of your own: their size stands in the batch sampler.
batches = BatchSampler(sampler, batch_size=3, drop_last=False)
print([len(batch) for batch in DataLoader(dataset, batch_sampler=batches)])
#> [3, 1]

# One function for loaders with and without workers.
def make_loader(workers):
    more = {"prefetch_factor": 4, "persistent_workers": True} if workers else {}
    return DataLoader(dataset, num_workers=workers, **more)


print(make_loader(0).prefetch_factor, make_loader(1).prefetch_factor)
#> None 4
