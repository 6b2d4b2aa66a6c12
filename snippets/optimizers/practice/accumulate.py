"""Gradient accumulation: a large batch in parts.

Divide each loss by the number of parts, call `backward` for each, step once. With a
mean over rows and equal parts the gradient equals that of the large batch; without the
division it is that many times as large. Batch norm still sees the small ones. Over a
loader, whose last part is shorter: [in the
loop](../training/index.md#accumulate_in_loop).

Attributes: Shapes
    x: (N, 1) float32
    y: (N, 1) float32
    w: (1, 1) float32

Asked as:
    simulate a larger batch size; effective batch size; gradient_accumulation_steps;
    micro-batches; several backward passes before one step; virtual batch; do I divide
    the loss when I accumulate gradients; large batch on a small GPU; step only every n
    batches; only a small batch size fits on the GPU, the paper uses 64; sum gradients
    over several small batches; accumulation steps; imitate batch size 256 with 8 at a
    time; train as with batch 512 though only 32 fits in memory; call loss.backward()
    several times, then step; accumulate gradients over 4 batches before the update;
    bigger batch without more memory; larger effective batch than fits in memory; update
    the weights every few batches; batch is too big for the GPU; small batches that act
    like a big one
"""

import torch
import torch.nn.functional as F

x = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x
w = torch.zeros(1, 1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.01)

F.mse_loss(x @ w, y).backward()
print(w.grad)  # the whole batch: -4 * the mean of 1, 4, 9, 16
#> tensor([[-30.]])

optimizer.zero_grad()
parts = 2
for inputs, targets in zip(x.chunk(parts), y.chunk(parts), strict=True):
    loss = F.mse_loss(inputs @ w, targets) / parts  # <-
    loss.backward()  # adds to .grad
    print(w.grad)
    #> tensor([[-5.]])
    #> tensor([[-30.]])
optimizer.step()
optimizer.zero_grad()
