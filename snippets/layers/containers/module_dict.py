r"""ModuleDict: layers chosen by name.

A dictionary whose layers are registered: one head per task, an activation by its name.
Keys are strings without a dot, and not the name of an attribute, such as `"pop"`.

Attributes: Shapes
    x: (N, D) float32
    y: (N, 2) float32

Raises:
    KeyError: `nn.ModuleDict({"layer.1": nn.Linear(4, 2)})` module name can\'t contain
        ".", got: layer.1
    KeyError: `nn.ModuleDict({"pop": nn.Linear(4, 2)})` attribute 'pop' already exists
    NotImplementedError: `heads(x)` Module [ModuleDict] is missing the required
        "forward" function

Asked as:
    store modules in a dictionary; one head per task; multi-task model with a head for
    each target; select a layer by a string; choose the activation by a config string;
    nn.ModuleDict vs Python dict; switch between branches; dict of submodules that is
    saved and moved; name with a dot as key; several output heads; register layers kept
    in a dict; pick an output branch by the task name; keys of an nn.ModuleDict; string
    to layer mapping; layers kept with names; different heads for different data sets;
    dictionary of layers; dict of layers
"""

import torch
from torch import nn

heads = nn.ModuleDict({"kind": nn.Linear(4, 2), "age": nn.Linear(4, 1)})  # <-
heads["weight"] = nn.Linear(4, 1)
x = torch.ones(3, 4)
y = heads["kind"](x)

outputs = {name: head(x) for name, head in heads.items()}
print({name: tuple(output.shape) for name, output in outputs.items()})
#> {'kind': (3, 2), 'age': (3, 1), 'weight': (3, 1)}
print("age" in heads, list(heads.state_dict())[:2])
#> True ['kind.weight', 'kind.bias']
