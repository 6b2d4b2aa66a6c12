"""Views and strides: the same memory seen otherwise.

| You want | Write |
|---|---|
| sliding windows of a series | [`x.unfold(0, size=3, step=2)`](#windows) |
| a slice whose dimension is a variable | [`x.narrow(dim, start, length)`](#narrow_select) |
| the shape of another tensor | [`x.expand_as(other)`](#expand_as) |
| why a small slice fills a large file | [`x.untyped_storage().nbytes()`](#storage) |
| strides by hand | [`x.as_strided(size, stride)`](#as_strided) |
"""

__all__ = [
    "as_strided",
    "windows",
    "narrow_select",
    "expand_as",
    "storage",
]
