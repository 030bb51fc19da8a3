"""Notebook 05, gradient descent and the learning rate."""
