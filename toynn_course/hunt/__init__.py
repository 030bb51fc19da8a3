"""The bug hunt of notebook 07: wrong ways to go backward, and the article's own program."""
