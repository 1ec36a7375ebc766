"""Invitations that lead into a group, and who opened them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, update
from sqlmodel import Field, SQLModel, col, select

from bot.domain.group import Group
from bot.domain.people import NOBODY_IN, Invitation
from bot.store import groups, invitations
from bot.store.db import Session
from bot.store.tables import ID, InvitationRow


class GroupInvitationRow(SQLModel, table=True):
    """That an invitation leads into a group; `person_id` is who opened it and may say yes."""

    __tablename__ = "group_invitation"

    invitation_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("invitation.id", ondelete="CASCADE"), primary_key=True
        )
    )
    group_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("study_group.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    person_id: str | None = Field(
        default=None,
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=True, index=True
        ),
    )


async def attach(session: Session, invitation_id: str, group_id: str) -> None:
    """Let an invitation lead into a group."""
    session.add(GroupInvitationRow(invitation_id=invitation_id, group_id=group_id))
    await session.flush()


async def open_to(session: Session, invitation_id: str, person_id: str | None) -> None:
    """Note who opened an invitation into a group, and may say yes; None for nobody any more."""
    await session.exec(
        update(GroupInvitationRow)
        .where(col(GroupInvitationRow.invitation_id) == invitation_id)
        .values(person_id=person_id)
        .execution_options(synchronize_session=False)
    )


async def group_of(session: Session, invitation_id: str) -> Group | None:
    """Return the group that an invitation leads into; None for any other invitation."""
    row = await session.row(GroupInvitationRow, invitation_id)
    return await groups.get(session, row.group_id) if row else None


async def is_open_to(session: Session, invitation_id: str, person_id: str) -> bool:
    """Whether somebody opened an invitation into a group, and may say yes."""
    row = await session.row(GroupInvitationRow, invitation_id)
    return row is not None and row.person_id == person_id


async def waiting(session: Session, group_id: str, now: datetime) -> Sequence[Invitation]:
    """Return the invitations into a group that can still be followed, the oldest first."""
    rows = await session.exec(
        select(InvitationRow.id)
        .join(GroupInvitationRow, col(InvitationRow.id) == col(GroupInvitationRow.invitation_id))
        .where(
            col(GroupInvitationRow.group_id) == group_id,
            col(InvitationRow.state).in_(NOBODY_IN),
            col(InvitationRow.expires_at) > now,
        )
        .order_by(col(InvitationRow.expires_at), col(InvitationRow.id))
    )
    found = [await invitations.get(session, id_) for id_ in rows.all()]
    return [one for one in found if one]
