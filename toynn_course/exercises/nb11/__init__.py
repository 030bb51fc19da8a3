"""Notebook 11, real digits."""
