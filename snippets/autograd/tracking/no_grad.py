"""no_grad: a block, or a function, without a graph.

For validation and for updating weights by hand. Results do not require a gradient, and
nothing is kept for `backward`. It is also a decorator.

Attributes: Shapes
    w: (2,) float32
    y: (2,) float32

Asked as:
    turn off gradients for evaluation; disable gradient calculation; run the model
    without gradients to use less memory; save memory at test time; update the weights
    by hand without an optimizer; decorator for a predict function; stop tracking
    history for a block of code; tape.stop_recording; forward pass only, no backprop; is
    torch.no_grad needed in validation; turn off autograd temporarily; evaluate without
    building the graph; change weights by hand without recording it; switch off gradient
    tracking; skip gradient computation; predict without storing anything for backprop;
    @torch.no_grad() on a method; no gradients; predict without gradients
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)

with torch.no_grad():  # <-
    y = w * 2
print(y.requires_grad, y.grad_fn)
#> False None


@torch.no_grad()
def predict(x):
    return x * w


print(predict(torch.ones(2)).requires_grad)
#> False

z = y * w  # later, y is an ordinary constant
print(z.requires_grad)
#> True
