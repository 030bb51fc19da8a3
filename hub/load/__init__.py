"""A load test: learners who do not exist run a notebook, all at once, on a hub that does.

`python -m hub.load 6 --notebook notebooks/05_gradient_descent.ipynb` starts a JupyterHub of its own
on this machine, lets six simulated learners run every cell of the notebook, says how long they
waited and how much memory and processor time they took, and ends all that it has started.

It needs the extra `hub` (`pip install -e ".[hub]"`), and JupyterHub's proxy, which comes from npm
(`npm install configurable-http-proxy`).
"""
