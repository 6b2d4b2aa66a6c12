r"""Distillation: a small model learns the answers of a large one.

Both distributions are softened by a temperature T, and compared by the divergence. The
factor T² keeps the size of the gradient, which else shrinks about as 1/T². The labels
have their share beside it. Run the teacher in `eval()` under `no_grad`, on the same
augmented inputs. The student's gradient is T² times that of `cross_entropy` with the
teacher's probabilities at the same T.

$$\ell = \frac{T^2}{N} \sum_n \sum_c q_{n,c} \log \frac{q_{n,c}}{p_{n,c}}, \quad q =
\text{softmax}(t / T), \; p = \text{softmax}(x / T)$$

Attributes: Shapes
    student: (N, C) float32, logits
    teacher: (N, C) float32, logits
    target: (N,) int64, class index in [0, C)
    soft: () float32
    loss: () float32

Asked as:
    knowledge distillation with temperature; teacher student training; Hinton dark
    knowledge; train a small network to imitate a big one; why multiply by T squared;
    soft targets from a teacher; DistilBERT loss; compress a model into a smaller one;
    nn.KLDivLoss(reduction="batchmean")(log_softmax(s / T), softmax(t / T)) * T * T;
    hard and soft loss, alpha; DeiT distillation; kd_loss; response-based distillation
"""

import torch
import torch.nn.functional as F


def distill(student, teacher, T):
    log_p = F.log_softmax(student / T, dim=1)
    log_q = F.log_softmax(teacher / T, dim=1)
    loss = F.kl_div(log_p, log_q, reduction="batchmean", log_target=True)  # <-
    return T**2 * loss


student = torch.tensor([[1.0, 0.0, 0.0], [0.0, 2.0, 0.0]])
teacher = torch.tensor([[4.0, 2.0, 0.0], [0.0, 5.0, 1.0]])
target = torch.tensor([0, 1])

soft = distill(student, teacher, T=4.0)
loss = 0.7 * soft + 0.3 * F.cross_entropy(student, target)
print(soft, loss)
#> tensor(0.7371) tensor(0.6346)
print(distill(teacher, teacher, T=4.0))
#> tensor(0.)
