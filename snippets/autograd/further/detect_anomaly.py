"""detect_anomaly: where a NaN gradient came from.

`backward` fails at the first NaN, and the traceback of the forward line is printed.
Slow: switch it on to find the bug, then off.

Attributes: Shapes
    x: (2,) float32

Asked as:
    gradients become nan; find the operation that produces nan; debug nan in backward;
    torch.autograd.set_detect_anomaly(True); Function 'PowBackward0' returned nan values
    in its 0th output; Hint: enable anomaly detection to find the operation that failed;
    gradient of sqrt at zero is inf; weights are nan after the first update;
    jax_debug_nans; tf.debugging.enable_check_numerics; trace nan back to a line of the
    forward pass; find the line in my code that makes nan; locate the bad operation in
    backward; loss becomes nan, which operation causes it; which layer produces nan
    gradients; backward traceback of the forward call; debugging mode of autograd; nan
    in weights after loss.backward()
"""

import warnings

import torch

x = torch.tensor([0.0, 1.0], requires_grad=True)
(x.sqrt() * x).sum().backward()
print(x.grad)  # at 0: 0 from x, and infinity times 0
#> tensor([   nan, 1.5000])

with warnings.catch_warnings(record=True) as caught:
    try:
        with torch.autograd.detect_anomaly():  # <-
            (x.sqrt() * x).sum().backward()
    except RuntimeError as error:
        print(error)
        #> Function 'SqrtBackward0' returned nan values in its 0th output.
lines = str(caught[-1].message).splitlines()  # a warning holds the traceback
print([line.strip() for line in lines if "sqrt" in line])
#> ['(x.sqrt() * x).sum().backward()']
