"""Notebook 03: its questions and its exercises."""
