r"""Cannot convert a MPS Tensor to float64 dtype: the GPU of a Mac has no float64.

Tensors of float64 cannot go to "mps": make them float32 before the move, on the CPU.
They come from NumPy and pandas, whose floats are float64, from `torch.tensor` of a
NumPy number, from `.double()` and from `default_collate` of Python floats. Some
operations are missing there too; `PYTORCH_ENABLE_MPS_FALLBACK=1`, set before Python
starts, lets the CPU run those.

Also worded:
    TypeError: Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't
      support float64. Please use float32 instead.
    TypeError: Trying to convert Double to the MPS backend but it does not have support
      for that dtype.
    TypeError: BFloat16 is not supported on MPS
    NotImplementedError: The operator 'aten::_ctc_loss' is not currently implemented for
      the MPS device.
    NotImplementedError: The operator 'aten::linalg_eigh' is not currently implemented
      for the MPS device. If you want this op to be considered for addition please
      comment on https://github.com/pytorch/pytorch/issues/77764. As a temporary fix,
      you can set the environment variable `PYTORCH_ENABLE_MPS_FALLBACK=1` to use the
      CPU as a fallback for this op.

Asked as:
    double tensors on a Mac M1 or M2; Dataset with numpy columns fails on mps;
    PYTORCH_ENABLE_MPS_FALLBACK; an operator is missing on Apple silicon; run one
    operation on the CPU, the rest on mps; move the loss to the CPU because mps lacks it
"""

import numpy as np
import torch
from torch.utils.data import default_collate

has_mps = torch.backends.mps.is_available()
device = torch.device("mps" if has_mps else "cpu")

# From NumPy: float32 first, then the move; `.to(device).float()` is too late.
column = np.array([0.5, 1.5])
x = torch.from_numpy(column)
print(x.dtype, x.float().to(device).dtype)  # <-
#> torch.float64 torch.float32

# Targets that are Python floats become float64 in a batch.
targets = default_collate([0.5, 1.5])
print(targets.dtype, targets.to(device, torch.float32).dtype)
#> torch.float64 torch.float32

# A missing operation: on the CPU, and back.
values = torch.linalg.eigvalsh(torch.eye(2, device=device).cpu()).to(device)
print(values.tolist())
#> [1.0, 1.0]
