"""The course on The Littlest JupyterHub; copy it to /opt/tljh/config/jupyterhub_config.d/.

It is read after what `tljh-config` has set: limits, culling and who may log in are set there.
"""

import os

c = get_config()

c.Spawner.default_url = "/lab/tree/toynn/notebooks/00_start_here.ipynb"


def own_copy(spawner):
    """The learner's own copy of the course, which a link has put into their home."""
    return os.path.expanduser(f"~{spawner.username_template}/toynn")  # noqa: PTH111 - of another user


c.Spawner.environment = {
    "PYTHONPATH": own_copy,  # notebooks import the toynn that lies beside them, and fits them
    "OPENBLAS_NUM_THREADS": "1",  # or each learner would take a thread for each core
    "OMP_NUM_THREADS": "1",
}
