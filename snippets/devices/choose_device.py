r"""choose a device: the accelerator if there is one, else the CPU.

Choose once, at the top of a script, and pass `device` on. Without
`check_available=True` a CUDA build answers `cuda` on a machine that has no GPU. The
older spelling asks for CUDA and leaves a Mac on its CPU.

Attributes: Shapes
    x: (2, 3) float32

Asked as:
    use gpu if available; cuda if available else cpu; set the device: cuda, mps or cpu,
    whatever is there; switch between CPU and GPU automatically; train on the graphics
    card; train with the GPU of a MacBook, Apple M1 mps; Mac GPU, Apple silicon; same
    script on a laptop without and a server with CUDA; script written for cuda on a
    machine without it; train in Google Colab with a GPU; device = "cuda" if
    torch.cuda.is_available() else "cpu"; use_cuda, --no-cuda; tf.device("/GPU:0"),
    fastai default_device; device agnostic or device independent code; train on GPU; run
    on GPU or fall back to CPU, use the graphics card or else the processor; use the
    GPU; GPU is not used, training runs on the CPU; train on the CPU; CPU or GPU; set
    the device; run my code on the GPU
"""

import torch

accelerator = torch.accelerator.current_accelerator(check_available=True)  # <-
device = accelerator or torch.device("cpu")
x = torch.ones(2, 3, device=device)
print(x.device.type == device.type)
#> True

older = torch.device("cuda" if torch.cuda.is_available() else "cpu")
y = torch.ones(2, 3, device=older)
print(y.sum().item())
#> 6.0
