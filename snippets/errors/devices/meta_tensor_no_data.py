r"""Cannot copy out of meta tensor; no data!: the weights were never made.

A tensor on the `meta` device has shape and type, no values: nothing can be copied from
it. Usual causes: a model made under `torch.device("meta")`, or by a library in order to
save memory (`device_map`, `low_cpu_mem_usage`), and moved with `.to(device)`; weights
loaded into it without `assign=True`, which changes nothing, with a warning; a buffer
with `persistent=False`, which no checkpoint holds. `to_empty` moves it, with values
that are not set: load or initialise all of them next.

Raises:
    NotImplementedError: `nn.Linear(2, 2, device="meta").to("cpu")` Cannot copy out of
        meta tensor; no data! Please use torch.nn.Module.to_empty() instead of
        torch.nn.Module.to() when moving module from meta to a different device.
    RuntimeError: `torch.ones(2, device="meta").sum().item()` Tensor.item() cannot be
        called on meta tensors

Also worded:
    UserWarning: for weight: copying from a non-meta parameter in the checkpoint to a
      meta parameter in the current model, which is a no-op. (Did you mean to pass
      `assign=True` to assign items in the state dictionary to their corresponding key
      in the module instead of copying them in place?)

Asked as:
    device_map="auto" and then .to(cuda) fails; init_empty_weights and moving the model;
    low_cpu_mem_usage=True error; assign=True in load_state_dict; parameters without
    storage; load big weights without making them twice
"""

import torch
from torch import nn

weights = nn.Linear(2, 2, device="cpu").state_dict()
meta = nn.Linear(2, 2, device="meta")
try:
    meta.to("cpu")
except NotImplementedError as error:
    print(str(error).split(" Please")[0])
    #> Cannot copy out of meta tensor; no data!

# Weights at hand: put them in place of the meta ones.
model = nn.Linear(2, 2, device="meta")
model.load_state_dict(weights, assign=True)  # <-
print(model.weight.device, torch.equal(model.weight, weights["weight"]))
#> cpu True

# No weights yet: make room, then set the values.
model = nn.Linear(2, 2, device="meta").to_empty(device="cpu")
model.reset_parameters()
print(model.weight.abs().max().item() < 1)
#> True
