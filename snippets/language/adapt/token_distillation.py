r"""Distil a language model: the teacher's distribution at each token.

As in [distillation](../losses/written.md#distillation), at every position that counts:
the divergence of a token is summed over the vocabulary, then averaged over real tokens,
not over padding. `reduction="batchmean"` would divide by the rows of the batch alone. A
logit of -inf in the teacher makes it NaN.
Teacher and student need one tokenizer. The teacher's logits of a large vocabulary are
large: keep the best few for each token, or run the teacher along.

$$\ell = \frac{1}{\sum m_{b,t}} \sum_{b,t} m_{b,t} \sum_v q_{b,t,v} \log
\frac{q_{b,t,v}}{p_{b,t,v}}$$

Attributes: Shapes
    student: (B, T, V) float32, logits
    teacher: (B, T, V) float32, logits
    real: (B, T) bool
    loss: () float32

Asked as:
    distillation of a language model; KL divergence per token with a padding mask; train
    a small LLM on the logits of a large one; token-level knowledge distillation; logits
    distillation with attention mask; teacher logits for causal LM; student and teacher
    with the same vocabulary; compress a GPT into a smaller GPT; mean KL over tokens,
    not over sentences; DistilGPT2; divergence per token of a batch of sequences
"""

import torch
import torch.nn.functional as F


def distil(student, teacher, real):
    log_p, log_q = student.log_softmax(dim=-1), teacher.log_softmax(dim=-1)
    each = F.kl_div(log_p, log_q, reduction="none", log_target=True).sum(dim=-1)
    return each[real].mean()  # <-


torch.manual_seed(0)
student, teacher = torch.randn(2, 2, 4, 6)
real = torch.tensor([[True, True, True, True], [True, True, False, False]])

loss = distil(student, teacher, real)
print(loss)
#> tensor(0.8000)
print(distil(teacher, teacher, real))
#> tensor(0.)
