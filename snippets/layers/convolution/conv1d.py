r"""Conv1d: filters along a sequence.

For sound, time series and text. Input (N, C, L): the features are channels, the time is
last; text of shape (N, L, C) needs `transpose(1, 2)` first. PyTorch does not flip the
kernel: it is a cross-correlation.

$$y_{c, t} = b_c + \sum_{i, j} w_{c, i, j} \, x_{i, t + j}$$

Attributes: Shapes
    x: (1, 1, 5) float32
    y: (1, 1, 3) float32
    text: (2, 7, 16) float32, samples, words, features

Raises:
    RuntimeError: `nn.Conv1d(16, 8, kernel_size=3)(text)` expected input[2, 7, 16] to
        have 16 channels, but got 7 channels instead

Asked as:
    1d convolution over time; time series CNN; kernel moving over an audio signal or
    waveform; text CNN on word embeddings; sensor or ECG signal; tf.keras.layers.Conv1D;
    F.conv1d; np.convolve, np.correlate; convolution or cross-correlation, is the kernel
    flipped; order of (batch, words, features) for a convolution over words;
    TemporalConvolution; Expected 3-dimensional input for 3-dimensional weight;
    convolutional network for signals or time series; slide a filter over a sequence of
    words; input shape of Conv1d, channels before length; 1d CNN for tabular or sensor
    data; convolve with my own fixed kernel, a difference filter; text has the wrong
    axis order for a convolution
"""

import torch
import torch.nn.functional as F
from torch import nn

layer = nn.Conv1d(1, 1, kernel_size=3, bias=False)  # <-
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[[-1.0, 0.0, 1.0]]]))

x = torch.tensor([[[1.0, 2.0, 4.0, 7.0, 11.0]]])
y = layer(x)
print(y)  # x[t + 2] - x[t]
#> tensor([[[3., 5., 7.]]], grad_fn=<ConvolutionBackward0>)

text = torch.zeros(2, 7, 16)
print(nn.Conv1d(16, 8, kernel_size=3)(text.transpose(1, 2)).shape)
#> torch.Size([2, 8, 5])

print(F.conv1d(x, layer.weight).equal(y))
#> True
