"""Loss kept with its graph: memory grows from batch to batch.

A loss in a list, or in `total += loss`, keeps the graph that it was computed by. After
`backward` the graph has let go of its saved tensors, and what adds up is its nodes:
small, but they stay. Without `backward`, as in a validation loop that lacks
[`no_grad`](#no_grad_forgotten), the activations stay as well, and memory fills up. Keep
[`loss.item()`](../autograd/tracking.md#keep_the_number) or `loss.detach()`, and detach
outputs and metrics.

Asked as:
    forgot .item() when summing the loss; out of memory after some epochs, not at once;
    total_loss += loss; losses.append(loss) leaks memory; RAM grows slowly during
    training; memory increases in the validation loop until it crashes; collecting model
    outputs in a list runs out of memory; all_preds.append(model(x)) eats GPU memory;
    graph is never freed; does backward free the graph; memory leak because of the
    running loss; running_loss without item()
"""

import weakref

import torch
import torch.nn.functional as F
from torch import nn

model = nn.Sequential(nn.Linear(64, 500), nn.ReLU(), nn.Linear(500, 10))
x, target = torch.rand(1000, 64), torch.zeros(1000, dtype=torch.long)
held = weakref.WeakSet()  # what living graphs have saved for backward


class Saved:
    def __init__(self, tensor):
        self.tensor = tensor.detach()
        held.add(self)


def megabytes(keep, backward):
    """MB held after each batch, and how many graphs are kept at the end."""
    kept, sizes = [], []
    with torch.autograd.graph.saved_tensors_hooks(Saved, lambda saved: saved.tensor):
        for _ in range(4):
            loss = F.cross_entropy(model(x), target)
            if backward:
                loss.backward()
            kept.append(keep(loss))
            del loss
            sizes.append(round(sum(saved.tensor.nbytes for saved in held) / 1e6, 1))
    return sizes, sum(getattr(value, "grad_fn", None) is not None for value in kept)


# Wrong: the loss itself, without backward and after it.
print(*megabytes(lambda loss: loss, backward=False))
#> [4.4, 8.7, 13.1, 17.5] 4
print(*megabytes(lambda loss: loss, backward=True))
#> [0.0, 0.0, 0.0, 0.0] 4

# Right: its value.
print(*megabytes(lambda loss: loss.item(), backward=False))  # <-
#> [0.0, 0.0, 0.0, 0.0] 0
print(*megabytes(lambda loss: loss.detach(), backward=True))
#> [0.0, 0.0, 0.0, 0.0] 0
