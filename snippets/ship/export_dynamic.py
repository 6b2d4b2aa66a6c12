"""dynamic_shapes: one exported model for every batch size.

One item for each argument of `forward`: a dictionary from dimension to `Dim`. The name
is free; the same name in two places means the same size; `max`, and a `min` above 2,
are checked at a call. `Dim.AUTO` in place of a named one lets the export decide. Give
an example batch of at least 2: a size of 1 is fixed, and with a named `Dim` an error.

Attributes: Shapes
    x: (3, 4) float32

Raises:
    AssertionError: `exported.module()(torch.ones(65, 4))` Guard failed: input.size()[0]
        <= 64
    UserError: `torch.export.export(nn.Unflatten(0, (3, 1)), (x,),
        dynamic_shapes=shapes)` your code specialized it to be a constant (3)

Asked as:
    variable length of sequences in an exported net; allow images of any height and
    width; export only accepts the size of the example; batch size is hard-coded after
    exporting; Dim.AUTO; Dim.DYNAMIC; tf.TensorSpec with None; symbolic sizes, SymInt;
    Dim("batch", min=2, max=64), limits of a dimension; Constraints violated, run with
    TORCH_LOGS=+dynamic; specialized to a constant; example with a batch of one fixes
    the dimension; Guard failed when the image or batch has another size; exported with
    batch size 1, refuses any other; flexible first dimension, not a constant; export a
    transformer for sentences of any length; variable batch in torch.export; one
    exported file for batches of 1 and of 64
"""

import torch
from torch import nn
from torch.export import Dim

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()
x = torch.randn(3, 4)

shapes = ({0: Dim("batch", max=64)},)
exported = torch.export.export(model, (x,), dynamic_shapes=shapes)  # <-
print(list(exported.range_constraints.values()))
#> [VR[0, 64]]

for batch in (1, 5, 64):
    x_new = torch.randn(batch, 4)
    y = exported.module()(x_new)
    print(tuple(y.shape), torch.allclose(y, model(x_new)))
    #> (1, 2) True
    #> (5, 2) True
    #> (64, 2) True
