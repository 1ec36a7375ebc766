"""A small content folder to break, and the real one to read."""

import shutil
from pathlib import Path

CONTENT = Path(__file__).parents[2] / "content"

PLAIN = """\
value-date = { $weekday } { $day } { $month }
value-days-all = every day
value-days-range = { $first } to { $last }
value-days-list = { $days }
value-days-none = no day
keyboard-menu = Menu
keyboard-help = Help
help-card = { $card }
help-card-danger = Call { $number }.
help-card-danger-two = Call { $number } or { $other }.
help-card-line = { $name } { $number }, { $hours }. { $note }
help-card-other-line = { $name } { $number }, { $hours }. { $note }
help-card-people = Nobody reads here.
"""


def write_small_content(folder: Path) -> Path:
    """Write a content folder with the fewest words, the same in both languages."""
    words = folder / "words"
    words.mkdir(parents=True)
    for name in ("fr.ftl", "en.ftl"):
        (words / name).write_text(PLAIN, encoding="utf-8")
    (words / "fr-tu.ftl").write_text("", encoding="utf-8")
    for name in ("consents.yaml", "heard.yaml", "avoid.yaml"):
        shutil.copy(CONTENT / "words" / name, words / name)
    (words / "consents.yaml").write_text("{}\n", encoding="utf-8")
    shutil.copytree(CONTENT / "help", folder / "help")
    return folder


def add(file: Path, text: str) -> None:
    """Write more at the end of a file, or a new one."""
    with file.open("a", encoding="utf-8") as there:
        there.write(text)


def write_small_source(folder: Path) -> Path:
    """Write the source of a program that uses every word of the small content folder."""
    folder.mkdir(parents=True)
    keys = [line.split(" = ")[0] for line in PLAIN.splitlines()]
    (folder / "uses.py").write_text(f"KEYS = {keys}\n", encoding="utf-8")
    return folder
