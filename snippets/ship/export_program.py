"""torch.export: the whole model in one file, without its classes.

Runs `forward` once, on stand-ins of the example inputs, and notes the operations. The
`.pt2` file holds the operations and the weights; who loads it needs torch, not your
code, but for a [`custom_op`](#custom_op). Call `eval()` before: the mode is fixed with
the rest, and so is every size that is not named as [dynamic](#export_dynamic).

Attributes: Shapes
    x: (3, 4) float32

Raises:
    AssertionError: `loaded(torch.ones(5, 4))` Guard failed: input.size()[0] == 3
    NotImplementedError: `loaded.eval()` Calling eval() is not supported yet.
    RuntimeError: `exported(x)` Unable to call ExportedProgram directly. You should use
        `exported_program.module()` instead.

Before: 2.13
    UserWarning: `...` The given buffer is not writable, and PyTorch does not
        support non-writable tensors.

Asked as:
    save a model with its architecture and weights together; load a saved network
    without importing my module or source code; serialize the complete network for
    another team or project; deliver a trained network to a customer without the
    sources; .pt2 file; ExportedProgram; tf.saved_model.save, torch.export.save;
    replacement for TorchScript; list of ATen operations of a network; ahead-of-time
    capture, save the model with its computation graph; freeze a model for deployment;
    Calling train() is not supported yet; load a model without having its class
    definition; who loads it needs only torch, not the Python class; export a trained
    model to a file for production; intermediate representation, IR of a model; deploy a
    model into a C++ service without Python; run my model in C++; give my model to
    someone else; ship a model; model to C++
"""

import tempfile
from pathlib import Path

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()
x = torch.randn(3, 4)

exported = torch.export.export(model, (x,))  # <-
print([str(node.target) for node in exported.graph.nodes if node.op == "call_function"])
#> ['aten.linear.default', 'aten.relu.default', 'aten.linear.default']

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "model.pt2"
    torch.export.save(exported, path)
    loaded = torch.export.load(path).module()
print(torch.equal(loaded(x), model(x)))
#> True
