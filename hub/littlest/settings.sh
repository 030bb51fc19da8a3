#!/usr/bin/env bash
# Settings for The Littlest JupyterHub, for a class with this course: run as an administrator,
# from a terminal in JupyterHub or over ssh, in a copy of the repository.
set -euo pipefail
PATH="$PATH:/opt/tljh/hub/bin"

# A learner with two notebooks open stays well below this: see ../sizing.md.
tljh-config set limits.memory 1G
# A playground that plays takes one core; nobody can take two.
tljh-config set limits.cpu 1

# A server that nobody has used for an hour is stopped; its files stay. A page left open counts as
# use, so after twelve hours any server is.
tljh-config set services.cull.enabled true
tljh-config set services.cull.timeout 3600
tljh-config set services.cull.every 300
tljh-config set services.cull.max_age 43200

install -D -m 644 hub/littlest/jupyterhub_config.d/toynn.py \
    /opt/tljh/config/jupyterhub_config.d/toynn.py
tljh-config reload
