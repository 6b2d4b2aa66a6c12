"""torch.onnx.export: a model for other runtimes.

`dynamo=True` (the default since 2.9) exports through `torch.export`, so its rules hold:
eval mode, `dynamic_shapes` for the sizes that vary, no branch on values. Needs the
packages onnx and onnxscript. The results are close to PyTorch's, not equal: compare
them at several batch sizes; here no score differs by more than 0.00001.

Attributes: Shapes
    x: (16, 1, 8, 8) float32
    expected: (16, 10) float32

Raises:
    ValueError: `session.run(None, {"x": x.cpu().numpy()})` Required inputs (['images'])
        are missing from input feed
    InvalidArgument: `session.run(None, {"images": x.double().cpu().numpy()})`
        Unexpected input data type. Actual: (tensor(double)) , expected: (tensor(float))

Before: 2.14
    FutureWarning: `...` `isinstance(treespec, LeafSpec)` is deprecated, use
        `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.

Asked as:
    make an onnx of my model, conversion of pt or pth; save as .onnx file; run a net
    without PyTorch installed; use a network from C++, C# or JavaScript; make a TensorRT
    engine; OpenVINO, ONNX conversion; session.run of onnxruntime, ort;
    InferenceSession; dynamic_axes; name the inputs and outputs;
    torch.onnx.dynamo_export; ONNX result differs from PyTorch; batch dimension is fixed
    in the onnx file; No module named 'onnxscript'; run a trained network in the browser
    or on a phone; export my trained classifier for ONNX Runtime; deploy to mobile,
    Java, Unity or .NET; dummy input of the exporter; convert a model to onnx; ONNX;
    model on Android or iPhone
"""
# needs: onnx, onnxscript, onnxruntime

import tempfile
from pathlib import Path

import onnxruntime
import torch
from torch import nn

torch.manual_seed(0)
layers = [nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 6 * 6, 10)]
model = nn.Sequential(*layers).eval()
images = torch.randn(2, 1, 8, 8)

options = {
    "input_names": ["images"],
    "output_names": ["scores"],
    "dynamic_shapes": ({0: torch.export.Dim("batch")},),
    "verbose": False,  # no progress lines
}
program = torch.onnx.export(model, (images,), dynamo=True, **options)  # <-
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "model.onnx"
    program.save(path)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])

for batch in (1, 3, 16):
    x = torch.randn(batch, 1, 8, 8)
    with torch.inference_mode():
        expected = model(x).cpu().numpy()
    (scores,) = session.run(["scores"], {"images": x.cpu().numpy()})
    print(scores.shape, abs(scores - expected).max() <= 1e-5)
    #> (1, 10) True
    #> (3, 10) True
    #> (16, 10) True
