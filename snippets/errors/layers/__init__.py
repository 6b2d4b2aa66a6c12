"""Layers: an input that does not fit a layer.

Print `x.shape` on the line before the layer, and the layer itself: its printed form
shows the sizes that it was made with.
"""

__all__ = [
    "conv_channels", "conv_dimensions", "kernel_larger_than_input", "output_size_too_small",
    "more_than_one_value", "batch_norm_dimensions", "running_mean_elements",
    "embedding_indices_dtype", "embedding_index_range", "rnn_input_size", "hidden_size",
    "packing_lengths", "attention_mask_shape", "embed_dim_heads", "normalized_shape",
    "padding_size",
]
