"""What all tests share."""

import signal

from hypothesis import settings

# The same examples in every run, and no limit on the time of one: machines differ.
settings.register_profile("toynn", derandomize=True, deadline=None)
settings.load_profile("toynn")

# What a shell starts in the background does not hear Ctrl-C, but some tests press it.
signal.signal(signal.SIGINT, signal.default_int_handler)
