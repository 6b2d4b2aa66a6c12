r"""SiLU: x times sigmoid(x), also called swish.

Used in EfficientNet, YOLO and, with a gate, in LLaMA-style models (SwiGLU). Minimum
-0.278 near x = -1.28.

$$\text{SiLU}(x) = x \, \sigma(x) = \frac{x}{1 + e^{-x}}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [-0.278, inf)

Asked as:
    nn.Swish; module 'torch.nn' has no attribute 'Swish'; sigmoid linear unit;
    sigmoid-weighted linear unit; tf.nn.swish; activation='swish'; F.silu;
    MemoryEfficientSwish; YOLOv5 activation; EfficientNet activation function;
    jax.nn.swish; x * torch.sigmoid(x); x * sigmoid(x) activation; swish activation
    function; sigmoid times input; where is swish in torch.nn; Llama activation
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.SiLU()  # <-
y = activation(x)
print(y)
#> tensor([-0.2384, -0.2689,  0.0000,  0.7311,  1.7616])
print(F.silu(x).equal(y))  # the functional form
#> True
print(torch.allclose(y, x * torch.sigmoid(x)))
#> True
