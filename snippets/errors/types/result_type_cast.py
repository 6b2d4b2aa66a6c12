r"""result type Float can't be cast to the desired output type: in place.

Arithmetic in place puts no floats into a tensor of integers, no integers into bools and
no complex numbers into floats. Assignment, `x[0] = 2.7`, and `fill_` do: 2.7 becomes 2.
Usual causes: an operation in place (`+=`, `/=`, `mul_`) on a tensor of integers or
bytes; a target of integers in
[`BCEWithLogitsLoss`](../losses/classification.md#bce_with_logits); `Dropout` of
integers in training; a counter made with `torch.tensor(0)`.

Raises:
    RuntimeError: `torch.tensor([1, 2]).add_(0.5)`
        result type Float can't be cast to the desired output type Long
    RuntimeError: `loss_fn(torch.zeros(2), torch.tensor([0, 1]))`
        result type Float can't be cast to the desired output type Long

Also worded:
    RuntimeError: result type Float can't be cast to the desired output type Byte
    RuntimeError: result type Float can't be cast to the desired output type Int
    RuntimeError: result type Float can't be cast to the desired output type Bool
    RuntimeError: result type Long can't be cast to the desired output type Bool
    RuntimeError: result type ComplexFloat can't be cast to the desired output type
      Float
    RuntimeError: result type Double can't be cast to the desired output type Long
    RuntimeError: result type Float can't be cast to the desired output type long int
    RuntimeError: result type Float can't be cast to the desired output type __int64

Asked as:
    integer labels in BCEWithLogitsLoss; running total that starts at torch.tensor(0);
    dropout on token ids; binary classification, labels are long; multiply a uint8
    picture in place; true division assigned back to an integer tensor
"""

import torch
from torch import nn

image = torch.tensor([0, 128, 255], dtype=torch.uint8)
loss_fn = nn.BCEWithLogitsLoss()
try:
    image /= 255
except RuntimeError as error:
    print(error)
    #> result type Float can't be cast to the desired output type Byte

# In place on integers: make a new tensor instead.
image = image / 255  # <-
print(image)
#> tensor([0.0000, 0.5020, 1.0000])

# A target of integers in BCEWithLogitsLoss: to float, in the shape of the logits.
logits, target = torch.zeros(2), torch.tensor([0, 1])
print(loss_fn(logits, target.float()))
#> tensor(0.6931)

# A counter that starts at an integer: start at 0.0.
total = torch.tensor(0.0)
total += 0.5
print(total)
#> tensor(0.5000)

# Integers are wanted: name the rounding.
print(torch.tensor([7, 9]).div_(2, rounding_mode="floor"))
#> tensor([3, 4])
