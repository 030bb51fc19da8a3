"""Notebook 09: its questions and its exercises."""
