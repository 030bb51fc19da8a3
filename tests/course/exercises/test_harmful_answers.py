"""Answers that would end a kernel, in a real one: each gets one card, and the kernel lives on."""

import asyncio
from contextlib import closing

import jupyter_client
import nbclient
import nbformat
import pytest

START = """
from dataclasses import replace
from toynn_course.exercises import EXERCISES, check
EXERCISES["02.sigmoid"] = replace(EXERCISES["02.sigmoid"], seconds=0.3)
kept = "still here"
"""
HARMFUL = {
    "exit": ("exit()", "runs into `exit()`"),
    "quit": ("quit()", "runs into `quit()`"),
    "autocall": ("get_ipython().ask_exit()", "runs into `exit()`"),
    "sys.exit": ("import sys; sys.exit()", "runs into `sys.exit()`"),
    "SystemExit": ("raise SystemExit", "raises SystemExit"),
    "os._exit": ("import os; os._exit(0)", "runs into `os._exit()`"),
    "os.abort": ("import os; os.abort()", "runs into `os.abort()`"),
    "os.kill": ("import os; os.kill(os.getpid(), 9)", "runs into `os.kill()`"),
    "loop": ("while True: pass", "was still running after 0.3 seconds, and was stopped"),
    "stubborn": (
        "while True:\n        try:\n            while True: pass\n        except: pass",
        "was still running after 0.3 seconds, and was stopped",
    ),
    "recursion": ("return sigmoid(z)", "RecursionError"),
    "input": ("return float(input('z? '))", "runs into `input()`"),
    "getpass": ("import getpass; getpass.getpass()", "runs into `getpass.getpass()`"),
    "memory": ("import numpy as np; np.ones(10**11)", "asked for far more memory"),
    "printing": ("for i in range(10**6): print(i)", "sigmoid(0.0)"),
    "displaying": ("display(z)", "prints something, but"),
    "thread": ("import threading; threading.Thread(target=input).start()", "returns None"),
    "plotting": ("import matplotlib.pyplot as plt; plt.plot([z]); plt.show()", "sigmoid(0.0)"),
}


class Kernel:
    """One kernel, in which cells run one after the other."""

    def __init__(self, runner):
        self.runner = runner
        self.manager, client = runner.run(jupyter_client.manager.start_new_async_kernel())
        empty = nbformat.v4.new_notebook()
        self.client = nbclient.NotebookClient(empty, km=self.manager, timeout=60)
        self.client.kc = client

    def outputs(self, *sources):
        """What each of these cells shows."""
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        self.client.nb = nbformat.v4.new_notebook(cells=cells)
        self.runner.run(self.client.async_execute())
        return [cell.outputs for cell in cells]

    def close(self):
        self.client.kc.stop_channels()
        self.runner.run(self.manager.shutdown_kernel(now=True))


@pytest.fixture(scope="module")
def kernel():
    with asyncio.Runner() as runner, closing(Kernel(runner)) as kernel:
        kernel.outputs(START, "import matplotlib.pyplot")
        yield kernel


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_answer_gets_one_card_and_the_kernel_lives(name, kernel):
    body, words = HARMFUL[name]
    checking = 'check("02.sigmoid", sigmoid)'
    silent, card, kept = kernel.outputs(f"def sigmoid(z):\n    {body}", checking, "kept")
    assert silent == []
    assert [each.output_type for each in card] == ["execute_result"]
    text = " ".join(card[0].data["text/plain"].split())
    assert words in text
    assert "Traceback" not in text
    assert kept[0].data["text/plain"] == "'still here'"


def test_exit_is_as_before_afterwards(kernel):
    kernel.outputs("def sigmoid(z):\n    exit()", 'check("02.sigmoid", sigmoid)')
    [[same]] = kernel.outputs("[exit, quit] == 2 * [get_ipython().exiter]")
    assert same.data["text/plain"] == "True"
