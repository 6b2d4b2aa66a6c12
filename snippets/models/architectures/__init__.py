"""Architectures: small networks to start from.

Nets and blocks to copy and change. The classifiers return logits: the loss applies the
softmax.
"""

__all__ = [
    "two_layer_net", "image_classifier", "lenet", "residual_block", "bottleneck",
    "small_resnet", "autoencoder", "text_classifier", "multi_input",
]
