"""Notebook 02, one neuron."""
