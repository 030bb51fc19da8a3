"""Notebook 12, it writes."""
