r"""INVALID_ARGUMENT, Got invalid dimensions for input: the feed is not as declared.

`session.run(None, feed)` takes a dictionary from names to NumPy arrays, exactly as the
file declares them. Usual causes: another name than `input_names` gave; a batch of
another size than the example's, for no dimension was marked as dynamic; a missing batch
dimension; float64 from NumPy; a tensor in place of an array. Ask the session for its
inputs, and export with [`dynamic_shapes`](../ship/index.md#onnx_export).

Raises:
    InvalidArgument: `run(fixed, {"images": np.zeros((2, 4), np.float32)})` Got invalid
        dimensions for input: images for the following indices
    InvalidArgument: `run(fixed, {"images": np.zeros((1, 4))})` Unexpected input data
        type. Actual: (tensor(double)) , expected: (tensor(float))

Before: 2.14
    FutureWarning: `...` `isinstance(treespec, LeafSpec)` is deprecated, use
        `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.

Also worded:
    [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Got invalid dimensions for input: input
      for the following indices
    [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Invalid Feed Input Name:x
    [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Invalid input name: x
    [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Invalid rank for input: images Got: 1
      Expected: 2 Please fix either the inputs/outputs or the model.
    ValueError: Required inputs (['images']) are missing from input feed (['x']).
    RuntimeError: Input must be a list of dictionaries or a single numpy array for input
      'images'.
    AttributeError: 'numpy.ndarray' object has no attribute 'keys'

Asked as:
    onnx model accepts batch size 1 only; list the inputs of an InferenceSession;
    onnxruntime wants float, got double; index 0 Got 2 Expected 1; ONNX file with a
    fixed image size; wrong rank of an input in onnxruntime
"""
# needs: onnx, onnxscript, onnxruntime

import numpy as np
import onnxruntime
import torch
from torch import nn


def session(**options):
    model, x = nn.Linear(4, 2).eval(), torch.ones(2 if options else 1, 4)
    program = torch.onnx.export(
        model, (x,), input_names=["images"], dynamo=True, verbose=False, **options
    )
    data = program.model_proto.SerializeToString()
    return onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])


def run(session, feed):
    return session.run(None, feed)[0].shape


fixed = session()
x = np.zeros((2, 4), np.float32)
try:
    run(fixed, {"images": x})
except Exception as error:
    print(str(error).splitlines()[0].split(" : ")[-1])
    #> Got invalid dimensions for input: images for the following indices

# What the file declares.
print([(i.name, i.shape, i.type) for i in fixed.get_inputs()])  # <-
#> [('images', [1, 4], 'tensor(float)')]

# Another batch size: mark the dimension while exporting, example batch 2 or more.
free = session(dynamic_shapes=({0: torch.export.Dim("batch")},))
print(run(free, {"images": x}))
#> (2, 2)

# Another type: float32.
print(run(fixed, {"images": np.zeros((1, 4)).astype(np.float32)}))
#> (1, 2)
