"""Help cards: whom to call in each country, from `help/<COUNTRY>.yaml`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr

from bot.domain.people import Language
from bot.library.faults import ContentFault, Fault
from bot.library.yaml_files import read_yaml


def _in_every_language(texts: Mapping[Language, str]) -> Mapping[Language, str]:
    missing = [language for language in Language if not texts.get(language, "").strip()]
    if missing:
        raise ValueError(f"no text in: {', '.join(missing)}")
    return texts


Texts: TypeAlias = Annotated[dict[Language, StrictStr], AfterValidator(_in_every_language)]
Number: TypeAlias = Annotated[str, Field(strict=True, pattern=r"^[0-9][0-9 -]{0,18}$")]


class Line(BaseModel):
    """A number to call: whose it is, when it answers, and what is good to know about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Texts
    number: Number
    hours: Texts
    note: Texts | None = None


class HelpCard(BaseModel):
    """Whom to call in a country; the first line is the one for dark thoughts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    emergency: Annotated[list[Number], Field(min_length=1, max_length=2)]
    lines: Annotated[list[Line], Field(min_length=1, max_length=3)]
    verified: date
    source: StrictStr


def read_cards(folder: Path) -> tuple[dict[str, HelpCard], list[Fault]]:
    """Return the cards of a folder by country code, and what is wrong with them."""
    cards: dict[str, HelpCard] = {}
    faults: list[Fault] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            cards[file.stem] = read_yaml(file, HelpCard)
        except ContentFault as fault:
            faults += fault.faults
    if not cards and not faults:
        faults.append(Fault(file=folder, line=1, field="folder", what="holds no help card"))
    return cards, faults
