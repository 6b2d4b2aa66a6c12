"""Model size: bytes of the weights.

Parameters and buffers, 4 bytes a float32 element. Training needs about four times as
much with Adam: weights, gradients and two averages; activations come on top.

Attributes: Shapes
    model.weight: (1000, 500) float32
"""

from torch import nn

model = nn.Linear(500, 1000)


def size_in_bytes(model):
    tensors = [*model.parameters(), *model.buffers()]
    return sum(t.numel() * t.element_size() for t in tensors)


print(f"{size_in_bytes(model) / 1e6:.3f} MB")
#> 2.004 MB
print(f"{size_in_bytes(nn.Linear(500, 1000).half()) / 1e6:.3f} MB")
#> 1.002 MB
