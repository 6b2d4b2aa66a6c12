"""The shapes of a reader's own model, layer by layer, without its memory."""
