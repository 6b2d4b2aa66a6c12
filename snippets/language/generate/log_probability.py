r"""Log-probability of a text: how likely the model finds an answer.

One pass over prompt and answer; the logits at t score token t + 1, as in the
[loss](../losses/written.md#token_cross_entropy). Sum over the tokens of the answer
alone. It ranks the choices of a multiple-choice question. A longer answer has a lower
sum: divide by its tokens where lengths differ. Nothing scores the first token of
all: an empty prompt needs a start token. Tokenize prompt and answer together if
the tokenizer may merge across their border.

$$\log p(y \mid x) = \sum_{t = 1}^{T} \log p(y_t \mid x, y_1, \dots, y_{t-1})$$

Attributes: Shapes
    prompt: (3,) int64
    answer: (2,) int64

Asked as:
    log likelihood of a given continuation; score a sentence with a language model;
    probability of a completion; rank answers by likelihood; multiple choice evaluation
    of a language model; loglikelihood of lm-evaluation-harness; log_softmax and gather
    on tokens; sequence log probability; compute_transition_scores; length-normalised
    score of an answer; how likely is this text under GPT; sum of token
    log-probabilities of a continuation
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Embedding(8, 16), nn.Linear(16, 8))  # logits a position


@torch.inference_mode()
def log_probability(model, prompt, answer):
    tokens = torch.cat([prompt, answer])
    log_p = model(tokens[:-1]).log_softmax(dim=-1)
    chosen = log_p.gather(1, tokens[1:].unsqueeze(1)).squeeze(1)  # <-
    return chosen[len(prompt) - 1 :].sum()


prompt, answer = torch.tensor([1, 5, 2]), torch.tensor([4, 7])
print(log_probability(model, prompt, answer))
#> tensor(-5.1625)

# The probabilities of the 64 answers of two tokens sum to 1.
pairs = torch.cartesian_prod(torch.arange(8), torch.arange(8))
total = sum(log_probability(model, prompt, pair).exp() for pair in pairs)
print(total)
#> tensor(1.)
