"""Containers and parameters: how a module finds what it trains.

| For | Use |
|---|---|
| layers run one after the other | [`Sequential`](containers.md#sequential) |
| layers run in a loop of your own | [`ModuleList`](containers.md#module_list) |
| layers chosen by name | [`ModuleDict`](containers.md#module_dict) |
| a learned tensor | [`Parameter`](containers.md#parameter), several in [`ParameterList`](containers.md#parameter_list) |
| a tensor that is saved and moved, not learned | [`Buffer`](containers.md#parameter) |

A module registers what is assigned to an attribute: parameters, buffers, modules. What
lies inside a [plain list](../mistakes/models.md#plain_list), tuple or dictionary it does not
see: not in `parameters()`, not in `state_dict()`, not in `to(device)`.
"""

__all__ = [
    "sequential",
    "module_list",
    "module_dict",
    "parameter",
    "parameter_list",
    "uninitialized",
]
