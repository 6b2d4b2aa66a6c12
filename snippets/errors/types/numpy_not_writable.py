r"""The given NumPy array is not writable: a warning about shared memory.

`from_numpy` and `as_tensor` share memory with the array, and this one is read-only:
writing to the tensor would write where nothing may. Usual causes: `np.asarray(image)`
of a PIL picture; `np.frombuffer`; memory-mapped files; `to_numpy()` of pandas 3. The
warning comes once a process. Copy the data, with `np.array` or `torch.tensor`; where
nothing writes to the tensor it is harmless.

Warns:
    UserWarning: `torch.frombuffer(b"abcd", dtype=torch.uint8)`
        The given buffer is not writable, and PyTorch does not support non-writable
        tensors.

Also worded:
    UserWarning: The given NumPy array is not writable, and PyTorch does not support
      non-writable tensors. This means writing to this tensor will result in undefined
      behavior. You may want to copy the array to protect its data or make it writable
      before converting it to a tensor. This type of warning will be suppressed for the
      rest of this program.
    UserWarning: The given NumPy array is not writeable, and PyTorch does not support
      non-writeable tensors. This means you can write to the underlying (supposedly
      non-writeable) NumPy array using the tensor. You may want to copy the array to
      protect its data or make it writeable before converting it to a tensor.
    UserWarning: The given NumPy array is not writable, and PyTorch does not support
      non-writable tensors. This means you can write to the underlying (supposedly
      non-writable) NumPy array using the tensor.

Asked as:
    warning about a read-only array in from_numpy; np.asarray of a PIL image to tensor;
    warning when MNIST is loaded; np.frombuffer to tensor; silence the warning about a
    non-writable array; tensor from bytes warns
"""

import warnings

import numpy as np
import torch

array = np.frombuffer(b"abcd", dtype=np.uint8)
print(array.flags.writeable)
#> False
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.from_numpy(array)
print(str(caught[0].message).split(", ")[0])
#> The given NumPy array is not writable

# Copy the array, or let `tensor` copy.
x = torch.from_numpy(array.copy())  # <- (4,) uint8
y = torch.tensor(array)
x[0] = 0
print(x.tolist(), y.tolist())
#> [0, 98, 99, 100] [97, 98, 99, 100]

# Bytes: a bytearray may be written to.
print(torch.frombuffer(bytearray(b"abcd"), dtype=torch.uint8))
#> tensor([ 97,  98,  99, 100], dtype=torch.uint8)
