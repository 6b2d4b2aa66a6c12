r"""dtype and device: the type of the elements, and where they are.

Most layers with weights take inputs of one floating type, operations those of one
device; 0-d tensors and the index in `x[index]` on the CPU mix.

Attributes: Shapes
    x: (2,) float32
    n: (2,) int64

Asked as:
    is my tensor on gpu or cpu; x.is_cuda; x.get_device(); x.type(); is it float32 or
    float64; is it a float or an int tensor; which gpu holds this tensor; check the data
    type, what type is a tensor; get the datatype, type(x) only says torch.Tensor; find
    the tensor that is still on the cpu; torch.is_floating_point; check whether a tensor
    is on the gpu; x.dtype; x.device; cpu or cuda, where does this tensor live, on which
    device; find out whether numbers are stored as int or float; which device is a
    tensor stored on; know if a tensor is on the GPU
"""

import torch

x = torch.tensor([1.0, 2.0])
n = torch.tensor([1, 2])
print(x.dtype, n.dtype)  # <-
#> torch.float32 torch.int64
print(x.device == n.device)
#> True
print(x.is_floating_point(), n.is_floating_point())
#> True False
