"""get_device_properties: what the card is and can do.

| Capability | Cards | New in it |
|---|---|---|
| (7, 5) | T4, RTX 20 | |
| (8, 0), (8, 6) | A100, RTX 30 | bfloat16, TF32 |
| (8, 9), (9, 0) | RTX 40, H100 | float8 |
| (10, 0), (12, 0) | B200, RTX 50 | float4 |

A build has code for the capabilities in `torch.cuda.get_arch_list()`.
`is_bf16_supported()` is true where bfloat16 is emulated as well; pass
`including_emulation=False` to choose a dtype by speed. Without a GPU it is False, and
capability and properties raise.

Asked as:
    torch.cuda.get_device_capability; torch.cuda.get_device_properties;
    torch.cuda.is_bf16_supported; does my GPU support bfloat16; total memory of the GPU
    in GiB; number of streaming multiprocessors, multi_processor_count; sm_80, sm_90; is
    it an A100 or newer; torch.cuda.get_arch_list; which architectures is my build
    compiled for; choose float16 or bfloat16 by the card; can this card do flash
    attention or fp8; torch.accelerator.get_device_capability; name and memory of all
    GPUs; shared memory per block, warp size; which cards do bf16
"""
# needs: cuda

import torch

for index in range(torch.cuda.device_count()):
    card = torch.cuda.get_device_properties(index)  # <-
    print(card.total_memory > 0, card.multi_processor_count > 0, bool(card.name))
    #> True True True
    print(torch.cuda.get_device_capability(index) == (card.major, card.minor))
    #> True

fast = torch.cuda.is_bf16_supported(including_emulation=False)
dtype = torch.bfloat16 if fast else torch.float16
print(fast == (torch.cuda.get_device_capability() >= (8, 0)))
#> True
