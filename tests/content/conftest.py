"""What the tests of the content may ask for."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.library.checking import check
from tests.library.content_folder import write_small_content, write_small_source

Complain: TypeAlias = Callable[[], list[str]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a small content folder of its own for a test to break."""
    return write_small_content(tmp_path / "content")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the source of a small program that uses this content."""
    return write_small_source(tmp_path / "source")


@pytest.fixture
def complain(tmp_path: Path, content: Path, source: Path) -> Complain:
    """Return what lists the faults of the small content, with short paths."""

    def list_faults() -> list[str]:
        return [str(fault).replace(f"{tmp_path}/", "") for fault in check(content, source)]

    return list_faults
