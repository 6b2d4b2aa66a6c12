r"""Torch not compiled with CUDA enabled: a build of PyTorch without the device's part.

The package was made without CUDA; a driver and a GPU do not help. `torch.version.cuda`
is None, and `torch.__version__` often ends in `+cpu`. Install a build for your CUDA
release from the selector on the start page of PyTorch (a Mac has none), or write code
that takes what is there. With a CUDA build but no driver the message is
[another](#no_nvidia_driver). Here the same error is raised for XPU, Intel's GPUs, which
a CUDA build leaves out.

Also worded:
    AssertionError: Torch not compiled with CUDA enabled
    RuntimeError: PyTorch is not linked with support for mps devices

Asked as:
    torch.cuda does not work in the CPU build; .cuda() fails without a graphics
    card; pip installed the CPU version of torch; reinstall torch with GPU support;
    .cuda() raises AssertionError on a laptop; wrong wheel without CUDA
"""

import torch

try:
    torch.ones(2, device="xpu")
except AssertionError as error:
    print(error)
    #> Torch not compiled with XPU enabled

# Take the device that is there, and name it in one place.
device = torch.accelerator.current_accelerator(check_available=True) or "cpu"  # <-
x = torch.ones(2, device=device)  # (2,)
