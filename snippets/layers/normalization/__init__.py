"""Normalization: bring activations to one scale.

| Layer | One mean and variance for each | Other samples matter | Running statistics |
|---|---|---|---|
| [`BatchNorm`](normalization.md#batch_norm) | channel, over the batch and all positions | in training | yes |
| [`LayerNorm`](normalization.md#layer_norm) | position of each sample, over the features | no | no |
| [`GroupNorm`](normalization.md#group_norm) | group of channels of each sample | no | no |
| [`InstanceNorm`](normalization.md#instance_norm) | channel of each sample | no | only if asked |
| [`RMSNorm`](normalization.md#rms_norm) | position of each sample, no mean | no | no |

Batch norm is the usual choice in convolutional networks, group norm where only a few
images fit into a batch. Layer norm and RMS norm belong to transformers. The variance is
the biased one, but for `running_var`, and `eps` is added under the root.
"""

__all__ = [
    "which_norm",
    "batch_norm",
    "batch_norm_modes",
    "batch_norm_family",
    "freeze_batch_norm",
    "layer_norm",
    "rms_norm",
    "group_norm",
    "instance_norm",
    "local_response_norm",
]
