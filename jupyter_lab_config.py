"""What the README's command starts JupyterLab with: nothing leaves the machine."""

c = get_config()

# Do not ask the network for a newer JupyterLab or for news, and do not ask the reader about it.
c.LabApp.check_for_updates_class = "jupyterlab.handlers.announcements.NeverCheckForUpdate"
c.LabApp.news_url = None

# The extension manager would list what the package index holds.
c.LabApp.extension_manager = "readonly"

# In a container the only user is often root; the server listens on this machine alone and
# asks for its token all the same.
c.ServerApp.allow_root = True
