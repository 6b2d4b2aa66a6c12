r"""Many to one: classify a sequence by its last valid step.

The padding of a batch must not count: `output[:, -1]` is a state from behind the end of
the shorter sequences. Packed input gives the right state as `h_n[-1]`; without packing,
pick step `length - 1` of each row. For a bidirectional layer pack, and join `h_n[-2]`
and `h_n[-1]`.

Attributes: Shapes
    tokens: (N, T) int64, filled up with 0
    lengths: (N,) int64
    logits: (N, K) float32, K classes
    last: (N, H) float32

Asked as:
    sentiment analysis with an LSTM text classifier; sequence classification; last
    hidden state of a padded batch; return_sequences=False; why is output[:, -1, :]
    wrong; take the output at the length of each row; one label for a whole time series;
    sequence classification with an RNN; gather the last time step; prediction depends
    on how much padding a sentence has; predict one label per sequence; is output[:, -1]
    wrong when sequences are padded; which hidden state goes into the classifier; last
    output of an LSTM for classification; only the final output of an RNN; Linear on top
    of an LSTM
"""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence


class Classifier(nn.Module):
    def __init__(self, words, classes):
        super().__init__()
        self.embedding = nn.Embedding(words, 4, padding_idx=0)
        self.gru = nn.GRU(4, 5, batch_first=True)
        self.head = nn.Linear(5, classes)

    def forward(self, tokens, lengths):
        packed = pack_padded_sequence(
            self.embedding(tokens), lengths.cpu(), True, enforce_sorted=False
        )
        h_n = self.gru(packed)[1]
        return self.head(h_n[-1])


torch.manual_seed(0)
model = Classifier(words=10, classes=2)
tokens = torch.tensor([[5, 2, 0, 0], [7, 1, 8, 3], [4, 9, 6, 0]])
lengths = torch.tensor([2, 4, 3])
logits = model(tokens, lengths)

output = model.gru(model.embedding(tokens))[0]  # (3, 4, 5)
last = output[torch.arange(3), lengths - 1]  # <-
print(torch.allclose(model.head(last), logits, atol=1e-3))
#> True
print(torch.isclose(model.head(output[:, -1]), logits, atol=1e-3).all(dim=1))
#> tensor([False,  True, False])
