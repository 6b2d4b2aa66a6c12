"""metrics over processes: sum the counts, then divide.

A process counts on its part; `all_reduce` adds the counts. Averaging the processes'
accuracies would be wrong where their parts differ in size. Here the parts are dealt out
by hand, without the repeated samples of `DistributedSampler`, so none counts twice.

Attributes: Shapes
    logits: (7, 2) float32
    counts: (2,) float64

Asked as:
    accuracy with several GPUs; validation accuracy in DDP, not of rank 0's share alone;
    average the loss over ranks; each GPU prints a different accuracy; aggregate metrics
    of all DDP processes; sync_dist=True, a metric by all_reduce; dist_reduce_fx; total
    correct over all ranks; accelerator.gather_for_metrics;
    hvd.callbacks.MetricAverageCallback; one validation score for a multi-GPU run;
    distributed evaluation, validation in distributed training; collect the validation
    loss from all processes; sum correct predictions over all GPUs, all_reduce for
    accuracy; reduce the loss in DDP to a mean over all GPUs; compute test accuracy
    correctly when several processes evaluate
"""

import os

import torch
import torch.distributed as dist

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

score = torch.tensor([2.0, -1.0, 3.0, 1.0, -2.0, 4.0, -3.0])
logits = torch.stack([-score, score], dim=1)
labels = torch.tensor([1, 0, 1, 0, 0, 1, 1])

counts = torch.zeros(2, dtype=torch.float64)  # right, all
for i in range(rank, len(labels), world):  # 4 and 3 samples with two processes
    counts[0] += (logits[i].argmax() == labels[i]).double()
    counts[1] += 1
dist.all_reduce(counts)  # <-
right, seen = counts.tolist()
if rank == 0:
    print(int(right), int(seen), f"{right / seen:.4f}")
    #> 5 7 0.7143
dist.destroy_process_group()
