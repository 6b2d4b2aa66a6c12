"""Old calls: what tutorials of 2017 to 2022 write, and what to write today.
"""

__all__ = ["tensors", "modules", "training", "vision", "ecosystem"]

#: What the home page names of it.
WANTED = ["tensors/symeig_and_eig", "tensors/scalar_before_tensor"]
