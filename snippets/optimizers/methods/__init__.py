r"""Methods: how the gradient becomes a step.

All pictures show the same bowl, ten times as steep one way as the other, from the same
start. $g_t$ is the gradient at step $t$, $\eta$ the learning rate, $\theta$ the
weights; all operations are element by element but those of LBFGS, Adafactor and Muon.
Averages start at zero. Rates here are large, so that few steps show the character: they
are no advice. Without weight decay, unless the formula has a $\lambda$.
"""

__all__ = [
    "sgd", "momentum", "adam", "adamw", "rmsprop", "adagrad", "adadelta", "adamax",
    "nadam", "radam", "asgd", "rprop", "sparse_adam", "lbfgs", "adafactor", "muon",
]
