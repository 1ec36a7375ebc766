"""Versions of the texts that people agree to, from `words/consents.yaml`."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

from bot.library.entries import Entries
from bot.library.faults import ContentFault, Fault
from bot.library.patterns import texts
from bot.library.yaml_files import read_yaml


class Consent(BaseModel):
    """A version of a text, and the fingerprint that the text had when it got this version.

    `changed` is the key of a sentence that says what is different from the version before.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Annotated[int, Field(ge=1, strict=True)]
    sha256: str
    changed: str | None = None


class Consents(RootModel[dict[str, Consent]]):
    """All texts that people agree to, by key."""


def read_consents(file: Path) -> tuple[Mapping[str, Consent], list[Fault]]:
    """Return the versions by key, and what is wrong with the file."""
    try:
        return read_yaml(file, Consents).root, []
    except ContentFault as fault:
        return {}, list(fault.faults)


def fingerprint(key: str, voices: Iterable[tuple[str, Entries]]) -> str:
    """Return the SHA-256 (hex) of a key's texts in all voices, given in a lasting order."""
    lines = [
        f"{name}\n{text}"
        for name, entries in voices
        if key in entries
        for text in texts(entries[key], entries)
    ]
    return hashlib.sha256("\n\n".join(lines).encode()).hexdigest()
