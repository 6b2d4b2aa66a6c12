"""Training loop: steps that are missing, or in another order.

The loop runs and the loss may even fall; what is trained, kept or measured is another
thing than you think.
"""

__all__ = [
    "eval_forgotten",
    "zero_grad_forgotten",
    "train_forgotten",
    "no_grad_forgotten",
    "graphs_kept",
    "optimizer_before_the_change",
    "graph_cut",
    "cleared_before_step",
    "scheduler_per_batch",
    "best_by_reference",
    "frozen_by_attribute",
    "frozen_batch_norm",
    "accumulated_without_dividing",
    "clipped_too_late",
    "frozen_but_decayed",
    "seed_in_the_loop",
]
