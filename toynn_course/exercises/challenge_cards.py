"""Challenge cards on the page: a menu; each card asks, sets up the playground, and says why."""

import html

import ipywidgets as widgets

from toynn_course.exercises.challenges import CARDS
from toynn_course.exercises.engine.card import marked_up, paragraph
from toynn_course.exercises.engine.controls import Form
from toynn_course.exercises.engine.prediction import Gate
from toynn_course.jupyter import Column


class ChallengeCards(Column):
    """A menu of cards; each asks, and then sets up a playground to see the answer.

    playground : the Playground to set up
    """

    def __init__(self, playground, cards=CARDS):
        self.playground, self.gates = playground, {}
        self.menu = widgets.Dropdown(
            options=[(f"{number} {card.topic}", card) for number, card in enumerate(cards, 1)],
            description="Card",
            layout={"width": "22em", "max_width": "calc(100% - 4px)"},  # its margins count, too
            style={"description_width": "3em"},
        )
        self.place, self.note, self.form = widgets.VBox(), widgets.HTML(), Form()
        self.menu.observe(self._turn, "value")
        super().__init__([self.menu, self.place, self.form])
        self._turn()

    def __repr__(self):
        return "Run this cell: a menu of challenge cards appears here."

    @property
    def card(self):
        """The card that shows."""
        return self.menu.value

    def set_up(self, setup):
        """Set every control of the playground, and begin with epoch 0."""
        try:
            self.playground.pause()
            said = self.playground.set(**setup.whole)
            if self.playground.told:
                self._tell(said)
                return
            self.playground.session.reset()  # where nothing had to be changed, too
            self.playground.show()
        except Exception as error:  # noqa: BLE001 - a friendly line instead of a dead button
            self._tell(f"That could not be set up: {error}")
        else:
            self._tell(f"The playground is set up: {setup.name}. Press Play there.")

    def _turn(self, _change=None):
        """Show the card that was chosen; what was answered before stays answered."""
        card = self.card
        if card not in self.gates:
            self.gates[card] = Gate(card.question, then=lambda: self._behind(card))
        self.place.children = [self.gates[card]]
        self._tell("")

    def _behind(self, card):
        """What opens after the prediction: buttons to set up, and what was found."""
        buttons = [self._button(setup) for setup in card.setups]
        row = widgets.Box(buttons, layout={"flex_flow": "row wrap"})
        return widgets.VBox([row, self.note, widgets.HTML(told(card))])

    def _button(self, setup):
        button = widgets.Button(description=f"Set it up: {setup.name}", layout={"width": "auto"})
        button.on_click(lambda _: self.set_up(setup))
        return button

    def _tell(self, text):
        self.note.value = paragraph(html.escape(text)) if text else ""
        self.form.spoken = text


def told(card):
    """What became of the starts, and why, as HTML."""
    seeds = {setup.seeds for setup in card.setups}
    starts = " or ".join(str(number) for number in sorted(seeds))
    return "".join(
        [
            paragraph(f"<strong>{html.escape(card.name)}.</strong>"),
            paragraph(f"<strong>Look.</strong> {marked_up(card.look)}"),
            paragraph(
                f"<strong>What became of {starts} starts</strong> (seeds from 0 on; losses and "
                "accuracies are means over all of them, after the last epoch):"
            ),
            _table([setup.name for setup in card.setups], [setup.cells for setup in card.setups]),
            paragraph(f"<strong>Why.</strong> {marked_up(card.why)}"),
        ]
    )


CELL = "padding: 2px 1em 2px 0; text-align: left; vertical-align: top"


def _table(names, columns):
    """A row for each number, a column for each setting."""
    head = "".join(f'<th scope="col" style="{CELL}">{html.escape(name)}</th>' for name in names)
    rows = [f'<tr><th scope="col" style="{CELL}">Setting</th>{head}</tr>']
    for what in dict.fromkeys(name for column in columns for name in column):
        cells = "".join(f'<td style="{CELL}">{column[what]}</td>' for column in columns)
        rows.append(
            f'<tr><th scope="row" style="{CELL}; font-weight: normal">{what}</th>{cells}</tr>'
        )
    style = "border-collapse: collapse; line-height: 1.5"
    return f'<table style="{style}">{"".join(rows)}</table>'
