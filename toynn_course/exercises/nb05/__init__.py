"""Notebook 05: its questions and its exercises."""
