"""Optimizers: turn gradients into steps.

Make the optimizer after the model is on its device, with the parameters that learn. It
moves them against their `.grad`, which `backward` fills and `zero_grad` clears: see the
[training step](base.md#training_step). Choose the rate with the method: one that suits
SGD may be far too small or too large for another.

| Model or problem | Take | Rate to start from |
|---|---|---|
| anything, first try | [`AdamW`](methods.md#adamw) | 1e-3 |
| convolutional nets, best accuracy | [`SGD` with momentum](methods.md#momentum) | 0.1, with a schedule |
| transformers | [`AdamW`](methods.md#adamw), [`Muon`](methods.md#muon) for the matrices | 1e-4 to 1e-3, with warm-up |
| no warm-up wanted | [`RAdam`](methods.md#radam) | 1e-3 |
| too little memory | [`Adafactor`](methods.md#adafactor), [`SGD`](methods.md#sgd) | 1e-2, 0.1 |
| rare features | [`Adagrad`](methods.md#adagrad) | 1e-2 |
| sparse embeddings | [`SparseAdam`](methods.md#sparse_adam) | 1e-3 |
| reinforcement learning, RNNs | [`RMSprop`](methods.md#rmsprop), [`Adam`](methods.md#adam) | 1e-3 |
| small, smooth, full batch | [`LBFGS`](methods.md#lbfgs), [`Rprop`](methods.md#rprop) | 1, 1e-2 |
| the average of the weights | [`ASGD`](methods.md#asgd), [`AveragedModel`](practice.md#weight_averaging) | as SGD |

[`Adadelta`](methods.md#adadelta), [`Adamax`](methods.md#adamax) and
[`NAdam`](methods.md#nadam) complete the list. Around the step: [weight
decay](practice.md#weight_decay), [clipping](practice.md#clip_grad_norm),
[accumulation](practice.md#accumulate).
"""

__all__ = ["methods", "base", "practice"]

#: What the home page names of it.
WANTED = ["methods/adamw", "methods/sgd", "practice/clip_grad_norm"]
