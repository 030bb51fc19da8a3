"""Notebook 04: its questions and its exercises."""
