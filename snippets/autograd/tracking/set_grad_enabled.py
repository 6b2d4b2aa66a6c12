"""set_grad_enabled: tracking by a flag.

One function for training and validation. `torch.enable_grad()` switches tracking on
again inside a `no_grad` block.

Attributes: Shapes
    x: (2,) float32
"""

import torch

x = torch.ones(2, requires_grad=True)

for training in (True, False):
    with torch.set_grad_enabled(training):
        print(training, (x * 2).requires_grad, torch.is_grad_enabled())
        #> True True True
        #> False False False

with torch.no_grad(), torch.enable_grad():
    print((x * 2).requires_grad)
    #> True
