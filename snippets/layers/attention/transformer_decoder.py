r"""TransformerDecoderLayer, TransformerDecoder: write while reading a memory.

Self-attention over what is written so far, attention to `memory`, the encoder's output,
then a small network. The target needs a causal `tgt_mask`: without it a position sees
the word it has to predict. Pass the encoder's padding mask as `memory_key_padding_mask`
too. A model that only writes has no memory: it is a `TransformerEncoder` with a causal
mask.

Attributes: Shapes
    memory: (N, S, E) float32, from the encoder
    target: (N, T, E) float32, embedded, shifted right
    padding: (N, S) bool, True is padding
    causal: (T, T) bool, True is hidden
    y: (N, T, E) float32

Raises:
    TypeError: `decoder(target)` missing 1 required positional argument: 'memory'
    RuntimeError: `decoder(target, memory[..., :5])` mat1 and mat2 shapes cannot be
        multiplied

Asked as:
    cross-attention to the encoder output; tgt_mask; memory_key_padding_mask; image
    captioning decoder; memory argument of a decoder; decoder cheats by seeing the next
    word; loss goes to zero because the target is not masked; generate a sequence from
    encoded input; decoder half of a seq2seq transformer; how does the decoder look at
    the encoder output; padding of the source is attended to; words attend to image
    features; tgt and memory arguments; decoder block with self-attention and
    cross-attention; stack of decoder layers; target goes in, memory comes from the
    encoder; caption or text generator on top of encoded features
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.TransformerDecoderLayer(6, nhead=2, dim_feedforward=8, batch_first=True)
decoder = nn.TransformerDecoder(layer, num_layers=2).eval()

memory = torch.randn(3, 5, 6)
target = torch.randn(3, 4, 6)
causal = torch.ones(4, 4).triu(diagonal=1).bool()
y = decoder(target, memory, tgt_mask=causal)  # <-

# With the mask, a change at the last position leaves those before it alone.
changed = target.clone()
changed[:, -1] += 1
after = decoder(changed, memory, tgt_mask=causal)
print(torch.allclose(after[:, :-1], y[:, :-1], atol=1e-5))
#> True
before, after = decoder(target, memory), decoder(changed, memory)
print(torch.allclose(after[:, :-1], before[:, :-1], atol=1e-5))
#> False

# The padding of the memory is hidden by its own mask.
padding = torch.arange(5) >= torch.tensor([[5], [3], [4]])
masks = {"tgt_mask": causal, "memory_key_padding_mask": padding}
y = decoder(target, memory, **masks)
memory[padding] = 100.0
print(torch.allclose(decoder(target, memory, **masks), y, atol=1e-5))
#> True
