"""get_state_dict: the names of the plain model under DDP, FSDP and torch.compile.

`get_state_dict` leaves out what DDP (`module.`) and `torch.compile` (`_orig_mod.`) put
before the names, and gathers or keeps the slices of FSDP as the options say. The
optimizer's state has the names of parameters in place of numbers: it fits a model whose
layers are made in another order. `set_state_dict` loads both into a model wrapped in
another way. The tensors are those of the model, not copies.

Raises:
    RuntimeError: `other.load_state_dict(model.state_dict())` Missing key(s) in
        state_dict: "0.weight"

Asked as:
    get_model_state_dict and set_model_state_dict; get_optimizer_state_dict,
    set_optimizer_state_dict; get_state_dict, set_state_dict;
    torch.distributed.checkpoint.state_dict; StateDictOptions; ignore_frozen_params,
    save only trainable parameters; optimizer state by parameter name instead of index;
    state_dict independent of DDP and FSDP; one saving function for plain, compiled and
    distributed models; flatten_optimizer_state_dict; save a compiled model without
    _orig_mod; full_state_dict=True, cpu_offload=True; optimizer state after the order
    of layers changed; save only LoRA weights
"""

import torch
from torch import nn
from torch.distributed.checkpoint.state_dict import (
    StateDictOptions,
    get_model_state_dict,
    get_state_dict,
    set_state_dict,
)

plain = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
plain[0].requires_grad_(False)
model = torch.compile(plain)
optimizer = torch.optim.Adam(plain[1].parameters())

model_state, optimizer_state = get_state_dict(model, optimizer)  # <-
print(next(iter(model.state_dict())), next(iter(model_state)))
#> _orig_mod.0.weight 0.weight
print(optimizer_state["param_groups"][0]["params"])
#> ['1.weight', '1.bias']

trained = StateDictOptions(ignore_frozen_params=True)
print(list(get_model_state_dict(model, options=trained)))
#> ['1.weight', '1.bias']

other = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
again = torch.optim.Adam(other[1].parameters())
parts = {"model_state_dict": model_state, "optim_state_dict": optimizer_state}
set_state_dict(other, again, **parts)
print(torch.equal(other[0].weight, plain[0].weight))
#> True
