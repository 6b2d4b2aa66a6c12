r"""Methods: how the gradient becomes a step.

Most pictures show the same bowl, ten times as steep one way as the other, from the same
start. $g_t$ is the gradient at step $t$, $\eta$ the learning rate; all operations are
element by element. Rates here are large, so that few steps show the character.
"""

__all__ = [
    "sgd", "momentum", "adam", "adamw", "rmsprop", "adagrad", "adadelta", "adamax",
    "nadam", "radam", "asgd", "rprop", "sparse_adam", "lbfgs", "adafactor", "muon",
]
