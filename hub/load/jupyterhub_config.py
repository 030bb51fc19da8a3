"""The hub of the load test: it listens to this machine alone, and nobody can log in.

The load test does everything through the hub's API, with a token that it makes up. Never use this
hub for people: all servers run as the user who started it, and nothing separates them.
"""

import json
import os
import sys
from pathlib import Path

c = get_config()
asked = json.loads(os.environ["TOYNN_LOAD_TEST"])
folder = Path(asked["folder"])

c.JupyterHub.bind_url, c.JupyterHub.hub_bind_url, c.ConfigurableHTTPProxy.api_url = (
    f"http://127.0.0.1:{port}" for port in asked["ports"]
)
c.ConfigurableHTTPProxy.command = [asked["proxy"]]
c.JupyterHub.db_url = f"sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = str(folder / "cookie_secret")
c.JupyterHub.authenticator_class = "null"  # there is no page to log in with
c.JupyterHub.active_server_limit = asked["learners"]

c.JupyterHub.spawner_class = "simple"  # no accounts on the system are needed
c.SimpleLocalProcessSpawner.home_dir_template = f"{folder}/homes/{{username}}"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root", "--ServerApp.terminals_enabled=False"]
c.Spawner.environment = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # as for people
c.Spawner.start_timeout = c.Spawner.http_timeout = 180  # all of them start at once

scopes = ["admin:users", "admin:servers", "admin:server_state", "access:servers"]
c.JupyterHub.services = [{"name": "load-test", "api_token": asked["token"]}]
c.JupyterHub.load_roles = [{"name": "load-test", "scopes": scopes, "services": ["load-test"]}]
