"""onnx.load: what an ONNX file expects and gives.

Names, sizes and types of inputs and outputs are in the file; a size that varies has a
name in place of a number. `onnx.checker.check_model` raises where the file is
incomplete. The opset is the version of the operators: a runtime older than the file
refuses it, and `opset_version=` in `torch.onnx.export` asks for another.

Before: 2.14
    FutureWarning: `...` `isinstance(treespec, LeafSpec)` is deprecated, use
        `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.

Asked as:
    names of the inputs of a .onnx model; what to feed an onnx network, its input shape;
    look inside or debug an onnx file someone sent me; Netron; which opset version; set
    opset_version; list the operators of the graph; verify that an onnx file is valid,
    not corrupt; is under development and support for this is limited;
    session.get_inputs(); dim_param and dim_value; print an onnx graph, its nodes and
    layers; read the metadata of an onnx model; does the onnx model expect float or
    double; opset too new for my runtime
"""
# needs: onnx, onnxscript, onnxruntime

import tempfile
from pathlib import Path

import onnx
import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 2), nn.Softmax(dim=1)).eval()
program = torch.onnx.export(
    model,
    (torch.ones(2, 4),),
    dynamo=True,
    input_names=["features"],
    output_names=["probabilities"],
    dynamic_shapes=({0: torch.export.Dim("batch")},),
    opset_version=18,
    verbose=False,
)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "model.onnx"
    program.save(path)
    onnx.checker.check_model(path)
    proto = onnx.load(path)  # <-

for value in (*proto.graph.input, *proto.graph.output):
    sizes = [d.dim_param or d.dim_value for d in value.type.tensor_type.shape.dim]
    print(value.name, sizes)
    #> features ['batch', 4]
    #> probabilities ['batch', 2]
print([node.op_type for node in proto.graph.node], proto.opset_import[0].version)
#> ['Gemm', 'Softmax'] 18
