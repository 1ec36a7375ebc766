"""What coaches note for themselves about somebody they support; nobody else reads the words here.

A note is about the person, so it is personal data of theirs, whoever wrote it (Court of Justice of
the EU, C-434/16, Nowak). What follows from that:

- They know of it without asking (GDPR, Art. 13 and 14): `/privacy` says that a coach can keep
  notes, and `/mydata` says of each who wrote it and when.
- Its words are not in their file. They can speak of others, and somebody has to weigh that
  (Art. 15(4)); a program cannot. Whoever asks for them asks the team, which answers within a month
  (Art. 12(3)): the coach has the words in their own `/mydata`, and reads before writing that the
  person can ask for them.
- They serve one support by one coach: they go as it ends, and with either of the two (Art. 5(1)(b)
  and (e)). Who covers for a coach, or comes after, does not get them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, String, delete
from sqlmodel import Field, SQLModel, col, select

from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import ID
from bot.store.types import Moment


def _person() -> Any:
    foreign = ForeignKey("person.id", ondelete="CASCADE")
    return Field(sa_column=Column(String(ID), foreign, nullable=False, index=True))


class CoachNoteRow(SQLModel, table=True):
    """Something that a coach noted about a person, as they wrote it."""

    __tablename__ = "coach_note"

    id: str = Field(primary_key=True, max_length=ID)
    coach_id: str = _person()
    person_id: str = _person()
    sealed_text: bytes
    written_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, kw_only=True)
class Note:
    """A note, whose it is, and about whom."""

    id: str
    coach_id: str
    person_id: str
    text: str
    written_at: datetime


async def add(session: Session, text: str, *, coach_id: str, person_id: str, now: datetime) -> Note:
    """Keep a note."""
    note = Note(id=new_id(), coach_id=coach_id, person_id=person_id, text=text, written_at=now)
    session.add(
        CoachNoteRow(
            id=note.id,
            coach_id=coach_id,
            person_id=person_id,
            sealed_text=session.vault.seal(text, place=_place(note.id)),
            written_at=now,
        )
    )
    await session.flush()
    return note


async def get(session: Session, note_id: str) -> Note | None:
    """Return a note."""
    row = await session.row(CoachNoteRow, note_id)
    return _as_note(session, row) if row else None


async def remove(session: Session, note_id: str) -> None:
    """Keep a note no more."""
    await session.exec(delete(CoachNoteRow).where(col(CoachNoteRow.id) == note_id))


async def remove_all(session: Session, *, coach_id: str, person_id: str) -> None:
    """Keep nothing any more of what a coach noted about somebody."""
    await session.exec(
        delete(CoachNoteRow).where(
            col(CoachNoteRow.coach_id) == coach_id, col(CoachNoteRow.person_id) == person_id
        )
    )


async def about(session: Session, person_id: str, *, coach_id: str) -> Sequence[Note]:
    """Return what a coach noted about somebody, the latest first."""
    rows = await session.exec(
        select(CoachNoteRow)
        .where(col(CoachNoteRow.coach_id) == coach_id, col(CoachNoteRow.person_id) == person_id)
        .order_by(col(CoachNoteRow.written_at).desc(), col(CoachNoteRow.id))
    )
    return [_as_note(session, row) for row in rows]


def _as_note(session: Session, row: CoachNoteRow) -> Note:
    text = str(session.vault.open(row.sealed_text, place=_place(row.id)))
    return Note(
        id=row.id,
        coach_id=row.coach_id,
        person_id=row.person_id,
        text=text,
        written_at=row.written_at,
    )


def _place(id_: str) -> str:
    return f"coach_note.text:{id_}"
