"""Labels: words in a figure that moves, drawn no more often than they change."""

from matplotlib.text import Text

from toynn_course.plots.palette import INK


class Label(Text):
    """Text that is drawn when it changes, and copied when not: glyphs cost more than pixels.

    Nothing else may be drawn where it stands.
    """

    drawn = region = None

    def draw(self, renderer):
        """Draw or copy."""
        place = *self.get_position(), self.get_va(), self.get_ha()
        now = renderer, self.get_text(), place
        if now != self.drawn:
            super().draw(renderer)
            self.drawn, self.region = now, None
            if self.get_text():
                self.region = renderer.copy_from_bbox(self.get_window_extent(renderer).padded(1))
        elif self.region:
            if self.get_bbox_patch():
                self.get_bbox_patch().draw(renderer)
            renderer.restore_region(self.region)

    def put(self, spot, text, va="center", ha="center"):
        """Write a text at a spot."""
        self.set(position=spot, text=text, va=va, ha=ha)


def label(axes, **look):
    """A Label on axes, still empty."""
    return axes.add_artist(Label(0, 0, "", **{"fontsize": 11, "color": INK} | look))
