"""Who has a phone on the page, and what they are there for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in the programme; the page has a word for each."""

    PARTICIPANT = "participant"
    COACH = "coach"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"
    NEWCOMER = "newcomer"


@dataclass(frozen=True, kw_only=True)
class CastMember:
    """A person of the world with a phone on the page.

    `about` says in a few words who this is: a key of the page's words, or the words themselves.
    """

    person_id: int
    role: Role
    about: str = ""


Cast = Sequence[CastMember]
