r"""from_numpy and numpy(): one memory, two views.

Both share memory: a change on one side shows on the other. `torch.tensor(array)`
copies. NumPy's float64 stays float64, while layers expect float32: add `.float()`. From
a tensor with a gradient or on a GPU:
[`detach().cpu().numpy()`](dtypes.md#numpy_bridge).

Attributes: Shapes
    x: (3,) float64
    single: (3,) float32

Raises:
    ValueError: `torch.from_numpy(array[::-1])` At least one stride in the given numpy
        array is negative
    TypeError: `torch.from_numpy(np.array([None]))` can't convert np.ndarray of type
        numpy.object_.
"""

import numpy as np
import torch

array = np.array([1.0, 2.0, 3.0])
x = torch.from_numpy(array)
array[0] = 100.0
print(x)
#> tensor([100.,   2.,   3.], dtype=torch.float64)

x[1] = 200.0
print(x.numpy())
#> [100. 200.   3.]
single = x.float()  # float32, and a copy
