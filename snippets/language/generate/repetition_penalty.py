r"""Repetition penalty: make tokens that were used less likely.

Logits of tokens in the text are divided by the penalty where they are positive and
multiplied by it where they are negative, so that both fall. However often a token
occurs, it is penalised once. A penalty of 1 changes nothing. Padding in `tokens`
counts: where it is the end token, the end gets less likely. Unlike the softmax it
depends on a constant added to all logits.

$$z'_i = \begin{cases} z_i / \theta & z_i > 0 \\ \theta z_i & z_i \le 0 \end{cases}
\quad \text{for } i \text{ in the text}$$

Attributes: Shapes
    logits: (1, 5) float32
    tokens: (1, 4) int64
    penalised: (1, 5) float32

Asked as:
    repetition penalty in text generation; repetition_penalty=1.2; model repeats itself;
    generated text loops, the same phrase again and again; penalise tokens already
    generated; RepetitionPenaltyLogitsProcessor; CTRL penalty; stop a language model
    from repeating words; frequency penalty and presence penalty; reduce the score of
    previous tokens; no_repeat_ngram_size; why divide positive and multiply negative
    logits
"""

import torch

logits = torch.tensor([[2.0, -2.0, 1.0, -1.0, 0.0]])
tokens = torch.tensor([[0, 1, 0, 0]])  # so far


def penalise(logits, tokens, penalty):
    seen = logits.gather(1, tokens)
    seen = torch.where(seen > 0, seen / penalty, seen * penalty)
    return logits.scatter(1, tokens, seen)  # <-


penalised = penalise(logits, tokens, penalty=2.0)
print(penalised)
#> tensor([[ 1., -4.,  1., -1.,  0.]])
