"""A notebook of the site in a real browser: the same handles as in JupyterLab."""

import re

import nbformat

from tests.browser.lab import OPEN, Lab

# The value of an expression in the kernel, which knows no user_expressions in a browser.
ASK = """async expression => {
    const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const asked = kernel.requestExecute({ code: expression, store_history: false });
    let value;
    asked.onIOPub = ({ header, content }) => {
        if (header.msg_type == "error") throw new Error(content.evalue);
        if (header.msg_type == "execute_result") value = content.data["text/plain"];
    };
    await asked.done;
    return value;
}"""

BEGIN = f"""path => {{
    window.opened = "";
    ({OPEN})(path).then(() => opened = "yes", error => opened = `${{error.stack}}`);
}}"""


class LiteLab(Lab):
    """A page with one notebook in it, whose kernel is in the page as well."""

    def load(self, notebook=None):
        """Load the page, with a notebook as the book's link does, unless it is there already."""
        if self.page.url == "about:blank":
            path = f"?path={notebook}" if notebook else ""
            self.page.goto(f"{self.url}/lite/lab/index.html{path}")
            self.page.wait_for_function("window.jupyterapp")

    def open(self, notebook):
        """Open a notebook and wait until its kernel is ready."""
        self.load(notebook)
        self.page.evaluate(BEGIN, notebook)
        self.page.wait_for_function("opened")  # which has an end, unlike an evaluation
        assert self.page.evaluate("opened") == "yes"

    def ask(self, expression):
        """The repr of an expression in the kernel, on one line."""
        return re.sub(r"\n\s*", " ", self.page.evaluate(ASK, expression))


WRITE = """async ([path, content]) => {
    await jupyterapp.restored;
    await jupyterapp.serviceManager.contents.save(
        path, { path, type: "notebook", format: "json", content });
}"""


def fill(lab, *sources, path="trial.ipynb"):
    """Write a notebook of these cells into the reader's storage, open it and run it."""
    cells = list(map(nbformat.v4.new_code_cell, sources))
    kernel = {"name": "python", "display_name": "Python (Pyodide)"}
    book = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    lab.load()
    lab.page.evaluate(WRITE, [path, book])
    lab.open(path)
    lab.run_all()
