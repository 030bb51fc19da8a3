"""What processes hold and have used: memory in MB, processor time in seconds."""

from dataclasses import dataclass
from pathlib import Path

import psutil

MEGABYTE = 1e6


@dataclass(frozen=True)
class Used:
    """What a process holds now and has used so far.

    pss : its share of the memory, in MB: a page that n processes share counts as 1/n of it. Where
        the system does not tell, the same as `uss`
    uss : the memory that would be free if this process alone ended, in MB
    peak : the most that it ever held, shared pages included, in MB; 0 on systems without /proc
    processor : in seconds
    """

    pss: float
    uss: float
    peak: float
    processor: float


def used(pid):
    """What a process uses; raises psutil.NoSuchProcess if there is none."""
    process = psutil.Process(pid)
    memory = process.memory_full_info()
    return Used(
        pss=getattr(memory, "pss", memory.uss) / MEGABYTE,
        uss=memory.uss / MEGABYTE,
        peak=_peak(pid),
        processor=processor_time(pid),
    )


def processor_time(pid):
    """How long a process has computed, in seconds."""
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system


def children(pid):
    """The numbers of the processes that a process has started and that are still there."""
    return sorted(child.pid for child in psutil.Process(pid).children())


def named(folder):
    """The processes with this folder somewhere in their environment, no matter who started them.

    The system shows us the environment of our own processes only; we skip the others.
    """
    found = []
    for process in psutil.process_iter():
        try:
            values = process.environ().values()
        except psutil.Error:
            continue
        if any(str(folder) in value for value in values):
            found.append(process)
    return found


def end(processes, seconds):
    """End processes: politely first, and after some seconds whatever is left by force."""
    left = [process for process in processes if process.is_running()]
    for process in left:
        _unless_gone(process.terminate)
    _, left = psutil.wait_procs(left, timeout=seconds)
    for process in left:
        _unless_gone(process.kill)
    psutil.wait_procs(left, timeout=seconds)


def _unless_gone(act):
    try:
        act()
    except psutil.NoSuchProcess:
        return


def _peak(pid):
    """The "high water mark" of /proc, which is in units of 1024 bytes."""
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    lines = [line.split() for line in text.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0][1]) * 1024 / MEGABYTE if lines else 0.0
