"""None, on its way to the page of a browser whose kernel is in the page as well.

That kernel makes JavaScript's `undefined` of it, which no message carries: a choice that is taken
back would stay on the page, and what was hidden would not come back.
"""

import contextlib
import json
import sys


def send_none_as_null():
    """From here on, let the page hear of it when a trait becomes None."""
    if sys.platform != "emscripten":
        return
    import js
    from pyodide_kernel.comm import Comm

    publish = Comm.publish_msg

    def publish_msg(self, msg_type, data=None, *more, **keys):
        with contextlib.suppress(TypeError, ValueError):  # what JSON lacks goes the old way
            data = js.JSON.parse(json.dumps(data or {}, allow_nan=False))
        publish(self, msg_type, data, *more, **keys)

    Comm.publish_msg = publish_msg
