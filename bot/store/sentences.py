"""What people wrote for themselves, to read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, delete
from sqlmodel import Field, SQLModel, col, select

from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import ID
from bot.store.types import Moment


class SentenceRow(SQLModel, table=True):
    """A sentence that somebody wrote for themselves, as they wrote it."""

    __tablename__ = "sentence"

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    sealed_text: bytes
    written_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence, and whose it is."""

    id: str
    person_id: str
    text: str


async def add(session: Session, person_id: str, text: str, *, now: datetime) -> Sentence:
    """Keep a sentence."""
    sentence = Sentence(id=new_id(), person_id=person_id, text=text)
    session.add(
        SentenceRow(
            id=sentence.id,
            person_id=person_id,
            sealed_text=_sealed(session, sentence.id, text),
            written_at=now,
        )
    )
    await session.flush()
    return sentence


async def get(session: Session, sentence_id: str) -> Sentence | None:
    """Return a sentence."""
    row = await session.row(SentenceRow, sentence_id)
    return _as_sentence(session, row) if row else None


async def change(session: Session, sentence_id: str, text: str) -> None:
    """Keep other words in the place of a sentence."""
    row = await session.get_one(SentenceRow, sentence_id)
    row.sealed_text = _sealed(session, sentence_id, text)
    session.add(row)
    await session.flush()


async def remove(session: Session, sentence_id: str) -> None:
    """Keep a sentence no more."""
    await session.exec(delete(SentenceRow).where(col(SentenceRow.id) == sentence_id))


async def of_person(session: Session, person_id: str) -> Sequence[Sentence]:
    """Return somebody's sentences, the oldest first."""
    rows = await session.exec(
        select(SentenceRow)
        .where(col(SentenceRow.person_id) == person_id)
        .order_by(col(SentenceRow.written_at), col(SentenceRow.id))
    )
    return [_as_sentence(session, row) for row in rows]


def _sealed(session: Session, id_: str, text: str) -> bytes:
    return session.vault.seal(text, place=_place(id_))


def _as_sentence(session: Session, row: SentenceRow) -> Sentence:
    text = str(session.vault.open(row.sealed_text, place=_place(row.id)))
    return Sentence(id=row.id, person_id=row.person_id, text=text)


def _place(id_: str) -> str:
    return f"sentence.text:{id_}"
