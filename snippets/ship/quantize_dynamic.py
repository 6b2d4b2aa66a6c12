"""quantize_dynamic: linear weights of one byte, on the CPU.

Weights become int8 once; activations are quantised at every call. Serves models that
are mostly `Linear` or `LSTM`. `torch.ao.quantization` is deprecated, yet still there in
2.15 although its warning says otherwise; new code takes `quantize_` of the separate
package torchao. Measure the accuracy afterwards: here no output moves by more than
0.05.

Attributes: Shapes
    x: (8, 64) float32

Warns:
    DeprecationWarning: `quantize_dynamic(model, {nn.Linear}, dtype=torch.qint8)`
        torch.ao.quantization is deprecated

Asked as:
    int8 quantization; 8-bit inference; compress a network; shrink a trained network to
    a quarter, four times smaller; post-training quantization; faster LSTM or BERT
    without a GPU; torch.quantization.quantize_dynamic; tf.lite.Optimize.DEFAULT;
    torchao; lower precision than float32 for speed; does quantizing cost accuracy;
    model too big for a Raspberry Pi; smaller and faster Linear layers on a CPU without
    graphics card; make the model smaller on disk, for deployment; int8 weights, store
    weights in 8 bits; weights from float32 to 8-bit integers; less memory for the
    weights on a small server; 8-bit model; quantise a model to int8
"""

import io
import warnings

import torch
from torch import nn
from torch.ao.quantization import quantize_dynamic

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 10)).eval().cpu()
x = torch.randn(8, 64).cpu()

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    small = quantize_dynamic(model, {nn.Linear}, dtype=torch.qint8)  # <-
print(small[0].weight().dtype, type(small[0]).__name__)
#> torch.qint8 Linear


def size(module):
    file = io.BytesIO()
    torch.save(module.state_dict(), file)
    return file.tell()


print(size(model) / size(small) > 3)
#> True
print((small(x) - model(x)).abs().max().item() < 0.05)
#> True
