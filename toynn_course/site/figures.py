"""Figures: the pictures inside a page, taken out of it into files of their own."""

import base64
import hashlib
import re

INLINE = re.compile(r'src="data:image/png;base64,([^"]+)"')


def taken_out(text, folder, address):
    """The HTML with each picture in it written to the folder, and loaded once it is near the view.

    address : the folder as the page calls it
    """

    def written(found):
        data = base64.b64decode(found[1])
        name = f"{hashlib.sha256(data).hexdigest()[:16]}.png"
        (folder / name).write_bytes(data)
        return f'loading="lazy" src="{address}/{name}"'

    return INLINE.sub(written, text)
