"""What Sphinx makes the book with. The site writes this file beside the pages of the book."""

from toynn_course.site.reference import as_restructured

project = "toynn"
author = "toynn"
html_title = "How deep learning works"
language = "en"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx_copybutton"]
nb_execution_mode = "off"
nb_render_markdown_format = "myst"
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 4
myst_heading_slug_func = "toynn_course.site.headings.anchor"
suppress_warnings = ["myst.header", "mystnb.unknown_mime_type"]
default_role = "code"
add_module_names = False
autodoc_typehints = "none"
html_theme = "sphinx_book_theme"
html_static_path = ["_static"]
html_css_files = ["course.css"]
html_copy_source = False
html_show_sourcelink = False
mathjax_path = "mathjax/tex-mml-chtml.js"
copybutton_exclude = ".linenos, .gp, .go"
html_theme_options = {
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "navigation_with_keys": False,
    "navbar_persistent": [],
}


def _restructure(_app, _what, _name, _object, _options, lines):
    lines[:] = as_restructured(lines)


def _add_button(app, page, _template, context, _doctree):
    """Put a button on each page that opens its notebook, or else the first, in the browser."""
    lesson = page if f"{page}.ipynb" in app.config.toynn_lessons else "00_start_here"
    button = {
        "type": "link",
        "url": f"{context['pathto']('lite/lab/index.html', 1)}?path={lesson}.ipynb",
        "text": "Try it in your browser",
        "tooltip": "Run this notebook in your browser, without installing anything",
        "label": "live",
    }
    context["header_buttons"].insert(0, button)


def setup(app):
    """Connect both."""
    app.add_config_value("toynn_lessons", [], "html")
    app.connect("autodoc-process-docstring", _restructure)
    app.connect("html-page-context", _add_button, priority=900)
