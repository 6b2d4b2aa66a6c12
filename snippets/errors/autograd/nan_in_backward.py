r"""Function 'SqrtBackward0' returned nan values in its 0th output: a gradient is NaN.

Anomaly mode stops at the first operation whose gradient is NaN; the name is the
operation. The usual cause is an infinite gradient times zero: `sqrt` or `log` of 0, a
power below 1 of 0, `log(softmax(x))` of large logits, 0 / 0. `torch.where` after the
operation does not help: the branch not taken is differentiated too. Give the operation
an input that is safe. A loss that is NaN already, of NaN in the data or weights that
have grown without bound, gives it as well: look at the forward pass first. See
[`detect_anomaly`](../autograd/further.md#detect_anomaly).

Raises:
    RuntimeError: `(x.sqrt() * x).sum().backward()` Function 'SqrtBackward0' returned
        nan values in its 0th output.
    RuntimeError: `(x / x).sum().backward()` Function 'DivBackward0' returned nan values
        in its 1th output.

Also worded:
    RuntimeError: Function 'PowBackward0' returned nan values in its 0th output.
    RuntimeError: Function 'LogBackward0' returned nan values in its 0th output.
    RuntimeError: Function 'ExpBackward0' returned nan values in its 0th output.
    RuntimeError: Function 'MulBackward0' returned nan values in its 0th output.
    RuntimeError: Function 'SqrtBackward' returned nan values in its 0th output.
    UserWarning: Error detected in SqrtBackward0. Traceback of forward call that caused
      the error:
    UserWarning: Error detected in SqrtBackward0. No forward pass information available.
      Enable detect anomaly during forward pass for more information.

Asked as:
    torch.where still produces nan gradients; log of zero probability in backward; loss
    is a number but the gradients are nan; distance of a point to itself gives nan
    gradient; add epsilon before sqrt; masked values give nan gradients
"""

import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")  # the traceback of the forward line is a warning
torch.autograd.set_detect_anomaly(True)
x = torch.tensor([0.0, 4.0], requires_grad=True)
try:
    torch.where(x > 0, x.sqrt(), 0.0).sum().backward()
except RuntimeError as error:
    print(error)
    #> Function 'SqrtBackward0' returned nan values in its 0th output.

# A root: replace the input, not the result; or add a small number.
safe = torch.where(x > 0, x, 1.0)  # <-
torch.where(x > 0, safe.sqrt(), 0.0).sum().backward()
print(x.grad)
#> tensor([0.0000, 0.2500])
torch.sqrt(F.mse_loss(x, x.detach()) + 1e-8).backward()

# A logarithm: of values that are kept away from 0.
(x * x.clamp(min=1e-6).log()).sum().backward()

# Probabilities: the logarithm and the softmax in one.
logits = torch.tensor([1000.0, 0.0], requires_grad=True)
F.log_softmax(logits, dim=0)[1].backward()
print(logits.grad)
#> tensor([-1.,  1.])
