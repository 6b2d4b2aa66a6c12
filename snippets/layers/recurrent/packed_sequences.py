r"""pack_padded_sequence and friends: sequences of several lengths.

A recurrent layer that reads a `PackedSequence` stops each sequence at its own end:
`h_n` is the last valid state, also backwards, and no step is spent on padding. Lengths
are a list or a tensor on the CPU, none of them 0. With `enforce_sorted=False` sorting
and the way back are done for you. `pad_packed_sequence` fills up to the longest length,
or to `total_length`. `pack_sequence` packs a list directly; `unpad_sequence` returns
one.

Attributes: Shapes
    padded: (N, T, 1) float32, filled up with 0
    lengths: (N,) int64
    packed.data: (7, 1) float32, every step once, in order of time
    h_n: (1, N, H) float32
    unpacked: (N, T, H) float32, 0 behind each end

Raises:
    RuntimeError: `pack_padded_sequence(padded, lengths, batch_first=True)` `lengths`
        array must be sorted in decreasing order when `enforce_sorted` is True
    RuntimeError: `pack_padded_sequence(padded, [2, 4, 0], True, False)` Length of all
        samples has to be greater than 0

Asked as:
    variable length sequences in an RNN; pad a batch of sentences;
    tf.keras.layers.Masking; tf.keras.utils.pad_sequences; ignore padding in an RNN;
    sort by length before packing; undo packing; PackedSequence; list of tensors of
    different length to one tensor; skip the zeros behind the end of a sentence;
    sentences of different length in one batch; 'lengths' argument should be a 1D CPU
    int64 tensor; stop the RNN at the real end of every sentence; pad_packed_sequence,
    pad_sequence; sequence lengths in a batch for an LSTM; zero padding should not
    change the hidden state; bidirectional LSTM on padded sentences; feed sequences of
    different lengths to a recurrent network
"""

import torch
from torch import nn
from torch.nn.utils.rnn import (
    PackedSequence,
    pack_padded_sequence,
    pack_sequence,
    pad_packed_sequence,
    pad_sequence,
    unpack_sequence,
    unpad_sequence,
)

sequences = [torch.tensor([[1.0], [2.0]]), torch.arange(3.0, 7).view(4, 1)]
sequences.append(torch.tensor([[9.0]]))
lengths = torch.tensor([len(s) for s in sequences], device="cpu")
padded = pad_sequence(sequences, batch_first=True)
print(padded.squeeze(2))
#> tensor([[1., 2., 0., 0.],
#>         [3., 4., 5., 6.],
#>         [9., 0., 0., 0.]])

packed = pack_padded_sequence(  # <-
    padded, lengths, batch_first=True, enforce_sorted=False
)
print(packed.data.flatten())
#> tensor([3., 1., 9., 4., 2., 5., 6.])
print(packed.batch_sizes.tolist())
#> [3, 2, 1, 1]

gru = nn.GRU(1, 5, batch_first=True)
output, h_n = gru(packed)
unpacked, unpacked_lengths = pad_packed_sequence(output, batch_first=True)
print(unpacked_lengths.tolist())
#> [2, 4, 1]
print(torch.equal(h_n[0, 0], unpacked[0, 1]), unpacked[0, 2:].abs().sum().item())
#> True 0.0

with torch.device("cpu"):  # for the lengths, if the default device is another
    same = pack_sequence(sequences, enforce_sorted=False)
print(torch.equal(same.data, packed.data))
#> True
print(unpad_sequence(padded, lengths, batch_first=True)[0].flatten())
#> tensor([1., 2.])
print(isinstance(packed, PackedSequence), unpack_sequence(packed)[2])
#> True tensor([[9.]])
