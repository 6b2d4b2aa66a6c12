r"""several GPUs: count, choose, hide.

`cuda:0` is the first of those that the process sees. The environment variable
`CUDA_VISIBLE_DEVICES=1,3`, set before Python starts, hides the others and numbers these
0 and 1. To train on several, start one process for each with `torchrun` and wrap the
model in `DistributedDataParallel`; `nn.DataParallel` is slower and no longer developed.
"""

import torch

count = torch.accelerator.device_count()
devices = [torch.device("cuda", index) for index in range(count)]
print(len(devices) == count)
#> True

rank = 5  # a process takes the GPU of its rank on this machine
device = torch.device("cuda", rank % count) if count else torch.device("cpu")
print(device.type in ("cuda", "cpu"))
#> True
