r"""Error(s) in loading state_dict, size mismatch for: a tensor of another shape.

The name is in both, but the tensor in the file has another shape than the one in the
model. Usual causes: another number of classes in the last layer; a model made with
another width, vocabulary or image size than the one that was saved; weights of another
variant of the architecture. `strict=False` does not help: it is about names, not
shapes. See [mismatched head](../checkpoints/index.md#mismatched_head).

Raises:
    RuntimeError: `net(3).load_state_dict(saved, strict=False)` size mismatch for
        head.weight: copying a param with shape torch.Size([10, 4]) from checkpoint, the
        shape in current model is torch.Size([3, 4]).

Also worded:
    RuntimeError: Error(s) in loading state_dict for ResNet: size mismatch for
      fc.weight: copying a param with shape torch.Size([1000, 512]) from checkpoint, the
      shape in current model is torch.Size([10, 512]).
    RuntimeError: Error(s) in loading state_dict for DataParallel: size mismatch for
      module.fc.weight: copying a param with shape torch.Size([1000, 2048]) from
      checkpoint, the shape in current model is torch.Size([2, 2048]).
    size mismatch for fc.weight: copying a param of torch.Size([1000, 512]) from
      checkpoint, where the shape is torch.Size([10, 512]) in current model.
    While copying the parameter named "fc.weight", whose dimensions in the model are
      torch.Size([10, 512]) and whose dimensions in the checkpoint are torch.Size([1000,
      512])
    size mismatch for embedding.weight: copying a param with shape torch.Size([5000,
      128]) from checkpoint, the shape in current model is torch.Size([5200, 128]).

Asked as:
    weights saved with 10 outputs, model made with 3; embedding has a different
    vocabulary size than the saved one; strict=False does not skip a wrong shape;
    fine-tuned classifier does not accept the old fc layer; copying a param fails
    because of the shape; loaded a resnet50 file into a resnet18
"""

import textwrap
from collections import OrderedDict

from torch import nn


def net(classes, width=4):
    layers = {"body": nn.Linear(8, width), "head": nn.Linear(width, classes)}
    return nn.Sequential(OrderedDict(layers))


saved = net(10).state_dict()
try:
    net(3).load_state_dict(saved)
except RuntimeError as error:
    print(textwrap.fill(str(error).splitlines()[1].strip(), 80))
    #> size mismatch for head.weight: copying a param with shape torch.Size([10, 4])
    #> from checkpoint, the shape in current model is torch.Size([3, 4]).

# Other classes: load into the model as it was saved, then give it a new head.
model = net(10)
print(model.load_state_dict(saved))
#> <All keys matched successfully>
model.head = nn.Linear(4, 3)  # <-

# Or leave the head's tensors out; the new head keeps its own.
model = net(3)
rest = {name: value for name, value in saved.items() if not name.startswith("head.")}
print(model.load_state_dict(rest, strict=False).missing_keys)
#> ['head.weight', 'head.bias']

# Made with other settings: read them from the shapes of the file.
classes, width = saved["head.weight"].shape
print(net(classes, width).load_state_dict(saved))
#> <All keys matched successfully>
