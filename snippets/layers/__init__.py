"""Layers: what a model is built of.

| What you need | Layer | Input | Output |
|---|---|---|---|
| every feature from every feature | [`Linear`](linear.md#linear_layer) | (N, D) | (N, K) |
| one feature vector from two | [`Bilinear`](linear.md#bilinear) | (N, D), (N, E) | (N, K) |
| vectors from images, and back | [`Flatten`](linear.md#flatten_layer), [`Unflatten`](linear.md#unflatten_layer) | (N, C, H, W) | (N, CHW) |
| vectors for word or category numbers | [`Embedding`](linear.md#embedding) | (N, T) int64 | (N, T, D) |
| one vector for a bag of numbers | [`EmbeddingBag`](linear.md#embedding_bag) | (N, T) int64 | (N, D) |
| less overfitting | [`Dropout`](linear.md#dropout), [`Dropout2d`](linear.md#channel_dropout), [`AlphaDropout`](linear.md#alpha_dropout) | any | the same |
| how alike two vectors are | [`CosineSimilarity`](linear.md#cosine_similarity), [`PairwiseDistance`](linear.md#pairwise_distance) | (N, D), (N, D) | (N,) |
| a layer that does nothing | [`Identity`](linear.md#identity) | any | the same |
| input sizes filled in by the first batch | [`LazyLinear`](linear.md#lazy_layers) and others | (N, D) | (N, K) |
| features of a signal or sequence | [`Conv1d`](convolution.md#conv1d) | (N, C, L) | (N, K, L') |
| features of an image | [`Conv2d`](convolution.md#conv2d) | (N, C, H, W) | (N, K, H', W') |
| features of a video or volume | [`Conv3d`](convolution.md#conv3d) | (N, C, D, H, W) | (N, K, D', H', W') |
| a wider or a cheaper convolution | [`dilation=`](convolution.md#dilation), [`groups=`](convolution.md#grouped) | (N, C, H, W) | (N, K, H', W') |
| a larger image, learned | [`ConvTranspose2d`](convolution.md#conv_transpose) | (N, C, H, W) | (N, K, H', W') |
| a smaller image | [`MaxPool2d`](pooling.md#max_pool), [`AvgPool2d`](pooling.md#avg_pool), [`LPPool2d`](pooling.md#lp_pool) | (N, C, H, W) | (N, C, H', W') |
| a given size from any image | [`AdaptiveAvgPool2d`](pooling.md#adaptive_avg_pool) | (N, C, H, W) | (N, C, 1, 1) |
| max pooling undone | [`MaxUnpool2d`](pooling.md#max_unpool) | (N, C, H', W') | (N, C, H, W) |
| stable training of a convolutional net | [`BatchNorm2d`](normalization.md#batch_norm), [`GroupNorm`](normalization.md#group_norm) | (N, C, H, W) | the same |
| stable training of a transformer | [`LayerNorm`](normalization.md#layer_norm), [`RMSNorm`](normalization.md#rms_norm) | (N, T, D) | the same |
| style taken out of an image | [`InstanceNorm2d`](normalization.md#instance_norm) | (N, C, H, W) | the same |
| a state along a sequence | [`LSTM`](recurrent.md#lstm), [`GRU`](recurrent.md#gru), [`RNN`](recurrent.md#rnn) | (N, T, D) | (N, T, H) and the last state |
| the same, one step at a time | [`LSTMCell`, `GRUCell`, `RNNCell`](recurrent.md#cells) | (N, D) | (N, H) |
| sequences of several lengths | [`pack_padded_sequence`](recurrent.md#packed_sequences) | (N, T, D), lengths | `PackedSequence` |
| every position from every position | [`MultiheadAttention`](attention.md#multihead_attention), [`scaled_dot_product_attention`](attention.md#scaled_dot_product_attention) | (N, T, E) | (N, T, E) |
| a sequence encoded | [`TransformerEncoder`](attention.md#transformer_encoder) | (N, S, E) | (N, S, E) |
| a sequence made from another | [`Transformer`](attention.md#transformer) | (N, S, E), (N, T, E) | (N, T, E) |
| the same, from encoded states | [`TransformerDecoder`](attention.md#transformer_decoder) | (N, T, E), (N, S, E) | (N, T, E) |
| the order of a sequence | [sinusoidal positions](attention.md#positional_encoding) | (N, T, E) | (N, T, E) |
| a larger image, interpolated | [`Upsample`](rearrange.md#upsample) | (N, C, H, W) | (N, C, rH, rW) |
| a larger image from channels | [`PixelShuffle`](rearrange.md#pixel_shuffle) | (N, Crr, H, W) | (N, C, rH, rW) |
| groups of channels mixed | [`ChannelShuffle`](rearrange.md#channel_shuffle) | (N, C, H, W) | the same |
| patches of an image, and back | [`Unfold`](rearrange.md#unfold), [`Fold`](rearrange.md#fold) | (N, C, H, W) | (N, Ckk, L) |
| a border | [`ZeroPad2d`](rearrange.md#zero_pad), [`ReflectionPad2d`](rearrange.md#reflection_pad), [`ReplicationPad2d`](rearrange.md#replication_pad), [`CircularPad2d`](rearrange.md#circular_pad) | (N, C, H, W) | (N, C, H+2p, W+2p) |
| layers one after the other | [`Sequential`](containers.md#sequential) | of the first layer | of the last layer |
| layers in a list or a dictionary | [`ModuleList`](containers.md#module_list), [`ModuleDict`](containers.md#module_dict) | any | any |
| a learned tensor of your own | [`Parameter`](containers.md#parameter) | none | any |

The batch comes first everywhere but in the recurrent and attention layers: they read
(T, N, D) unless `batch_first=True`, and the wrong order can pass unnoticed. The channel
is dimension 1 in convolutions, pooling and batch norm; the features are the last
dimension in `Linear`, `LayerNorm` and attention. Dropout (also that inside recurrent
layers and attention), `RReLU`, batch norm, and instance norm with running statistics
behave differently in training and in eval mode. Layers in a
[plain Python list](../mistakes/models.md#plain_list) are not trained.
"""

__all__ = [
    "linear", "convolution", "pooling", "normalization", "recurrent", "attention",
    "rearrange", "containers",
]

#: What the home page names of it.
WANTED = [
    "convolution/conv2d",
    "linear/linear_layer",
    "normalization/batch_norm",
    "recurrent/lstm",
]
