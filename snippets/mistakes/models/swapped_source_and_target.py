r"""Source and target swapped: the decoder reads the answer.

`nn.Transformer` takes the source first, `nn.TransformerDecoder` the target first:
`model(source, target)`, but `decoder(target, memory)`. If both are as long, swapped
arguments raise nothing. The target then comes in by the way that has no causal mask,
and the output at each position depends on the words it has to predict: training can
copy them, generation cannot. Write the names: `src=`, `tgt=`, `memory=`. With other
lengths the mask does not fit, and without a mask the output has the length of the
source. See [`nn.Transformer`](../layers/attention.md#transformer) and
[the decoder](../layers/attention.md#transformer_decoder).

Attributes: Shapes
    source: (N, L, D) float32, embedded
    target: (N, L, D) float32, embedded

Asked as:
    nn.Transformer(tgt, src); order of src and tgt; decoder(memory, tgt) or decoder(tgt,
    memory); TransformerDecoder argument order; transformer output has the length of the
    source; swapped src and tgt in the transformer; translation model copies the target
    in training; seq2seq loss is tiny but translations are garbage; which comes first,
    target or memory; transformer ignores the source sentence; teacher forcing works,
    generation fails
"""

import torch
from torch import nn

torch.manual_seed(0)
transformer = nn.Transformer(8, 2, 1, 1, 16, batch_first=True).eval()
decoder = transformer.decoder
causal = transformer.generate_square_subsequent_mask(5)
source, target = torch.randn(2, 1, 5, 8)
changed = target.clone()
changed[:, -1] += 1  # the last word only


def sees_it(model, *pairs):  # positions whose output depends on the last word
    before, after = (model(*pair, tgt_mask=causal) for pair in pairs)
    return ((before - after).abs().amax(dim=(0, 2)) > 1e-4).tolist()


# Wrong: every position depends on the last word.
print(sees_it(transformer, (target, source), (changed, source)))
#> [True, True, True, True, True]
print(sees_it(decoder, (source, target), (source, changed)))
#> [True, True, True, True, True]

# Right: source first here, target first there; only the last position sees it.
print(sees_it(transformer, (source, target), (source, changed)))  # <-
#> [False, False, False, False, True]
print(sees_it(decoder, (target, source), (changed, source)))
#> [False, False, False, False, True]
