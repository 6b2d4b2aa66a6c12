r"""Packing: several documents in one row, kept apart.

No padding is computed. A token sees earlier tokens of its own document, positions begin
at 0 in each, and the last token of a document has no target: the next one belongs to
another text. Attention is then what each document gives alone. The mask is (T, T): for
long rows make it of rules with [`flex_attention`](blocks.md#flex_attention), or take
kernels for variable length.

Attributes: Shapes
    ids: (T,) int64, the documents one after the other
    document: (T,) int64, the number of its document
    position: (T,) int64, from 0 in each document
    keep: (T, T) bool, True takes part
    labels: (T,) int64, the next token or -100

Asked as:
    pack several sequences into one; sequence packing for training; sample packing;
    document mask; block diagonal causal mask; cu_seqlens; varlen attention; padding
    free training; multipack; position_ids restart at each document; keep packed
    documents from attending to each other; cross-contamination between packed examples;
    concatenate short texts to fill the context; intra-document masking;
    ConstantLengthDataset; no padding waste
"""

import torch
import torch.nn.functional as F

documents = [[5, 6, 7], [8, 9], [3, 4, 5]]
ids = torch.tensor([i for one in documents for i in one])
lengths = torch.tensor([len(one) for one in documents])

document = torch.arange(len(lengths)).repeat_interleave(lengths)
end = lengths.cumsum(0)
position = torch.arange(len(ids)) - (end - lengths)[document]
keep = (document.unsqueeze(1) == document).tril()  # <-
labels = ids.roll(-1)
labels[end - 1] = -100
print(document, position)
#> tensor([0, 0, 0, 1, 1, 2, 2, 2]) tensor([0, 1, 2, 0, 1, 0, 1, 2])
print(labels)
#> tensor([   6,    7, -100,    9, -100,    4,    5, -100])

torch.manual_seed(0)
q, k, v = torch.randn(3, len(ids), 4)
packed = F.scaled_dot_product_attention(q, k, v, attn_mask=keep)
alone = F.scaled_dot_product_attention(q[3:5], k[3:5], v[3:5], is_causal=True)
print(torch.allclose(packed[3:5], alone, atol=1e-6))
#> True
