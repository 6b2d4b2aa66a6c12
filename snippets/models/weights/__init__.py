"""Weights: constrain, prune, fuse and flatten them.

| You want | Write |
|---|---|
| a weight as length and direction | [`parametrizations.weight_norm`](#weight_norm) |
| a `Linear` that stretches nothing by more than 1 | [`parametrizations.spectral_norm`](#spectral_norm) |
| a rotation or a reflection that is learned | [`parametrizations.orthogonal`](#orthogonal_weight) |
| a constraint of your own | [`register_parametrization`](#own_parametrization) |
| small weights at zero | [`prune.l1_unstructured`](#prune_weights) |
| all weights in one vector | [`parameters_to_vector`](#as_one_vector) |
"""

__all__ = [
    "weight_norm", "spectral_norm", "orthogonal_weight", "own_parametrization",
    "prune_weights", "prune_channels", "as_one_vector", "fuse_batch_norm", "skip_init",
    "channels_last_weights",
]
