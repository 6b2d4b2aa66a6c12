"""The machinery of the cheat sheet: read an entry, run it, check it, draw it, show it.

An entry is a small Python file under `snippets/` that makes claims. This package reads such
files as text and runs them; nothing under `snippets/` imports it.
"""
