"""Notebook 03, from neuron to network."""
