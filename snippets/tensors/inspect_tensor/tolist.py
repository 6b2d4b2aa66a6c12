r"""tolist: all elements as nested Python lists.

For JSON, or to compare in a test. A scalar gives a number. float32 values show the
digits that float64 sees.

Attributes: Shapes
    x: (2, 2) float32

Asked as:
    convert a tensor to a Python list; tensor back to an ordinary python list; Object of
    type Tensor is not JSON serializable; json.dump a tensor; write predictions to a
    text or csv file; ndarray.tolist; list(x) holds tensors, not numbers; compare with
    expected values in a unit test; 0.1 turns into 0.10000000149; int ids for a
    dictionary lookup; tensor to nested list; save tensor values as json or text; tensor
    to list
"""

import torch

x = torch.tensor([[0.5, 0.1], [2.0, 3.0]])
print(x.tolist())  # <-
#> [[0.5, 0.10000000149011612], [2.0, 3.0]]
print(torch.tensor(3).tolist())
#> 3
