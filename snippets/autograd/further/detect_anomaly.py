"""detect_anomaly: where a NaN gradient came from.

`backward` fails at the first NaN, and the traceback of the forward line is printed.
Slow: switch it on to find the bug, then off.

Attributes: Shapes
    x: (2,) float32
"""

import warnings

import torch

x = torch.tensor([0.0, 1.0], requires_grad=True)
(x.sqrt() * x).sum().backward()
print(x.grad)  # at 0: 0 from x, and infinity times 0
#> tensor([   nan, 1.5000])

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns, with the traceback of the forward call
    torch.autograd.set_detect_anomaly(True)
    try:
        (x.sqrt() * x).sum().backward()
    except RuntimeError as error:
        print(error)
        #> Function 'SqrtBackward0' returned nan values in its 0th output.
