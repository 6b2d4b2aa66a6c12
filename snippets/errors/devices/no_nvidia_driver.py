r"""Found no NVIDIA driver on your system: CUDA build, but no driver in reach.

PyTorch brings its own CUDA libraries, the driver comes from the system: a CUDA toolkit
does not replace it. Usual causes: a machine or cloud session without a GPU, or with the
GPU not switched on; a container started without `--gpus all`; a driver that is not
installed or, "driver version is insufficient", older than the build needs. `nvidia-smi`
must run before PyTorch can. Take the device from what is there, and the same script
runs on both.

Also worded:
    RuntimeError: Found no NVIDIA driver on your system. Please check that you have an
      NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx
    RuntimeError: The NVIDIA driver on your system is too old (found version 11040).
      Please update your GPU driver by downloading and installing a new version from the
      URL: http://www.nvidia.com/Download/index.aspx
    UserWarning: CUDA initialization: The NVIDIA driver on your system is too old (found
      version 11040).
    UserWarning: CUDA initialization: Found no NVIDIA driver on your system.
    AcceleratorError: CUDA error: CUDA driver version is insufficient for CUDA runtime
      version
    RuntimeError: cuda runtime error (35) : CUDA driver version is insufficient for CUDA
      runtime version
    RuntimeError: No CUDA GPUs are available
    RuntimeError: Unexpected error from cudaGetDeviceCount(). Did you run some cuda
      functions before calling NumCudaDevices() that might have already set an error?

Asked as:
    CUDA driver initialization failed; Docker container does not see the GPU; runtime
    type in Colab is CPU; update the graphics driver for PyTorch; is_available is False
    although CUDA is installed; CUDA_VISIBLE_DEVICES is empty, no GPU is found
"""

import os

import torch

os.environ["CUDA_VISIBLE_DEVICES"] = ""  # as on a machine without a GPU
print(torch.cuda.is_available(), torch.cuda.device_count())
#> False 0

# Code that also runs where no GPU is: name the device in one place.
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")  # <-
model = torch.nn.Linear(2, 1).to(device)
x = torch.ones(3, 2, device=device)
print(model(x).device)
#> cpu

# A file that was saved on a GPU: torch.load(path, map_location=device)
