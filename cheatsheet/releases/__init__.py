"""Releases of torch side by side: public names, signatures and deprecations, and their pages."""
