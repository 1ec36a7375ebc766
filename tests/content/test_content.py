from pathlib import Path

import bot
from bot.library.checking import check
from tests.library.content_folder import CONTENT

SOURCE = Path(bot.__file__).parent


def test_the_content_is_written_as_agreed() -> None:
    faults = check(CONTENT, SOURCE)

    assert [str(fault) for fault in faults] == []


def test_the_guide_for_authors_names_every_file_of_words() -> None:
    guide = (CONTENT / "README.md").read_text(encoding="utf-8")

    assert [file.name for file in (CONTENT / "words").iterdir() if file.name not in guide] == []
