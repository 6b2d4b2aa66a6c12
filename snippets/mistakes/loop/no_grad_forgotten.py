"""no_grad() forgotten: validation keeps what only backward needs.

With parameters that require gradients, each forward pass records a graph and saves
activations for `backward`, in eval mode too: `eval()` does not stop it. The numbers are
right; the memory is for all layers at once, and is held until the output goes. Outputs
collected in a list keep that of every batch. Inside
[`no_grad`](../autograd/tracking.md#no_grad) or
[`inference_mode`](../autograd/tracking.md#inference_mode) nothing is saved.

Asked as:
    forgot torch.no_grad(); out of memory in validation but not in training; does
    model.eval() disable gradients or save memory; validation needs as much memory as
    training; CUDA out of memory at the first validation; predictions have grad_fn;
    model output requires grad in eval mode; eval() without no_grad; how much memory
    does no_grad save; inference takes too much GPU memory; larger batch size for
    evaluation than for training
"""

import torch
from torch import nn

layers = []
for _ in range(8):
    layers += [nn.Linear(500, 500), nn.ReLU()]
model = nn.Sequential(*layers, nn.Linear(500, 10))
model.eval()
x = torch.rand(1000, 500)
weights = {p.untyped_storage().data_ptr() for p in model.parameters()}


def megabytes():
    """Whether the output requires a gradient, and MB saved, weights left aside."""
    saved = {}  # by storage

    def pack(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            saved[storage.data_ptr()] = storage.nbytes()
        return tensor.detach()

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        logits = model(x)
    return logits.requires_grad, sum(saved.values()) / 1e6


# Wrong: eval mode alone.
print(megabytes())
#> (True, 18.0)

# Right: no graph.
with torch.no_grad():  # <-
    print(megabytes())
    #> (False, 0.0)
with torch.inference_mode():
    print(megabytes())
    #> (False, 0.0)
