"""Special tokens and padding: texts of different lengths in one batch.

Ids of their own say where a text begins and ends; the end is what stops generation.
Take the mask from the lengths: `tokens != PAD` hides true ends as well where PAD is the
end token, as is common for GPT-2. With labels of -100 the loss leaves padding out. They
are not shifted yet: compare `labels[:, 1:]` with `logits[:, :-1]`. A batch is as long
as its longest text: texts of like length together waste less.

Attributes: Shapes
    tokens: (N, T) int64
    real: (N, T) bool, False is padding
    labels: (N, T) int64, -100 at padding

Asked as:
    bos, eos and pad token; attention_mask from lengths; pad a batch of token lists;
    data collator for language modeling; pad_token = eos_token; begin of sequence and
    end of sequence ids; tokenizer(padding=True) by hand; dynamic padding to the longest
    in the batch; collate_fn for tokenized texts; GPT-2 has no pad token; add start and
    stop tokens to each text; pad sequences of ids with a mask; bucket texts by length
"""

import torch
from torch.nn.utils.rnn import pad_sequence

PAD, BEGIN, END = 0, 1, 2
texts = [[7, 5, 9], [4], []]

rows = [torch.tensor([BEGIN, *ids, END]) for ids in texts]
tokens = pad_sequence(rows, batch_first=True, padding_value=PAD)  # <-
lengths = torch.tensor([len(row) for row in rows])
real = torch.arange(tokens.shape[1]) < lengths.unsqueeze(1)
labels = tokens.masked_fill(~real, -100)
print(tokens)
#> tensor([[1, 7, 5, 9, 2],
#>         [1, 4, 2, 0, 0],
#>         [1, 2, 0, 0, 0]])
print(real[1])
#> tensor([ True,  True,  True, False, False])
print(labels[1])
#> tensor([   1,    4,    2, -100, -100])
