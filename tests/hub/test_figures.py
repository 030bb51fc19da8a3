"""What is measured of all learners together, and the report of it."""

import pytest

from hub.load.learner import Lesson, require_ready
from hub.load.processes import Used
from hub.load.report import lines
from hub.load.run import cells_of, figures, spread


def test_a_spread_has_the_middle_the_95th_of_a_hundred_and_the_largest():
    assert spread(range(100, 0, -1)) == {"median": 50.5, "p95": 95, "most": 100}
    assert spread([7.0]) == {"median": 7.0, "p95": 7.0, "most": 7.0}
    assert spread([]) == {}


def test_the_figures_are_those_of_the_learners(synthetic):
    run = synthetic()
    assert run["seconds"]["server"] == {"median": 5.0, "p95": 6.0, "most": 6.0}
    assert run["seconds"]["first_cell"]["most"] == 5.0
    assert run["seconds"]["cell"]["median"] == pytest.approx(0.35)  # 0.1 0.2 0.3 | 0.4 3 5
    assert run["seconds"]["notebook"]["median"] == pytest.approx((3.3 + 5.7) / 2)
    assert run["memory"]["kernel"] == {"median": 155, "p95": 160, "most": 160}
    assert run["memory"]["hub"] == 90
    assert run["processor"]["hub"] == 7 - 4  # what it did before they came is not theirs
    assert run["processor"]["kernel_open"]["most"] == 2.2
    assert run["megabytes_received"]["median"] == 1.5
    assert run["errors"] == []


def test_a_learner_whose_server_never_came_is_an_error_and_spoils_no_figure():
    there = Lesson("learner0", server=4.0, kernel=1.0, cells=[2.0], pid=11)
    lost = Lesson("learner1", errors=["RuntimeError: the server did not start: no memory"])
    one = Used(80, 70, 120, 3)
    memory = {"hub": one, "proxy": one, "servers": [one], "kernels": [one]}
    run = figures([there, lost], memory, hub_before=0)
    assert run["seconds"]["server"]["most"] == 4.0
    assert run["errors"] == ["learner1, RuntimeError: the server did not start: no memory"]


def test_a_notebook_that_was_broken_off_does_not_count_as_one_that_took_no_time():
    whole = Lesson("learner0", kernel=1.0, opening=2.0, cells=[2.0, 3.0], working=4.0, pid=11)
    broken = Lesson("learner1", kernel=1.0, cells=[120.0], errors=["code cell 0: no answer"])
    one = Used(80, 70, 120, 3)
    memory = {"hub": one, "proxy": one, "servers": [one], "kernels": [one]}
    run = figures([whole, broken], memory, hub_before=0)
    assert run["processor"]["kernel_open"]["median"] == 2.0
    assert run["processor"]["all_cells"]["median"] == 4.0
    assert run["seconds"]["notebook"]["most"] == 5.0
    assert run["seconds"]["first_cell"]["most"] == 120.0


def test_the_report_says_who_did_what_where_and_how_long_it_took(synthetic):
    text = "\n".join(lines(synthetic()))
    assert text.startswith("2 at once, each runs 05.ipynb, no pause between cells.\n")
    assert "2 cores, 24 GB, Python 3.12.1, JupyterHub 6.1.1" in text
    rows = {line[:46].strip(): line[46:].split() for line in text.splitlines()}
    assert rows["until the server is ready"] == ["5.00", "6.00", "6.00"]
    assert rows["kernel (PSS)"] == ["155", "160", "160"]
    assert rows["server and kernel, for all cells"] == ["9.50", "10.00", "10.00"]
    assert "hub 90 MB, proxy 50 MB" in text
    assert text.endswith("\nno error")


def test_what_was_not_measured_has_no_row(synthetic):
    assert "epochs a second" not in "\n".join(lines(synthetic()))


def test_errors_end_the_report_a_line_each(synthetic):
    report = list(lines(synthetic(errors=["learner0, code cell 3: NameError: x", "learner1, y"])))
    assert report[-3:] == ["2 errors", "  learner0, code cell 3: NameError: x", "  learner1, y"]


def test_the_cells_are_those_that_hold_code(write_notebook):
    path = write_notebook(code=["import toynn", "  \n", "1 + 1"], text=["# A heading"])
    assert cells_of(path) == ("import toynn", "1 + 1")


@pytest.mark.parametrize(
    ("events", "complaint"),
    [
        ("", "no reason given"),
        ('data: {"progress": 50, "message": "Spawning"}\n\n', "Spawning"),
        ('data: {"progress": 0}\n\ndata: {"failed": true, "message": "too many"}\n\n', "too many"),
    ],
)
def test_a_server_that_is_not_ready_in_the_end_did_not_start(events, complaint):
    with pytest.raises(RuntimeError, match=f"the server did not start: {complaint}"):
        require_ready(events)


def test_a_server_that_is_ready_in_the_end_has_started():
    require_ready('data: {"progress": 0}\n\ndata: {"progress": 100, "ready": true}\n\n')
