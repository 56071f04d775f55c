"""The most memory that this process held, whoever started it."""

from __future__ import annotations

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_mib() -> float:
    """Give the peak of this program's memory in MiB.

    On Linux a program inherits the peak of the one that started it in what getrusage tells (exec_mmap keeps the
    old address space's high water in signal->maxrss), so that the kernel's own count for this address space is read.
    """
    if _STATUS.is_file() and (found := re.search(r"VmHWM:\s*(\d+) kB", _STATUS.read_text())):
        return int(found.group(1)) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
