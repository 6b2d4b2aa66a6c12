r"""no kernel image is available for execution on the device: GPU not in the build.

The package holds code for some generations of GPUs, listed by
`torch.cuda.get_arch_list()`. A card that is newer than the package needs a newer
PyTorch; a card that is too old needs an older one, or a build for an older CUDA
release. The driver is not the cause. An extension compiled for other cards (see
`TORCH_CUDA_ARCH_LIST`) gives the message too.

Also worded:
    AcceleratorError: CUDA error: no kernel image is available for execution on the
      device
    RuntimeError: CUDA error: no kernel image is available for execution on the device
    UserWarning: NVIDIA GeForce RTX 3090 with CUDA capability sm_86 is not compatible
      with the current PyTorch installation.
    UserWarning: NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible
      with the current PyTorch installation.
    UserWarning: Found GPU0 Tesla K40m which is of cuda capability 3.5. PyTorch no
      longer supports this GPU because it is too old.
    RuntimeError: cuda runtime error (48) : no kernel image is available for execution
      on the device

Asked as:
    compute capability not supported; which PyTorch for a GTX 1080 or Tesla K80; old
    card, which version of torch; GPU is newer than the package; is_available is True
    but every operation fails; capability of my card against get_arch_list
"""

import torch


def in_build(capability, architectures):
    """Whether kernels of the card's own generation, or a lower minor one, are there."""
    codes = [a.removeprefix("sm_") for a in architectures if a.startswith("sm_")]
    pairs = [(int(code[:-1]), int(code[-1])) for code in codes if code.isdigit()]
    major, minor = capability
    return any(m == major and n <= minor for m, n in pairs)


# On your machine: torch.cuda.get_device_capability(), torch.cuda.get_arch_list().
built_for = torch.cuda.get_arch_list()  # <-
print(in_build((8, 9), ["sm_75", "sm_80", "sm_86"]))  # 8.6 runs on 8.9
#> True
print(in_build((12, 0), ["sm_75", "sm_80", "sm_86"]))  # too new: newer PyTorch
#> False
print(in_build((3, 5), ["sm_75", "sm_80", "sm_86"]))  # too old: older PyTorch
#> False

# Until then: the CPU runs the same code.
print(torch.ones(2, device="cpu") + 1)
#> tensor([2., 2.])
