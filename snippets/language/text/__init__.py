"""Text to tokens: what a language model reads, and how its guesses are scored.

| You want | Use |
|---|---|
| a tokenizer without training | [characters](#characters) |
| pieces of words, learnt from a text | [byte pairs](#byte_pairs) |
| what the model has to predict | [x and y, shifted by one](#next_token) |
| batches of one long text | [random windows](#random_windows) |
| texts of different lengths in a batch | [padding and its mask](#padded_batch) |
| no padding at all | [documents packed into a row](#packed_documents) |
| ids to vectors, vectors to scores | [tied weights](#tied_weights) |
| the loss of each text or place | [loss of tokens](#token_loss) |
| one number for how good it is | [perplexity, bits per byte](#perplexity) |
"""

__all__ = [
    "characters", "byte_pairs", "next_token", "random_windows", "padded_batch",
    "packed_documents", "tied_weights", "token_loss", "perplexity",
]
