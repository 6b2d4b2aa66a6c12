r"""is_tensor, is_floating_point, is_cuda, is_meta: questions about a tensor.

`is_floating_point` is False for complex numbers: ask `is_complex`. `is_nonzero` wants
one element, as `if x:` does. Code for other devices too asks `x.device.type`, rather
than `is_cuda`.

Attributes: Shapes
    x: (2,) float32
    z: (1,) complex64
    ghost: (2,) float32

Asked as:
    torch.is_tensor; isinstance(x, torch.Tensor); x.is_cuda, x.is_cpu; x.is_meta;
    torch.is_complex; is_floating_point; is_signed; is it a tensor or a list;
    x.is_sparse; x.is_leaf, x.is_inference; is_nonzero; tf.is_tensor; np.iscomplexobj;
    np.issubdtype floating; is_quantized, is_mps, is_xpu; check whether an object is a
    tensor; is the tensor on the meta device; torch.is_storage; is something a tensor or
    not; see if a tensor is complex, is_complex()
"""

import torch

x = torch.tensor([1.0, 2.0])
z = torch.tensor([1 + 2j])
ghost = torch.zeros(2, device="meta")
print(torch.is_tensor(x), torch.is_tensor([1.0, 2.0]))  # <-
#> True False
print(torch.is_floating_point(x), x.is_floating_point(), z.is_floating_point())
#> True True False
print(torch.is_complex(z), x.is_complex(), x.is_signed())
#> True False True
print(ghost.is_cpu, ghost.is_cuda, ghost.is_meta, ghost.device.type)
#> False False True meta
print(x.is_sparse, x.is_quantized, x.is_mps, x.is_xpu, x.get_device())
#> False False False False -1
print(x.is_leaf, x.is_inference())
#> True False
print(torch.is_nonzero(torch.tensor(0.0)), z.isreal())
#> False tensor([False])
