"""Notebook 11: its questions and its exercises."""
