"""The site: a book to read, and the course in the browser, in a folder that any server can show.

`python -m toynn_course.site FOLDER` builds it; the modules here need the extra "site".
"""
