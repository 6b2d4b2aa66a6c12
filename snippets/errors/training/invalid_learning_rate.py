r"""Invalid learning rate: a value that the optimizer refuses.

The constructor checks its numbers: no rate, decay or momentum below 0, betas in [0, 1),
and Nesterov only with a momentum and without dampening. Usual causes: a sign or a
position (`betas=(9, 0.999)`); an option of another optimizer; a rate that is text, as
YAML reads `1e-3` without a point. Too large a rate passes. See
[`sgd`](../optimizers/methods.md#sgd) and [`adam`](../optimizers/methods.md#adam).

Raises:
    ValueError: `torch.optim.SGD([w], lr=-0.1)` Invalid learning rate: -0.1
    ValueError: `torch.optim.SGD([w], momentum=-1)` Invalid momentum value: -1
    ValueError: `torch.optim.SGD([w], nesterov=True)` Nesterov momentum requires a
        momentum and zero dampening
    TypeError: `torch.optim.Adam([w], lr="1e-3")` '<=' not supported between instances
        of 'float' and 'str'

Also worded:
    ValueError: Invalid weight_decay value: -0.01
    ValueError: Invalid beta parameter at index 0: 9
    ValueError: Invalid beta parameter at index 1: 1.0
    ValueError: Invalid epsilon value: -1
    TypeError: '<' not supported between instances of 'str' and 'float'
    TypeError: Adam.__init__() got an unexpected keyword argument 'momentum'

Asked as:
    gradient ascent with a negative rate fails; momentum of Adam; nesterov=True without
    momentum; betas out of range; lr read from argparse or an environment variable is
    text; 1e-3 in YAML becomes a string
"""

import torch

w = torch.ones(2, requires_grad=True)
try:
    torch.optim.SGD([w], lr=-0.1)
except ValueError as error:
    print(error)
    #> Invalid learning rate: -0.1

# To climb, not descend: maximize.
w.sum().backward()
torch.optim.SGD([w], lr=0.5, maximize=True).step()  # <-
print(w)
#> tensor([1.5000, 1.5000], requires_grad=True)

# Nesterov: with a momentum.
torch.optim.SGD([w], lr=0.1, momentum=0.9, nesterov=True)

# Momentum in Adam: the first beta.
torch.optim.Adam([w], lr=1e-3, betas=(0.9, 0.999))

# Text from a file or the command line: a number of it.
torch.optim.Adam([w], lr=float("1e-3"))
