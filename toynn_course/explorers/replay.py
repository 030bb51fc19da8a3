"""Replays: explorers that go through the epochs of a training that is over, back and forth."""

import ipywidgets as widgets

from toynn_course.jupyter import Explorer, Player


class Replay(Explorer):
    """An explorer with an epoch slider, Play, and a step. Its `scene` takes an `epoch`.

    Nothing is trained while it plays: networks do not change, so those of all epochs are there.
    """

    def epoch_controls(self, last):
        """The controls that every replay has, for the epochs from 0 to `last`."""
        self.player = Player(self.advance, changed=self._name_play, trouble=self.tell)
        slider = widgets.IntSlider(
            max=last,
            description="Epoch",
            layout={"width": "23em"},
            style={"description_width": "4em"},
        )
        return {
            "play": self.button("Play", self.toggle),
            "step": self.button("One epoch on", self.step),
            "epoch": slider,
        }

    def advance(self):
        """Go one epoch on; False at the end, and where the picture of an epoch has failed."""
        slider = self.controls["epoch"]
        slider.value += 1
        return slider.value < slider.max and not self.picture.trouble

    def toggle(self):
        """Play from here, or from the beginning if this is the end; or pause."""
        slider = self.controls["epoch"]
        if self.player.playing:
            self.player.pause()
            return
        if slider.value == slider.max:
            slider.value = 0
        self.player.play()

    def step(self):
        """Pause, and go one epoch on."""
        self.player.pause()
        self.advance()

    def _name_play(self, playing):
        self.controls["play"].description = "Pause" if playing else "Play"
