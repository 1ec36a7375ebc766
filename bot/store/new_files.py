"""Files that are there whole or not at all, for their owner alone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """Give an empty file beside another, in whose place it is put at the end of the block.

    Only its owner may read it. An error in the block removes it and leaves the other as it was.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _keep(part)
        part.replace(file)
        _keep(file.parent)
    finally:
        part.unlink(missing_ok=True)


def _keep(path: Path) -> None:
    """Have the disk write down a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
