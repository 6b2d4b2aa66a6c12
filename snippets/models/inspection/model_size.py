"""Model size: bytes of the weights.

Parameters and buffers, 4 bytes a float32 element. Training needs about four times as
much with Adam: weights, gradients and two averages; activations come on top.

Attributes: Shapes
    model.weight: (1000, 500) float32

Asked as:
    model size in MB or megabytes; how big is my net in memory, fp32 or fp16;
    get_memory_footprint; how much GPU memory do I need; how many gigabytes is a 7B
    model; will my network fit on the GPU; element_size() * nelement(); GPU memory for
    parameters plus Adam; half precision halves the memory; bytes per parameter;
    estimate VRAM for training; MB of parameters; size of the model on disk, how large
    is the .pth file; how many megabytes does my network take; does a 7 billion
    parameter model fit on my card for training; memory needed for weights, gradients
    and optimizer; model memory; model size
"""

from torch import nn

model = nn.Linear(500, 1000)


def size_in_bytes(model):
    tensors = [*model.parameters(), *model.buffers()]
    return sum(t.numel() * t.element_size() for t in tensors)  # <-


print(f"{size_in_bytes(model) / 1e6:.3f} MB")
#> 2.004 MB
print(f"{size_in_bytes(nn.Linear(500, 1000).half()) / 1e6:.3f} MB")
#> 1.002 MB
