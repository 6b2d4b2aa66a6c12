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

Asked as:
    ndarray to torch; torch.as_tensor; features in a pandas dataframe to tensor before
    feeding the network; tensor without copying the array; why did my array change when
    I edited the tensor; np.load a .npy file as tensor; data from numpy is double
    instead of float; negative strides after flipping an image array; object array of
    mixed columns; numpy array and tensor share memory; load numpy data into PyTorch;
    import ndarray data, X_train from numpy or sklearn; does changing the numpy array
    change the tensor; float64 numpy array gives dtype mismatch in the model; turn a
    numpy matrix into something torch can use; convert a numpy array to a tensor; can't
    convert np.ndarray of type numpy.object_; float64 tensor after coming from numpy;
    numpy to tensor; DataFrame to tensor
"""

import numpy as np
import torch

array = np.array([1.0, 2.0, 3.0])
x = torch.from_numpy(array)  # <-
array[0] = 100.0
print(x)
#> tensor([100.,   2.,   3.], dtype=torch.float64)

x[1] = 200.0
print(x.numpy())
#> [100. 200.   3.]
single = x.float()  # float32, and a copy
