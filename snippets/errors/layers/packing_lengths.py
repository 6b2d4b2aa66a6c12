r"""'lengths' argument should be a 1D CPU int64 tensor: packing on a GPU.

`pack_padded_sequence` reads the lengths on the CPU, also where the batch is on a GPU,
one per sequence and none of them 0. Usual causes: lengths that were moved to the GPU
with the batch; a second axis, (N, 1); an empty sequence in the batch; lengths that
increase, without `enforce_sorted=False`. See [packed
sequences](../layers/recurrent.md#packed_sequences).

Raises:
    RuntimeError: `pack_padded_sequence(padded, lengths[:, None], batch_first=True)`
        'lengths' argument should be a 1D CPU int64 tensor, but got 2D cpu Long tensor
    RuntimeError: `pack_padded_sequence(padded, [3, 0], batch_first=True)`
        Length of all samples has to be greater than 0, but found an element in
        'lengths' that is <= 0

Also worded:
    RuntimeError: 'lengths' argument should be a 1D CPU int64 tensor, but got 1D cuda:0
      Long tensor
    RuntimeError: 'lengths' argument should be a 1D CPU int64 tensor
    RuntimeError: `lengths` array must be sorted in decreasing order when
      `enforce_sorted` is True. You can pass `enforce_sorted=False` to
      pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do
      not need ONNX exportability.
    RuntimeError: Expected `len(lengths)` to be equal to batch_size, but got 2
      (batch_size=3)
    ValueError: lengths array has to be sorted in decreasing order
    ValueError: Length of all samples has to be greater than 0, but found an element in
      'lengths' that is <=0

Asked as:
    pack_padded_sequence with lengths on the GPU; empty sentence in a batch for an LSTM;
    lengths must be sorted in decreasing order; number of lengths is not the batch size;
    packing fails after moving everything to cuda; enforce_sorted error
"""

import torch
from torch.nn.utils.rnn import pack_padded_sequence

padded = torch.zeros(2, 3, 4)  # 2 sequences, at most 3 steps
lengths = torch.tensor([[2], [3]])  # (2, 1)
try:
    pack_padded_sequence(padded, lengths, batch_first=True)
except RuntimeError as error:
    print(error)
    #> 'lengths' argument should be a 1D CPU int64 tensor, but got 2D cpu Long tensor

# One axis, on the CPU; any order with `enforce_sorted=False`.
lengths = lengths.flatten().cpu()  # <- (2,)
packed = pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=False)
print(packed.batch_sizes)
#> tensor([2, 2, 1])

# A list of numbers works as well.
packed = pack_padded_sequence(padded, [3, 2], batch_first=True)
print(packed.batch_sizes)
#> tensor([2, 2, 1])

# An empty sequence: leave it out, or count one step of padding.
lengths = torch.tensor([3, 0])
kept = lengths > 0
packed = pack_padded_sequence(padded[kept], lengths[kept], batch_first=True)
print(packed.batch_sizes)
#> tensor([1, 1, 1])
packed = pack_padded_sequence(padded, lengths.clamp(min=1), batch_first=True)
print(packed.batch_sizes)
#> tensor([2, 1, 1])
