r"""CTCLoss: a sequence of labels without an alignment.

For speech and handwriting: T time steps, at most T labels. Class 0 is the blank
(`blank=0`). It adds up the probabilities of all alignments $\pi$ that collapse to the
target: repeats are merged, then blanks dropped. The input is (T, N, C), time first,
after `log_softmax`.

$$\ell = -\log \sum_{\pi \to y} \prod_t p_{t, \pi_t}$$

With `reduction="mean"` each loss is divided by its target's length before averaging. A
target that does not fit into T steps gives `inf`; `zero_infinity=True` makes it 0.

Attributes: Shapes
    log_probs: (T, N, C) float32, log-probabilities
    target: (N, S) int64, classes without the blank
    loss: () float32

Raises:
    RuntimeError: `loss_fn(log_probs, target, torch.tensor([3]), target_lengths)`
        Expected input_lengths to have value at most 2, but got value 3

Asked as:
    connectionist temporal classification; F.ctc_loss; tf.nn.ctc_loss; ctc_batch_cost;
    speech recognition loss, transcribe audio to text; OCR, captcha or licence plate
    reader, read the text in a picture; CRNN; ctc loss is inf or nan; blank token, blank
    symbol; input_lengths and target_lengths; zero_infinity; transcript shorter than the
    audio; output is longer than the text; merge repeated characters; I do not know
    which letter belongs to which time frame; handwriting recognition loss; sequence
    output without position labels, no alignment; train speech to text, audio frames and
    letters
"""

import torch
from torch import nn

probs = torch.tensor([[[0.6, 0.4]], [[0.3, 0.7]]])  # (2, 1, 2): blank, "a"
log_probs = probs.log()
target = torch.tensor([[1]])  # (1, 1): the word "a"
input_lengths, target_lengths = torch.tensor([2]), torch.tensor([1])

loss_fn = nn.CTCLoss()  # <-
loss = loss_fn(log_probs, target, input_lengths, target_lengths)
print(loss)
#> tensor(0.1985)

# Alignments that read "a": (a, a), (blank, a), (a, blank).
print(-torch.tensor(0.4 * 0.7 + 0.6 * 0.7 + 0.4 * 0.3).log())
#> tensor(0.1985)
