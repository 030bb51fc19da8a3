"""A notebook of the site in a real browser: the same handles as in JupyterLab."""

from tests.browser.lab import OPEN, Lab


class LiteLab(Lab):
    """A page with one notebook in it, whose kernel is in the page as well."""

    def load(self, notebook="00_start_here.ipynb"):
        """Load the page of a notebook, as the book's link does, unless one is there already."""
        if self.page.url == "about:blank":
            self.page.goto(f"{self.url}/lite/lab/index.html?path={notebook}")
            self.page.wait_for_function("window.jupyterapp")

    def open(self, notebook):
        """Open a notebook and wait until its kernel is ready."""
        self.load(notebook)
        self.page.evaluate(OPEN, notebook)
