"""Views and strides: the same memory seen otherwise.
"""

__all__ = [
    "as_strided",
    "windows",
    "narrow_select",
    "expand_as",
    "storage",
]
