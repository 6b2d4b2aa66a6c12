r"""Expected all tensors to be on the same device: one was not moved.

Usual causes: a batch or its targets that were not moved; a tensor that `forward` makes
without `device=x.device`; a tensor kept as a plain attribute, which `model.to(device)`
leaves where it is. `x.to(device)` gives a moved copy that has to be kept; a module
moves in place. On any machine the `meta` device shows it for sums, losses and `Linear`,
not for `@` or a convolution. More: [two
devices](../devices/index.md#mixed_device_error).

Raises:
    RuntimeError: `nn.Linear(2, 2, device=device)(torch.ones(3, 2, device="cpu"))`
        Tensor on device meta is not on the expected device cpu!
    RuntimeError: `nn.LSTM(2, 2, device=device)(torch.ones(3, 2, device="cpu"))`
        Input and parameter tensors are not at the same device, found input tensor at
        cpu and parameter tensor at meta

Also worded:
    RuntimeError: Expected all tensors to be on the same device, but found at least two
      devices, cuda:0 and cpu!
    RuntimeError: Expected all tensors to be on the same device, but found at least two
      devices, cpu and cuda:0! (when checking argument for argument mat1 in method
      wrapper_CUDA_addmm)
    RuntimeError: Expected all tensors to be on the same device, but got mat1 is on cpu,
      different from other tensors on cuda:0 (when checking argument in method
      wrapper_CUDA_addmm)
    RuntimeError: Input type (torch.FloatTensor) and weight type
      (torch.cuda.FloatTensor) should be the same or input should be a MKLDNN tensor and
      weight is a dense tensor
    RuntimeError: Input type (torch.cuda.FloatTensor) and weight type
      (torch.FloatTensor) should be the same
    RuntimeError: indices should be either on cpu or on the same device as the indexed
      tensor (cpu)
    RuntimeError: Placeholder storage has not been allocated on MPS device!
    RuntimeError: Tensor for argument weight is on cpu but expected on mps

Asked as:
    RuntimeError: two devices, the labels stayed on the CPU; to(device) without
    assigning the result; mask made in forward stays on the CPU; constant tensor of a
    module not on the GPU after model.cuda(); class weights of the loss on another
    device; inputs moved but labels forgotten
"""

import torch
from torch import nn

device = "meta"  # here in place of "cuda": any second device will do


class Shift(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)
        self.plain = torch.zeros(2)  # stays where it is
        self.moved = nn.Buffer(torch.zeros(2))

    def forward(self, x):
        return self.linear(x) + self.plain


model, x = Shift().to(device), torch.ones(3, 2)
try:
    model(x.to(device))
except RuntimeError as error:
    print(error)
    #> Tensor on device cpu is not on the expected device meta!

# A plain attribute: find it, then make it a buffer.
print(model.linear.weight.device, model.plain.device, model.moved.device)
#> meta cpu meta

# A batch: keep what `to` gives.
x = x.to(device)  # <-
y = model.linear(x) + model.moved  # (3, 2)

# A tensor made in `forward`: where the input is.
noise = torch.zeros(2, device=x.device)
print((y + noise).device)
#> meta
