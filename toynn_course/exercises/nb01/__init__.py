"""Notebook 01, a network learns."""
