"""Training: the loop and its pieces.

| You want | Use |
|---|---|
| a loop to read and change | [training loop](#training_loop) |
| everything: checkpoints, resume, log, several processes | [fit](../projects/index.md#fit) |
| to know whether the code learns at all | [one batch](#one_batch) |
| the curve that falls on new data, not only on old | [overfitting](#overfitting) |
| a larger batch than fits | [accumulation](#accumulate_in_loop), [of tokens](#token_accumulation) |
| weights that do not jump | [EMA](#ema_in_loop) |
| less memory and more speed | [mixed precision](#mixed_precision), [with a GPU](#mixed_precision_cuda) |
| the same numbers tomorrow | [seeds](#seeds), [determinism](#deterministic) |

The data are scikit-learn's digits: 1797 real images of 8×8 pixels that come with the
package.
"""

__all__ = [
    "training_loop",
    "running_average",
    "validation",
    "progress_bar",
    "best_checkpoint",
    "early_stopping",
    "overfitting",
    "one_batch",
    "accumulate_in_loop",
    "token_accumulation",
    "clip_in_loop",
    "ema_in_loop",
    "mixed_precision",
    "mixed_precision_cuda",
    "seeds",
    "deterministic",
]

#: What the home page names of it.
WANTED = ["training_loop", "seeds", "mixed_precision"]
