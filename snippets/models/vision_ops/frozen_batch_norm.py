"""FrozenBatchNorm2d: batch norm that never learns and never moves.

Its weight, bias and statistics are buffers: the optimizer does not see them, and
training mode changes nothing. For detectors, whose batches are small.

Asked as:
    frozen batch norm; ops.FrozenBatchNorm2d; batch norm with fixed statistics; freeze
    batch norm for detection; convert BatchNorm2d to a frozen one; batch norm without
    parameters; norm layer of Faster R-CNN backbone; batch norm in a detector with batch
    size 2; running stats as buffers, weights as buffers; norm_layer for fine-tuning a
    detector; batch norm that ignores train()
"""

import torch
from torch import nn
from torchvision import ops

torch.manual_seed(0)
bn = nn.BatchNorm2d(4)
bn(torch.randn(8, 4, 5, 5))  # moves the running statistics

frozen = ops.FrozenBatchNorm2d(4)  # <-
frozen.load_state_dict(bn.state_dict())
print(len(list(frozen.parameters())), [name for name, _ in frozen.named_buffers()])
#> 0 ['weight', 'bias', 'running_mean', 'running_var']

x = torch.randn(2, 4, 5, 5)
print(torch.allclose(frozen.train()(x), bn.eval()(x), atol=1e-5))
#> True
