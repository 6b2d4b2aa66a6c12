r"""can't convert cuda:0 device type tensor to numpy: copy it to the CPU.

NumPy reads the memory of the CPU only. The call is often hidden: matplotlib, pandas,
scikit-learn and `np.array` convert what they get. `.cpu()` copies (a tensor of the CPU
comes back as it is), and a tensor of a graph needs `.detach()` first; `.item()` and
`.tolist()` need neither. A list of GPU tensors goes through `torch.stack`. For
bfloat16, which NumPy lacks, add `.float()`. See
[`numpy`](../tensors/dtypes.md#numpy_bridge).

Raises:
    TypeError: `torch.ones(2, device="meta").numpy()` can't convert meta device type
        tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.

Also worded:
    TypeError: can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to
      copy the tensor to host memory first.
    TypeError: can't convert CUDA tensor to numpy. Use Tensor.cpu() to copy the tensor
      to host memory first.
    TypeError: can't convert mps:0 device type tensor to numpy. Use Tensor.cpu() to copy
      the tensor to host memory first.
    TypeError: can't convert xla:0 device type tensor to numpy. Use Tensor.cpu() to copy
      the tensor to host memory first.

Asked as:
    plt.plot of losses on the GPU fails; matplotlib cannot draw a cuda tensor;
    confusion_matrix of sklearn with GPU tensors; pandas DataFrame from GPU tensors;
    copy the tensor to host memory first; detach().cpu().numpy() order
"""

import torch

try:
    torch.ones(2, device="meta").numpy()  # any device but the CPU
except TypeError as error:
    print(str(error).split(". ")[0])
    #> can't convert meta device type tensor to numpy

# A tensor: to the CPU, off the graph. The chain works on every device.
y = torch.ones(2, requires_grad=True) * 3
print(y.detach().cpu().numpy())  # <-
#> [3. 3.]

# Numbers for a plot: no NumPy needed.
print(y.tolist(), y.sum().item())
#> [3.0, 3.0] 6.0

# A list of tensors, one from each batch: one copy for all.
outputs = [torch.zeros(2), torch.ones(2)]
print(torch.stack(outputs).cpu().numpy())
#> [[0. 0.]
#>  [1. 1.]]

# bfloat16 from autocast: NumPy has no such type.
print(torch.ones(2, dtype=torch.bfloat16).float().cpu().numpy())
#> [1. 1.]
