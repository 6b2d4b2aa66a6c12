r"""Transformer: encoder and decoder in one module.

A reference implementation, by its own documentation, of the two stacks: embeddings,
positions and the layer that gives word scores are yours. The decoder reads the target
shifted by one, so position t predicts word t + 1. The default layout is (T, N, E), and
no mask is made for you.

Attributes: Shapes
    source: (N, S) int64
    target: (N, T) int64
    logits: (N, T-1, V) float32, scores of the next word

Raises:
    RuntimeError: `model(embed(source), embed(target[:1]))` the batch number of src and
        tgt must be equal
    RuntimeError: `model(embed(source)[..., :5], embed(target))` the feature number of
        src and tgt must be equal to d_model

Asked as:
    seq2seq transformer; machine translation model; sequence to sequence; Attention Is
    All You Need; teacher forcing, shift the target by one; start and end token; src and
    tgt; train a translator from German to English; num_encoder_layers,
    num_decoder_layers; T5 or BART style architecture; does nn.Transformer make the mask
    itself; cross-entropy over words of a translated sentence;
    nn.Transformer(d_model=512, nhead=8); encoder-decoder model for sequences; full
    transformer for translation; what to feed as target in training; transformer model;
    what is a transformer; encoder only or encoder and decoder
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
embed = nn.Embedding(10, 6)  # add a positional encoding here
model = nn.Transformer(
    d_model=6,
    nhead=2,
    num_encoder_layers=1,
    num_decoder_layers=1,
    dim_feedforward=8,
    batch_first=True,
)
head = nn.Linear(6, 10)

source = torch.tensor([[5, 3, 8, 2, 9], [4, 7, 7, 1, 6]])
target = torch.tensor([[1, 6, 4, 2], [1, 3, 9, 2]])  # 1 begins, 2 ends
read, predict = target[:, :-1], target[:, 1:]

causal = model.generate_square_subsequent_mask(3)
logits = head(model(embed(source), embed(read), tgt_mask=causal))  # <-
loss = F.cross_entropy(logits.flatten(0, 1), predict.flatten())
loss.backward()
print(logits.shape, len(model.encoder.layers), len(model.decoder.layers))
#> torch.Size([2, 3, 10]) 1 1
