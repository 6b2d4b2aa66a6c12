"""Errors: paste what you got, read why, and what to do.

An entry says what the message means, raises it where a CPU can, and runs the fixes.
Search for the message with its own numbers: the box above looks for its fixed words.
"""

__all__ = [
    "shapes", "types", "indexing", "layers", "losses", "autograd", "training",
    "modules", "loading", "data", "images", "devices", "processes", "compile",
]

#: What the home page names of it.
WANTED = ["shapes/mat1_and_mat2", "devices/out_of_memory", "loading/size_mismatch"]
