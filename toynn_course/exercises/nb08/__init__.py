"""Notebook 08, the training loop."""
