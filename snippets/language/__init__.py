"""Language models: small and whole, each step as code that runs.

| You want | Use |
|---|---|
| ids from a text, with a vocabulary of your own | [byte pairs](text.md#byte_pairs), [characters](text.md#characters) |
| batches to train on | [random windows](text.md#random_windows), [padding](text.md#padded_batch), [packed documents](text.md#packed_documents) |
| a loss, and one number for the model | [loss of tokens](text.md#token_loss), [perplexity, bits per byte](text.md#perplexity) |
| attention that sees no future | [causal self-attention](blocks.md#causal_attention) |
| a mask of several rules | [padding and causal](blocks.md#padding_and_causal), [sliding window](blocks.md#sliding_window), [`flex_attention`](blocks.md#flex_attention) |
| the order of the tokens | [learned](blocks.md#learned_positions), [rotary](blocks.md#rotary), [ALiBi](blocks.md#alibi) |
| what newer models are made of | [grouped queries](blocks.md#grouped_queries), [SwiGLU](blocks.md#swiglu), [pre-norm block](blocks.md#pre_norm_block) |
| a whole model | [small GPT](blocks.md#small_gpt), [what it costs](blocks.md#model_size), [one that learns](blocks.md#gpt_learns) |
| text from a model | [greedy](generate.md#greedy), [temperature](generate.md#temperature), [top-p](generate.md#top_p), [beams](generate.md#beam_search) |
| text faster | [KV cache](generate.md#kv_cache), [with fixed buffers](generate.md#static_cache), [drafts](generate.md#draft_and_verify) |
| a model for your task | [LoRA](adapt.md#lora), [answers only](adapt.md#answers_only), [DPO](adapt.md#dpo) |
| a model in less memory | [checkpointed blocks](adapt.md#checkpoint_blocks), [bfloat16](adapt.md#bfloat16_weights), [int8](adapt.md#int8_weights), [int4](adapt.md#int4_groups) |

N is the number of texts in a batch, T that of the tokens in a text, V the size of the
vocabulary, E the width of the model, h the heads and D the features of one.
"""

__all__ = [
    "text",
    "blocks",
    "generate",
    "adapt",
]

#: What the home page names of it.
WANTED = [
    "text/byte_pairs",
    "blocks/small_gpt",
    "blocks/gpt_learns",
    "generate/kv_cache",
    "adapt/lora",
]
