"""Who signed off which version of which text, from `approvals.yaml`; what nobody did is held back.

A piece of the content is approved as it stands: whoever changes a word of it has it approved again.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StrictStr
from ruamel.yaml import YAML

from bot.domain.exercise import Exercise
from bot.domain.message import Phrase, Values
from bot.domain.people import Language
from bot.library.answer_sets import file_of
from bot.library.consents import fingerprint
from bot.library.exercises import FOLDERS
from bot.library.faults import ContentFault
from bot.library.voices import Words, read_all_words
from bot.library.word_lists import FOLDER as WORD_LISTS
from bot.library.yaml_files import read_yaml

FILE = "approvals.yaml"
WAKEUP = "words/wakeup"
WAKEUP_KEYS = ("nudge", "evening", "evening-leaving", "leaving")
PHASE_KEYS = ("phase-light", "phase-wash", "phase-eat", "phase-bag", "phase-leave")

_SET = re.compile(r"\bset: ([a-z0-9-]+)")
_HEAD = """\
# Who signed off which texts. `relais approve` writes this file; sha256 is the text as it was then.
"""


class Approval(BaseModel):
    """That somebody signed off a text as it stood on a day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: Annotated[StrictStr, Field(min_length=1, max_length=200)]
    on: date
    sha256: StrictStr


class Approvals(RootModel[dict[str, Approval]]):
    """All approvals, by the name of the piece."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of the content that is approved as a whole: where it stands, and what it says now."""

    name: str
    place: Path
    sha256: str

    def is_approved(self, approvals: Mapping[str, Approval]) -> bool:
        """Whether somebody signed off the piece as it is."""
        approval = approvals.get(self.name)
        return approval is not None and approval.sha256 == self.sha256


def pieces(content: Path, words: Words) -> Sequence[Piece]:
    """Return what has to be approved: exercises of all kinds, word lists, the wake-up's sentences.

    Help cards and what a menu or a question says are not among them: help has to work always.
    """
    return [*_folders(content), *_word_lists(content), *_wakeup(content, words)]


def read_pieces(content: Path) -> Sequence[Piece]:
    """Return the pieces of a content folder; raises ContentFault for words that cannot be read."""
    words, faults = read_all_words(content / "words")
    if faults:
        raise ContentFault(faults)
    return pieces(content, words)


def name_of(exercise: Exercise) -> str:
    """Return the name of the piece that an exercise is."""
    [folder] = [name for name, kind in FOLDERS.items() if kind is exercise.kind]
    return f"{folder}/{exercise.id}"


def name_of_list(language: Language) -> str:
    """Return the name of the piece that a word list is."""
    return f"{WORD_LISTS}/{language.value}"


def read_approvals(file: Path) -> Mapping[str, Approval]:
    """Return the approvals of a file, none where there is none; raises ContentFault."""
    return read_yaml(file, Approvals).root if file.exists() else {}


def told(piece: Piece, approvals: Mapping[str, Approval]) -> Phrase:
    """Return in words how it stands with a piece."""
    approval = approvals.get(piece.name)
    if approval is None:
        return Phrase("cli-approval-none", {"piece": piece.name, "place": str(piece.place)})
    values: Values = {
        "piece": piece.name,
        "name": approval.by,
        "day": approval.on,
        "year": approval.on.year,
    }
    if piece.is_approved(approvals):
        return Phrase("cli-approval", values)
    return Phrase("cli-approval-older", {**values, "place": str(piece.place)})


def approve(file: Path, chosen: Iterable[Piece], *, by: str, on: date) -> None:
    """Write down that somebody signed off these pieces as they are."""
    approvals = {**read_approvals(file)}
    for piece in chosen:
        approvals[piece.name] = Approval(by=by, on=on, sha256=piece.sha256)
    _write(file, approvals)


def held_back(found: Iterable[Piece], approvals: Mapping[str, Approval]) -> frozenset[str]:
    """Return the names of the pieces that nobody signed off as they are."""
    return frozenset(piece.name for piece in found if not piece.is_approved(approvals))


def _folders(content: Path) -> Iterator[Piece]:
    for name in FOLDERS:
        for folder in sorted(one for one in content.glob(f"{name}/*") if one.is_dir()):
            files = [*sorted(folder.glob("*.yaml")), *_sets(content, folder)]
            yield Piece(name=f"{name}/{folder.name}", place=folder, sha256=_digest(files))


def _sets(content: Path, folder: Path) -> Iterator[Path]:
    """Yield the files of the answer sets that an exercise names: their words are its words."""
    texts = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.yaml"))
    for name in sorted(set(_SET.findall(texts))):
        file = file_of(content, name)
        if file.exists():
            yield file


def _word_lists(content: Path) -> Iterator[Piece]:
    for file in sorted((content / WORD_LISTS).glob("*.yaml")):
        yield Piece(name=f"{WORD_LISTS}/{file.stem}", place=file, sha256=_digest([file]))


def _wakeup(content: Path, words: Words) -> Iterator[Piece]:
    told = [fingerprint(key, words.voices()) for key in (*WAKEUP_KEYS, *PHASE_KEYS)]
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()
    yield Piece(name=WAKEUP, place=content / "words", sha256=digest)


def _digest(files: Iterable[Path]) -> str:
    """Return the SHA-256 (hex) of files, whatever ends their lines."""
    texts = (f"{file.name}\n{file.read_text(encoding='utf-8')}" for file in files)
    return hashlib.sha256("\n\n".join(texts).encode()).hexdigest()


def _write(file: Path, approvals: Mapping[str, Approval]) -> None:
    plain = {name: one.model_dump() for name, one in sorted(approvals.items())}
    beside = file.with_name(f"{file.name}.new")
    with beside.open("w", encoding="utf-8") as opened:
        opened.write(_HEAD)
        YAML().dump(plain, opened)
    beside.replace(file)
