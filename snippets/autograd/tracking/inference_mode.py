"""inference_mode: no_grad that never comes back.

Faster than `no_grad`: no version counters and no views to track. Its results cannot
take part in a computation that records a graph; `clone()` them outside first.

Attributes: Shapes
    w: (2,) float32
    y: (2,) float32, an inference tensor

Raises:
    RuntimeError: `y * w` Inference tensors cannot be saved for backward
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)

with torch.inference_mode():
    y = w * 2
print(y.requires_grad, y.is_inference())
#> False True

print((y.clone() * w).requires_grad)
#> True
