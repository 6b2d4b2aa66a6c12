r"""iteration over a 0-d tensor: it is one number, not a sequence.

Something goes through the elements of a tensor of shape (): a `for`, `list`, `zip`,
`sum`, `max` or an assignment to several names. Usual causes: a function that returns
one value is unpacked into two; predictions of a batch of one went through `squeeze()`;
a loss in a list's place, `losses.extend(loss)`.

Raises:
    TypeError: `list(loss)` iteration over a 0-d tensor
    TypeError: `len(loss)` len() of a 0-d tensor
    TypeError: `[].extend(loss)` iteration over a 0-d tensor

Asked as:
    zip of two scalar tensors; losses.extend(loss) instead of append; unpack a loss into
    two variables; squeeze() and the last batch with one sample; y_pred has no length;
    loss, acc = criterion(...) fails
"""

import torch

loss = torch.tensor([1.0, 3.0]).mean()
try:
    value, accuracy = loss
except TypeError as error:
    print(error)
    #> iteration over a 0-d tensor

# One value: one name.
value = loss.item()  # <-
print(value)
#> 2.0

# A list grows by one value with append.
losses = []
losses.append(value)
print(losses)
#> [2.0]

# The last batch has one sample, and squeeze() leaves no dimension: name it.
output = torch.tensor([[0.5]])  # (1, 1)
print(output.squeeze().shape, output.squeeze(1).tolist())
#> torch.Size([]) [0.5]

# A tensor that may be either.
for number in loss.reshape(-1):
    print(number)
    #> tensor(2.)
