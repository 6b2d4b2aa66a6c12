"""set_grad_enabled: tracking by a flag.

One function for training and validation. `torch.enable_grad()` switches tracking on
again inside a `no_grad` block.

Attributes: Shapes
    x: (2,) float32

Asked as:
    torch.set_grad_enabled(phase == 'train'); one loop for both train and val phases;
    turn gradients on only while training; torch.enable_grad; re-enable autograd inside
    torch.no_grad; gradients needed inside an evaluation function; boolean switch for
    autograd; conditionally compute gradients; context manager that takes True or False;
    torch.is_grad_enabled(); gradients depending on a training flag; toggle gradient
    calculation by a variable; switch gradients on again in a no_grad block; grad mode
    by a boolean; is_train decides whether gradients are recorded; record gradients or
    not by an argument; turn grad on inside no_grad; same code for train and test,
    tracking gradients only in train
"""

import torch

x = torch.ones(2, requires_grad=True)

for training in (True, False):
    with torch.set_grad_enabled(training):  # <-
        print(training, (x * 2).requires_grad, torch.is_grad_enabled())
        #> True True True
        #> False False False

with torch.no_grad(), torch.enable_grad():
    print((x * 2).requires_grad)
    #> True
