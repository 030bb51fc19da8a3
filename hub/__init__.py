"""The course for a class: what an administrator needs to run it on a server (see README.md)."""
