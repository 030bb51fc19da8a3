"""Notebook 10, why deep networks refuse to learn."""
