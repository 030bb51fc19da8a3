"""What the README's JupyterLab is started with."""

from pathlib import Path
from unittest.mock import Mock

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from traitlets.config.loader import PyFileConfigLoader

ROOT = Path(__file__).parents[1]


def test_messages_of_a_kernel_are_passed_on_to_the_page_at_once(monkeypatch):
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda _: "connected")
    config = PyFileConfigLoader("jupyter_lab_config.py", str(ROOT)).load_config()
    connection = config.ServerApp.kernel_websocket_connection_class
    handler = Mock(spec=KernelWebsocketHandler)
    assert connection(websocket_handler=handler).connect() == "connected"
    handler.set_nodelay.assert_called_once_with(True)
