"""Replays: explorers that go through the epochs of a training that is over, back and forth."""

from toynn_course.explorers.controls.look import button, menu, whole
from toynn_course.explorers.saturated import CHOICES, EPOCHS, LITTLE, STARTS, SaturatedDrawing
from toynn_course.explorers.watch import TrainingDrawing
from toynn_course.jupyter import Explorer, Player


def replay(controls, drawing, last, summary):
    """An Explorer with an epoch slider, Play, and a step; the drawing follows `epoch`.

    Nothing is trained while it plays: networks do not change, so those of all epochs are there.

    controls : those that come first; last : the number of the last epoch
    """
    play, epoch = button("Play"), whole("Epoch", 0, 0, last, width="23em", label="4em")
    extra = {"play": play, "step": button("Next epoch"), "epoch": epoch}
    explorer = Explorer({**controls, **extra}, drawing, summary)

    def advance():
        """Go one epoch on; False at the end, and where the picture of an epoch has failed."""
        epoch.value += 1
        return epoch.value < epoch.max and not explorer.picture.trouble

    def name_play(playing):
        play.description = "Pause" if playing else "Play"

    player = Player(advance, changed=name_play, trouble=explorer.tell)

    def toggle():
        """Play from here, or from the beginning if this is the end; or pause."""
        if player.playing:
            player.pause()
            return
        if epoch.value == epoch.max:
            epoch.value = 0
        player.play()

    def step():
        """Pause, and go one epoch on."""
        player.pause()
        advance()

    explorer.on(play=toggle, step=step)
    return explorer


def TrainingViewer(runs):
    """The boundary, the cost and every number of a network, at any epoch of its training.

    runs : dict of name to (data, epochs): a Dataset with two inputs and one target, 1 or -1, and
        the list of the Epochs of a network that was trained on it
    """
    longest = max(len(epochs) for _, epochs in runs.values()) - 1
    controls = {"data": menu("Data", runs, width="auto", label="4em")}
    summary = "Run this cell: a network that learns appears here, with Play and an epoch slider."
    return replay(controls, TrainingDrawing(runs), longest, summary)


def SaturatedNeuron(start=LITTLE, cost="quadratic"):
    """The output of a neuron that should answer 0, epoch by epoch, beside the slope it has left.

    start : a key of STARTS; cost : a key of CHOICES
    """
    controls = {
        "start": menu("Start", STARTS, start, width="23em", label="4em"),
        "cost": menu("Cost", CHOICES, cost, label="4em"),
    }
    summary = "Run this cell: a neuron that has to unlearn its answer appears here, with Play."
    return replay(controls, SaturatedDrawing(), EPOCHS, summary)
