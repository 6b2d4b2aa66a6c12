r"""is_available: whether there is a GPU to use.

`torch.cuda.is_available()` asks for NVIDIA and AMD, `torch.accelerator.is_available()`
for accelerators: CUDA, Apple's MPS, Intel's XPU. Neither raises on a machine without
one. `current_accelerator()` names what PyTorch was built for, present or not: with
`check_available=True` it is None where there is no device.

Asked as:
    torch.cuda.is_available() returns False; check cuda available; is CUDA working; how
    to know if a GPU is available; does my laptop have a GPU that torch can use; is
    PyTorch using my graphics card; does torch see my graphics card; nvidia card in the
    PC but torch says False, CUDA not detected; is my PyTorch built for CPU only; detect
    CUDA, MPS or XPU; check for mps, torch.backends.mps.is_available; Apple M1 or M2 GPU
    check; AMD, ROCm, torch.xpu.is_available; tf.test.is_gpu_available;
    tf.config.list_physical_devices("GPU"), jax.devices(), MATLAB canUseGPU; check if
    there is any GPU on this computer, GPU is not recognised; check whether the GPU is
    used; does PyTorch see my GPU; GPU not found
"""

import torch

cuda = torch.cuda.is_available()  # <-
accelerator = torch.accelerator.is_available()
print(type(cuda), type(accelerator))
#> <class 'bool'> <class 'bool'>

present = torch.accelerator.current_accelerator(check_available=True)
print((present is not None) == accelerator)
#> True
