"""Next-token pairs: x is the text, y the same text one step later.

The target of position t is token t + 1, so a row of T tokens is T tasks at once. One id
more than x holds is needed; what fills no row is dropped. Both are views of the one
long tensor. If the loss shifts by itself, as
[here](../losses/written.md#token_cross_entropy), or as the models of transformers do
with `labels`, do not shift here.

Attributes: Shapes
    ids: (L,) int64, the whole text
    x: (N, T) int64
    y: (N, T) int64

Asked as:
    inputs and targets of a language model; shift the targets by one; dataset for next
    word prediction; chunk a long text into training examples; how to make labels for
    GPT training; block_size chunks; split a token stream into rows; teacher forcing
    inputs and labels from one tensor; group_texts of huggingface; what does the model
    predict at each position; sequences of equal length from one corpus; off by one in
    language model targets; data[:-1] as input and data[1:] as target of a language
    model
"""

import torch

ids = torch.arange(10, 21)
T = 4

used = (len(ids) - 1) // T * T
x = ids[:used].view(-1, T)
y = ids[1 : used + 1].view(-1, T)  # <-
print(x)
#> tensor([[10, 11, 12, 13],
#>         [14, 15, 16, 17]])
print(y)
#> tensor([[11, 12, 13, 14],
#>         [15, 16, 17, 18]])
for t in range(3):  # the tasks of the first row
    print(x[0, : t + 1].tolist(), "->", y[0, t].item())
    #> [10] -> 11
    #> [10, 11] -> 12
    #> [10, 11, 12] -> 13
