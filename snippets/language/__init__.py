"""Language models: small ones, whole.

| You want | Use |
|---|---|
| text from a model | [generate](generate.md) |
| a model for your task, or in less memory | [adapt and shrink](adapt.md) |
"""

__all__ = ["generate", "adapt"]

#: What the home page names of it.
WANTED = ["generate/kv_cache", "generate/top_p", "adapt/lora"]
