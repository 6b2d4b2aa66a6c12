"""All rules. Importing this package registers the checks that look for them."""

from cheatsheet.upgrade.rules import layers, linalg, renames, tensors, training, vision
from cheatsheet.upgrade.rules.table import ENTRIES, RULES

__all__ = ["ENTRIES", "RULES", "layers", "linalg", "renames", "tensors", "training", "vision"]
