"""DistributedSampler: to a process its own part of the data.

In a process group it takes rank and size from there; given by hand, as here, it needs
no group. Where the parts would differ in length it repeats the first samples, so that
the processes make equally many steps; `drop_last=True` leaves the rest out instead.
Repeated samples count twice in a metric. Without `set_epoch` the order stays from epoch
to epoch.

Asked as:
    shard a dataset over ranks; all ranks or GPUs get identical data, the same batches;
    split the data among GPUs without overlap; shuffle with several GPUs; num_replicas;
    why call set_epoch; each epoch is shuffled the same way; tf.data.Dataset.shard;
    uneven dataset in DDP, length not divisible by the number of GPUs; duplicate samples
    in distributed validation; SequentialDistributedSampler; split a dataset between
    processes; different samples on each rank; ranks together see more samples than the
    dataset has; sampler for DDP; partition the data of a DataLoader in DDP; same order
    every epoch in distributed training; two GPUs process the same batches, give each
    its own half
"""

from torch.utils.data import DistributedSampler

data = range(8)
for rank in range(3):
    sampler = DistributedSampler(data, num_replicas=3, rank=rank, shuffle=False)
    print(rank, list(sampler))  # 0 stands twice: 8 samples made 9
    #> 0 [0, 3, 6]
    #> 1 [1, 4, 7]
    #> 2 [2, 5, 0]

for rank in range(3):
    sampler = DistributedSampler(
        data, num_replicas=3, rank=rank, shuffle=False, drop_last=True
    )
    print(rank, list(sampler))  # 6 and 7 are left out
    #> 0 [0, 3]
    #> 1 [1, 4]
    #> 2 [2, 5]

shuffled = DistributedSampler(data, num_replicas=2, rank=0, seed=0)  # <-
first = list(shuffled)
print(list(shuffled) == first)
#> True
shuffled.set_epoch(1)  # at the start of an epoch
print(list(shuffled) == first)
#> False
