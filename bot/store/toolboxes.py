"""What somebody decided about techniques for hard moments."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, String
from sqlmodel import Field, SQLModel

from bot.domain.coping import Toolbox
from bot.store.db import Session
from bot.store.tables import ID
from bot.store.types import Moment


class ToolboxRow(SQLModel, table=True):
    """Somebody's toolbox; who decided nothing has none."""

    __tablename__ = "toolbox"

    person_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    sealed_toolbox: bytes
    changed_at: datetime = Field(sa_type=Moment)


async def of_person(session: Session, person_id: str) -> Toolbox:
    """Return somebody's toolbox."""
    row = await session.row(ToolboxRow, person_id)
    if row is None:
        return Toolbox()
    return Toolbox.from_plain(session.vault.open(row.sealed_toolbox, place=_place(person_id)))


async def keep(session: Session, person_id: str, toolbox: Toolbox, *, now: datetime) -> None:
    """Keep somebody's toolbox in the place of the one before."""
    sealed = session.vault.seal(toolbox.as_plain(), place=_place(person_id))
    await session.merge(ToolboxRow(person_id=person_id, sealed_toolbox=sealed, changed_at=now))
    await session.flush()


def _place(person_id: str) -> str:
    return f"toolbox.toolbox:{person_id}"
