r"""batch_first=True forgotten: samples are read as time steps.

Recurrent and attention layers take time first, (L, N, D), unless told otherwise. A
batch (N, L, D) fits as well and the output has the shape you expect, but a recurrent
layer runs from sample to sample, and attention looks at the other samples instead of
the other steps. Predictions change with the rest of the batch, in an LSTM with its
order too. Set `batch_first=True`; `h_n` of [an LSTM](../layers/recurrent.md#lstm) stays
(layers, N, H) with it. To test any model: change one sample, in eval mode, and see
which outputs change.

Asked as:
    forgot batch_first=True; LSTM without batch_first on (batch, seq, features);
    prediction of one sample depends on the other samples in the batch; order of the
    batch changes the LSTM output; nn.TransformerEncoder mixes samples; attention across
    the batch instead of the sequence; is the default of nn.LSTM batch first; LSTM
    trains but does not learn the sequence; single sequence gives another output than in
    a batch; does the transformer expect batch or sequence first; GRU input (N, L, D)
    without an error but wrong; samples of a batch influence each other
"""

import torch
from torch import nn


def changed_samples(batch_first):
    torch.manual_seed(0)
    lstm = nn.LSTM(input_size=8, hidden_size=8, batch_first=batch_first)
    layer = nn.TransformerEncoderLayer(8, nhead=2, batch_first=batch_first)
    encoder = nn.TransformerEncoder(layer, 1, enable_nested_tensor=False).eval()
    x = torch.randn(4, 6, 8)
    other = x.clone()
    other[1] += 1  # sample 1 only
    changes = lstm(x)[0] - lstm(other)[0], encoder(x) - encoder(other)
    return [(change.abs().amax(dim=(1, 2)) > 1e-4).tolist() for change in changes]


# Wrong: sample 1 reaches others: later ones in the LSTM, all in attention.
print(changed_samples(batch_first=False))
#> [[False, True, True, True], [True, True, True, True]]

# Right: it reaches only itself.
print(changed_samples(batch_first=True))  # <-
#> [[False, True, False, False], [False, True, False, False]]
