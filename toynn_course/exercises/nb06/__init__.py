"""Notebook 06, backpropagation."""
