"""assign=True: load a large model without making it first.

On `meta` the model has shapes and no memory, and nothing is drawn. `assign=True` puts
the tensors of the file into it, where the default would copy into tensors that are not
there. They keep the dtype of the file, and with `mmap=True` they are read from the disk
when they are used. A buffer with `persistent=False` is in no file: it stays on `meta`
until you make it. Make the optimizer afterwards: the parameters are new ones.

Attributes: Shapes
    model.layer.weight: (6, 4) float16
    model.steps: (3,) int64

Warns:
    UserWarning: `on_meta().load_state_dict(dict(state))` copying from a non-meta
        parameter in the checkpoint to a meta parameter in the current model, which is a
        no-op.

Asked as:
    load_state_dict(assign=True); torch.device("meta") and a checkpoint; initialise a
    model without memory; load a 7B model with half of the memory; skip weight
    initialisation when loading; init_empty_weights, low_cpu_mem_usage by hand; RAM
    doubles when I load a checkpoint; model takes long to construct before weights are
    loaded; is_meta; to_empty or assign; torch.nn.utils.skip_init; load half-precision
    weights without upcasting; which parameters are still on the meta device; weights of
    the file in place of those of the model; weights are in memory twice while loading
"""

import tempfile
from itertools import chain
from pathlib import Path

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 6)
        self.register_buffer("steps", torch.arange(3), persistent=False)


def on_meta():
    with torch.device("meta"):
        return Net()


with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.pt")
    torch.save(Net().half().state_dict(), path)

    model = on_meta()
    state = torch.load(path, map_location="cpu", mmap=True)
    model.load_state_dict(state, assign=True)  # <-

named = chain(model.named_parameters(), model.named_buffers())
print([name for name, tensor in named if tensor.is_meta])
#> ['steps']
model.steps = torch.arange(3)
print(model.layer.weight.data_ptr() == state["layer.weight"].data_ptr())  # no copy
#> True
print(model.layer.weight.dtype, model.layer.weight.requires_grad)
#> torch.float16 True
