"""What the README's command starts JupyterLab with: nothing leaves the machine, nothing waits."""

import os
from pathlib import Path

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

c = get_config()

# The networks of the course are small: several threads wait for each other longer than they
# compute. NumPy in a kernel reads this when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ANNOUNCEMENTS = "@jupyterlab/apputils-extension:announcements"
OF_JUPYTERLITE = "@jupyterlite/"


def what_the_course_needs(_, page_config):
    """Leave out what asks the network, or the reader, for news and newer versions.

    And what is only there to build the site: it looks for a JupyterLite around it, and complains.
    """
    page_config["disabledExtensions"] = [*page_config["disabledExtensions"], ANNOUNCEMENTS]
    page_config["federated_extensions"] = [
        each
        for each in page_config["federated_extensions"]
        if not each["name"].startswith(OF_JUPYTERLITE)
    ]
    return page_config


c.ServerApp.tornado_settings = {"page_config_hook": what_the_course_needs}

# The extension manager would look for extensions in the package index.
c.LabApp.extension_manager = "readonly"

# A notebook named on the command line would make its folder the root, and so hide the package;
# and the address printed in the terminal should lead to the first notebook too.
c.ServerApp.root_dir = str(Path(__file__).parent)
c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"

# In a container the only user is often root; the server listens to this machine alone and
# asks for its token all the same.
c.ServerApp.allow_root = True


class PromptConnection(ZMQChannelsWebsocketConnection):
    """What passes on to the page what a kernel says, each message at once."""

    def connect(self):
        """Let no message wait until the page has acknowledged the one before it.

        TCP does that otherwise, and the page takes 40 ms (Nagle's algorithm and a delayed ACK).
        """
        self.websocket_handler.set_nodelay(True)
        return super().connect()


c.ServerApp.kernel_websocket_connection_class = PromptConnection
