"""What the tests of the library may ask for."""

from pathlib import Path

import pytest

from bot.library import Library, open_library
from tests.library.content_folder import CONTENT, write_small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a small content folder of its own for a test to break."""
    return write_small_content(tmp_path / "content")


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the real library."""
    return open_library(CONTENT)
