"""Instruction tuning: learn the answers, not the prompts.

Prompt and answer make one sequence. The labels are the tokens shifted by one, with -100
at the prompt and at the padding: `cross_entropy` leaves them out. The first label that
counts is the first token of the answer, predicted by the last of the prompt. The end
token belongs to the answer: it is what stops the text. Padding may stand on the right
here: under a causal mask no real token sees it.

Attributes: Shapes
    tokens: (2, 6) int64
    labels: (2, 6) int64
    logits: (2, 6, 10) float32
    loss: () float32

Asked as:
    supervised fine-tuning of a language model; SFT; mask the prompt in the labels;
    train on completions only; DataCollatorForCompletionOnlyLM; labels = -100 for
    instruction tokens; assistant_only_loss; loss on the answer only; instruction tuning
    batch from prompt and response; fine-tune a chat model; response template; model
    does not stop after fine-tuning
"""

import torch
import torch.nn.functional as F
from torch import nn

PAD, END = 0, 1
pairs = [([5, 6, 7], [8, 9]), ([3, 4], [2])]


def collate(pairs):
    longest = max(len(prompt + answer) for prompt, answer in pairs)
    tokens = torch.full((len(pairs), longest + 1), PAD)
    labels = torch.full((len(pairs), longest + 1), -100)
    for row, (prompt, answer) in enumerate(pairs):
        text = torch.tensor([*prompt, *answer, END])
        tokens[row, : len(text)] = text
        labels[row, len(prompt) - 1 : len(text) - 1] = text[len(prompt) :]  # <-
    return tokens, labels


tokens, labels = collate(pairs)
print(tokens)
#> tensor([[5, 6, 7, 8, 9, 1],
#>         [3, 4, 2, 1, 0, 0]])
print(labels)
#> tensor([[-100, -100,    8,    9,    1, -100],
#>         [-100,    2,    1, -100, -100, -100]])

torch.manual_seed(0)
model = nn.Sequential(nn.Embedding(10, 16), nn.Linear(16, 10))
logits = model(tokens)
loss = F.cross_entropy(logits.flatten(0, 1), labels.flatten())
print(loss)
#> tensor(2.4091, grad_fn=<NllLossBackward0>)

log_p = logits.log_softmax(dim=-1)
first = log_p[0, 2, 8] + log_p[0, 3, 9] + log_p[0, 4, END]
second = log_p[1, 1, 2] + log_p[1, 2, END]
print(-(first + second) / 5)
#> tensor(2.4091, grad_fn=<DivBackward0>)
