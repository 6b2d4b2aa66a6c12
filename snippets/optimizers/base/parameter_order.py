"""Order of parameters: what load_state_dict goes by.

States are numbered by position. With the same shapes in another order nothing raises,
and a weight gets the momentum of another. `named_parameters()` records the names in
`param_names`; loading still goes by position.

Attributes: Shapes
    a: (2,) float32
    b: (2,) float32

Asked as:
    are saved optimizer states matched by name or by position; param_names;
    named_parameters in an optimizer; momentum of the wrong weight; layers defined in a
    different sequence than in the checkpoint; optimizer state loaded into the wrong
    parameters; optimizer state keys are 0, 1, 2; reordered layers and a saved
    optimizer; names of parameters in the optimizer's state dict; optimizer state mixed
    up after loading; optim.SGD(model.named_parameters()); training strange after
    reordering layers and loading the optimizer; which parameter is number 0 in the
    optimizer state; does the order of model.parameters() matter; loaded optimizer gives
    momentum to the wrong layers; index of a parameter in an optimizer; are optimizer
    states keyed by parameter name
"""

import torch

a = torch.zeros(2, requires_grad=True)
b = torch.zeros(2, requires_grad=True)
optimizer = torch.optim.SGD([("a", a), ("b", b)], lr=0.1, momentum=0.9)
(a.sum() + 5 * b.sum()).backward()
optimizer.step()
saved = optimizer.state_dict()
print(saved["param_groups"][0]["params"], saved["param_groups"][0]["param_names"])
#> [0, 1] ['a', 'b']

swapped = torch.optim.SGD([("b", b), ("a", a)], lr=0.1, momentum=0.9)
swapped.load_state_dict(saved)  # <- no error
print(optimizer.state[a]["momentum_buffer"])
#> tensor([1., 1.])
print(swapped.state[a]["momentum_buffer"])  # that of b
#> tensor([5., 5.])
