r"""input_lengths must be of size batch_size: CTCLoss, shapes and lengths.

[`CTCLoss`](../losses/classification.md#ctc) reads the batch size from log_probs as (T,
N, C), time first, and wants N numbers in `input_lengths` and in `target_lengths`. Usual
causes: log_probs of a model with `batch_first`, (N, T, C); one number for all; an input
length beyond T, often because the network makes the sequence shorter; targets padded to
less than the longest. A label below 0 or from C on raises nothing on the CPU, and the
loss is wrong.

Raises:
    RuntimeError: `ctc(log_probs.transpose(0, 1), target, input_lengths, lengths)`
        input_lengths must be of size batch_size
    RuntimeError: `ctc(log_probs, target, input_lengths, lengths[:1])`
        target_lengths must be of size batch_size
    RuntimeError: `ctc(log_probs, target, torch.tensor([6, 5]), lengths)`
        Expected input_lengths to have value at most 5, but got value 6

Also worded:
    RuntimeError: Expected input_lengths to have value at most 50, but got value 100
      (while checking arguments for ctc_loss_cpu)
    RuntimeError: Expected input_lengths to have value at most 50, but got value 100
      (while checking arguments for ctc_loss_gpu)
    RuntimeError: Expected tensor to have size at least 12 at dimension 1, but got size
      10 for argument #2 'targets' (while checking arguments for ctc_loss_cpu)
    RuntimeError: Expected tensor to have size 7 at dimension 0, but got size 6 for
      argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)
    RuntimeError: input_lengths must be integral
    RuntimeError: blank must be in label range

Asked as:
    target_lengths do not fit the targets; ctc loss wants time first; one length for the
    whole batch in CTC; OCR training fails in ctc_loss; CNN shortens the sequence,
    lengths for CTC; permute output before CTC
"""

import torch
import torch.nn.functional as F

T, N, C = 5, 2, 4
ctc = F.ctc_loss
log_probs = torch.zeros(T, N, C).log_softmax(2)
target = torch.tensor([[1, 2, 3], [2, 1, 0]])  # padded; 0 is the blank
input_lengths, lengths = torch.tensor([5, 5]), torch.tensor([3, 2])
batch_first = log_probs.transpose(0, 1)  # (N, T, C): as the model gives it
try:
    ctc(batch_first, target, input_lengths, lengths)
except RuntimeError as error:
    print(error)
    #> input_lengths must be of size batch_size

# Time first.
print(ctc(batch_first.transpose(0, 1), target, input_lengths, lengths))  # <-
#> tensor(1.4439)

# All steps of every sample: T from the output, not from the picture or sound.
full = torch.full((N,), log_probs.shape[0])
print(ctc(log_probs, target, full, lengths))
#> tensor(1.4439)

# Targets one after the other: as many as the lengths add up to.
joined = torch.tensor([1, 2, 3, 2, 1])
print(ctc(log_probs, joined, full, lengths))
#> tensor(1.4439)
