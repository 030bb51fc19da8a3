"""Notebook 04, how wrong: costs and their slopes."""
