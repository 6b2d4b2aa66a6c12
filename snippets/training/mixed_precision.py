"""Mixed precision on the CPU: autocast with bfloat16.

Under `autocast` matrix products and convolutions run in the short type, most losses in
float32; the parameters stay float32. bfloat16 has the range of float32, so it needs no
`GradScaler`. Wrap the forward pass and the loss; `backward` stands outside. Measure
whether your processor is faster with it.

Attributes: Shapes
    x: (N, 8) float32
    hidden: (N, 16) bfloat16
    loss: () float32

Raises:
    RuntimeError: `model(x.bfloat16())` must have the same dtype

Asked as:
    use bfloat16 for training; bf16 training; bf16 on a computer with no graphics card;
    half precision on a CPU-only machine; autocast without a GPU;
    torch.amp.autocast(device_type="cpu"); torch.cpu.amp.autocast; torch.bfloat16 in
    autocast; mixed precision on Intel Xeon or AMD processors; does bfloat16 need a
    GradScaler; low precision types without scaler; should backward be inside the
    autocast block; which operations run in low precision; output of my layer is
    suddenly bfloat16; input is float32 but weights are BFloat16, dtype error; brain
    float; bfloat16 slower than float32; is bfloat16 exact enough, accuracy of bf16
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
model = nn.Linear(8, 16)
x, target = torch.randn(4, 8), torch.tensor([0, 3, 5, 7])

with torch.autocast(x.device.type, dtype=torch.bfloat16):  # <-
    hidden = model(x)
    loss = F.cross_entropy(hidden, target)
loss.backward()
print(hidden.dtype, loss.dtype, model.weight.grad.dtype)
#> torch.bfloat16 torch.float32 torch.float32

exact = F.cross_entropy(model(x), target)
print((loss - exact).abs() < 0.02)  # bfloat16 keeps 2 to 3 digits
#> tensor(True)
