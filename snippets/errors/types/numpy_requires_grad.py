r"""Can't call numpy() on Tensor that requires grad: detach it.

NumPy keeps no history, so a tensor that takes part in autograd is not converted
unasked. Usual causes: the output of a model, or a loss, given to NumPy, matplotlib or
scikit-learn; a list of losses. `tensor.detach()` leaves the graph; a tensor on a GPU
needs [`.cpu()`](devices.md#to_numpy_from_gpu) as well, one in bfloat16 `.float()`. See
[`detach().cpu().numpy()`](../tensors/dtypes.md#numpy_bridge).

Raises:
    RuntimeError: `output.numpy()`
        Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy()
        instead.

Also worded:
    RuntimeError: Can't call numpy() on Variable that requires grad. Use
      var.detach().numpy() instead.
    TypeError: Got unsupported ScalarType BFloat16

Asked as:
    plt.plot of a list of losses fails; numpy refuses a tensor with a gradient; np.array
    of model outputs; matplotlib cannot draw a tensor that requires grad; sklearn metric
    gets a tensor with grad_fn; imshow of a generated image with gradient
"""

import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(2, 1)
output = model(torch.ones(3, 2))
try:
    output.numpy()
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> Can't call numpy() on Tensor that requires grad

# For NumPy, matplotlib, scikit-learn; `cpu` is for a GPU and does nothing here.
array = output.detach().cpu().numpy()  # <- (3, 1)

# A prediction that needs no gradient at all.
with torch.inference_mode():
    print(model(torch.ones(3, 2)).numpy().dtype)
    #> float32

# A list of losses: keep numbers, not tensors.
losses = [output.square().mean().item() for _ in range(2)]
print(np.mean(losses).dtype)
#> float64
