"""Generate: from logits to text, token by token.

| You want | Use |
|---|---|
| the likeliest next token, each time | [greedy](#greedy) |
| varied text | [temperature](#temperature), then [top-p](#top_p), [top-k](#top_k) or [min-p](#min_p) |
| no loops | [repetition penalty](#repetition_penalty) |
| the likeliest text | [beam search](#beam_search) |
| several prompts at once | [left padding](#left_padding), [end token](#end_token) |
| speed | [KV cache](#kv_cache), [static](#static_cache), [draft and verify](#draft_and_verify) |
| to know what the context costs | [size of the cache](#cache_size) |
| output that parses | [allowed tokens](#allowed_tokens) |
| how likely an answer is | [log-probability](#log_probability) |
"""

__all__ = [
    "greedy", "temperature", "top_k", "top_p", "min_p", "repetition_penalty",
    "end_token", "left_padding", "kv_cache", "static_cache", "cache_size", "beam_search",
    "log_probability", "allowed_tokens", "draft_and_verify", "speculative_sampling",
]
