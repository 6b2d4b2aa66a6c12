r"""several GPUs: count, choose, hide.

`cuda:0` is the first of those that the process sees. The environment variable
`CUDA_VISIBLE_DEVICES=1,3`, set before Python starts, hides the others and numbers these
0 and 1. `CUDA_DEVICE_ORDER=PCI_BUS_ID` beside it counts them as `nvidia-smi` does. To
train on several, start one process for each with `torchrun` and wrap the model in
[`DistributedDataParallel`](../scale/index.md#ddp), not in `nn.DataParallel`.

Asked as:
    number of GPUs; how many graphics cards; torch.cuda.device_count; select a GPU;
    select a specific GPU; use only one of my graphics cards, the second or third GPU;
    use GPU 1 instead of GPU 0; hide a GPU from the process; CUDA_VISIBLE_DEVICES;
    os.environ["CUDA_VISIBLE_DEVICES"] = "1"; shared server or cluster node, others use
    GPU 0, run on a free card; invalid device ordinal; GPU id, local_rank to device;
    torch.cuda.set_device; tf.config.set_visible_devices, gpuDeviceCount; how many GPUs
    do I have, list all GPUs; machine has eight GPUs, restrict the program to one of
    them; set which GPU to use
"""

import os

import torch

accelerator = torch.accelerator.current_accelerator(check_available=True)
count = torch.accelerator.device_count()  # <-
devices = [torch.device(accelerator.type, index) for index in range(count)]
print(len(devices) == count)
#> True

local_rank = int(os.environ.get("LOCAL_RANK", 0))  # given by torchrun
device = devices[local_rank] if count else torch.device("cpu")
print(device.index == local_rank if count else device)
#> cpu
