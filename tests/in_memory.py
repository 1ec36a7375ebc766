"""Where databases that nobody keeps stand: in memory, where a commit waits for no disk."""

import shutil
from pathlib import Path

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - files below it have names of their own


def roomy(needed: int) -> str | None:
    """Return a folder in memory with so many bytes free; None where there is none."""
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free >= needed:
        return str(IN_MEMORY)
    return None
