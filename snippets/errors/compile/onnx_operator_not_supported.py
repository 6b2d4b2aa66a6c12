r"""Exporting the operator to ONNX opset version is not supported: no ONNX twin.

ONNX has a fixed list of operations for each opset, and the exporter cannot write this
one with them, or only with those of a later one. The message then says which: raise
`opset_version`. Else write the operation from others, move it out of the model (before
or after the session), or use the newer exporter, `dynamo=True`, which takes some that
the older one lacks, but not all that it has, such as `cdist`. See
[`torch.onnx.export`](../ship/index.md#onnx_export).

Raises:
    ConversionError: `export(Inverse())` No ONNX function found for
        <OpOverload(op='aten.linalg_inv

Also worded:
    torch.onnx.errors.UnsupportedOperatorError: Exporting the operator 'aten::fft_fft2'
      to ONNX opset version 17 is not supported. Please feel free to request support or
      submit a pull request on PyTorch GitHub
    RuntimeError: Exporting the operator grid_sampler to ONNX opset version 11 is not
      supported. Please feel free to request support or submit a pull request on PyTorch
      GitHub.
    torch.onnx.errors.UnsupportedOperatorError: Exporting the operator
      'aten::scaled_dot_product_attention' to ONNX opset version 13 is not supported.
      Support for this operator was added in version 14, try exporting with this version
    torch.onnx.errors.UnsupportedOperatorError: Exporting the operator
      'aten::linalg_inv' to ONNX opset version 20 is not supported
    torch.onnx._internal.exporter._errors.DispatchError: No ONNX function found for
      <OpOverload(op='aten.linalg_inv_ex', overload='default')>. Failure message: No
      decompositions registered for the real-valued input
    torch.onnx.errors.SymbolicValueError: Unsupported: ONNX export of operator
      adaptive_avg_pool2d, output size that are not factor of input size.

Asked as:
    grid_sample to ONNX; inverse of a matrix in an onnx file; deformable convolution to
    ONNX; opset_version=11 is too old; onnx export of scaled_dot_product_attention;
    adaptive pooling cannot be exported
"""
# needs: onnx, onnxscript

import io
import warnings

import torch
import torch.nn.functional as F
from torch import nn

warnings.simplefilter("ignore")  # the older exporter is deprecated


class Inverse(nn.Module):
    def forward(self, x):
        return torch.linalg.inv(x)


class Sample(nn.Module):
    def forward(self, x):
        grid = torch.zeros(1, 2, 2, 2)
        return F.grid_sample(x, grid, align_corners=False)


def export(model, **options):
    x, file = torch.ones(1, 1, 4, 4), io.BytesIO()
    torch.onnx.export(model.eval(), (x,), file, verbose=False, **options)
    return "exported"


try:
    export(Inverse())
except torch.onnx.OnnxExporterError as error:
    print(str(error).split("DispatchError'>: ")[1].split(",")[0])
    #> No ONNX function found for <OpOverload(op='aten.linalg_inv_ex'

# The older exporter: an opset that has the operator, 16 for grid_sample.
print(export(Sample(), opset_version=16, dynamo=False))  # <-
#> exported

# The newer exporter takes it as it is.
print(export(Sample()))
#> exported
