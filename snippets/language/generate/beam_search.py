"""Beam search: keep the best few texts, not the best token.

At each step every beam is continued by every token, and the `width` best sums of
log-probabilities stay. Width 1 is [greedy](#greedy); wide enough, it finds the
likeliest text. A beam that ended is carried along: its one continuation is the end
again, at no cost. For tasks with one right answer, such as translation; sampling reads
better for free text. No token raises a sum: to compare lengths, divide by them.

Attributes: Shapes
    beams: (3, 4) int64
    scores: (3,) float32

Asked as:
    beam search from scratch; num_beams=4; beam search decoder for translation; keep the
    k best hypotheses; most likely sequence and not most likely token; decoder for
    seq2seq with beam width; log probability of each beam; why is greedy not optimal; n
    best outputs of a language model; length penalty; flatten scores over beam and
    vocabulary, then topk; index // vocab_size for the beam
"""

import torch
from torch import nn

END = 0
p = torch.zeros(4, 4)  # of the next token, in the row of the last
p[END, END] = 1.0
p[1] = torch.tensor([0.0, 0.0, 0.6, 0.4])
p[2] = torch.tensor([0.4, 0.25, 0.0, 0.35])
p[3] = torch.tensor([0.9, 0.1, 0.0, 0.0])
model = nn.Embedding.from_pretrained(p.log())  # logits from the last token alone


@torch.inference_mode()
def beam_search(model, prompt, width, steps):
    beams, scores = prompt, torch.zeros(1)
    for _ in range(steps):
        log_p = model(beams)[:, -1].log_softmax(dim=-1)
        ended = (beams[:, prompt.shape[1] :] == END).any(dim=1)
        log_p[ended] = -torch.inf
        log_p[ended, END] = 0.0
        total = scores.unsqueeze(1) + log_p
        scores, index = total.flatten().topk(min(width, total.numel()))  # <-
        beam, token = index // total.shape[1], index % total.shape[1]
        beams = torch.cat([beams[beam], token.unsqueeze(1)], dim=1)
    return beams, scores


prompt = torch.tensor([[1]])
beams, scores = beam_search(model, prompt, width=3, steps=3)
print(beams)
#> tensor([[1, 3, 0, 0],
#>         [1, 2, 0, 0],
#>         [1, 2, 3, 0]])
print(scores.exp())
#> tensor([0.3600, 0.2400, 0.1890])

greedy, score = beam_search(model, prompt, width=1, steps=3)
print(greedy, score.exp())
#> tensor([[1, 2, 0, 0]]) tensor([0.2400])
