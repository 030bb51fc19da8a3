"""Notebook 07, backpropagation in code, the gradient check, the hunt and autograd."""
