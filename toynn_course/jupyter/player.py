"""A player: calls a function again and again, and leaves the notebook free to do other things."""

import asyncio


class Player:
    """Calls frame() again and again until it returns False or the player is paused.

    It is a task of the notebook's own event loop, which waits between frames, so that sliders,
    buttons and other cells go on answering. Make it in the cell that shows the widget.

    frame : function of nothing; seconds : from frame to frame, at least
    changed : function that is told True when playing begins and False when it ends
    trouble : function that is told an error that a frame raises
    """

    def __init__(self, frame, seconds=0.03, changed=None, trouble=None):
        self.frame, self.seconds = frame, seconds
        self.changed = changed or (lambda _playing: None)
        self.trouble = trouble or (lambda _error: None)
        self.playing = False
        try:
            self.loop = asyncio.get_running_loop()
        except RuntimeError:
            self.loop = None

    def play(self):
        """Begin. Raises RuntimeError where nothing runs an event loop."""
        if self.loop is None:
            raise RuntimeError("Play needs a notebook; elsewhere, call the frames yourself.")
        if not self.playing:
            self.playing = True
            self.changed(True)
            self.loop.call_soon_threadsafe(self._start)

    def pause(self):
        """Stop after the frame that is being shown."""
        self.playing = False

    def _start(self):
        self.task = self.loop.create_task(self._run())  # kept, or it could be collected

    async def _run(self):
        me = asyncio.current_task()  # paused and played again at once, another task takes over
        try:
            while self.playing and self.task is me and self.frame() is not False:
                await asyncio.sleep(self.seconds)
        except Exception as error:  # noqa: BLE001 - nobody awaits this task, so it tells its error
            self.trouble(error)
        finally:
            if self.task is me:
                self.playing = False
                self.changed(False)
