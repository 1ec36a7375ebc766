"""Invitations: the token is a keyed mark of the row's id, of which only another mark is kept."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select

from bot.domain.people import INVITATION_LIFE, NOBODY_IN, Invitation, InvitationState, Role
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import InvitationRow
from bot.store.vault import Vault

TOKEN_LENGTH = 16  # bytes: 128 bits


async def add(
    session: Session, *, role: Role, name: str, invited_by: str | None, now: datetime
) -> Invitation:
    """Make an invitation for somebody called `name`."""
    id_ = new_id()
    row = InvitationRow(
        id=id_,
        token_mark=_mark(session.vault, token(session.vault, id_)),
        role=role,
        sealed_name=session.vault.seal(name, place=_name_place(id_)),
        invited_by=invited_by,
        state=InvitationState.OPEN,
        expires_at=now + INVITATION_LIFE,
    )
    session.add(row)
    await session.flush()
    return _as_invitation(session, row)


async def find(session: Session, presented: str) -> Invitation | None:
    """Return the invitation whose token was presented."""
    mark = _mark(session.vault, presented)
    found = await session.exec(select(InvitationRow).where(col(InvitationRow.token_mark) == mark))
    row = found.first()
    return _as_invitation(session, row) if row else None


async def get(session: Session, invitation_id: str) -> Invitation | None:
    """Return an invitation."""
    row = await session.row(InvitationRow, invitation_id)
    return _as_invitation(session, row) if row else None


async def claimed_by(session: Session, chat_id: str) -> Invitation | None:
    """Return the invitation through which a chat is coming in."""
    found = await session.exec(
        select(InvitationRow).where(
            col(InvitationRow.claimed_by) == chat_id,
            col(InvitationRow.state) == InvitationState.CLAIMED,
        )
    )
    row = found.first()
    return _as_invitation(session, row) if row else None


async def claim(session: Session, invitation_id: str, *, chat_id: str, now: datetime) -> bool:
    """Take an open invitation for a chat; of several who try, one gets it."""
    return await _change(
        session,
        invitation_id,
        (InvitationState.OPEN, now),
        state=InvitationState.CLAIMED,
        claimed_by=chat_id,
    )


async def settle(session: Session, invitation_id: str, state: InvitationState) -> None:
    """Note what became of an invitation; nobody's chat stays tied to it.

    One that is over forgets for whom it was.
    """
    values: dict[str, object] = {"state": state, "claimed_by": None}
    if state is not InvitationState.OPEN:
        values["sealed_name"] = session.vault.seal("", place=_name_place(invitation_id))
    await _change(session, invitation_id, None, **values)


async def take_back(session: Session, invitation_id: str) -> bool:
    """Take an invitation back, and forget for whom it was; False where somebody came in by it."""
    changed = await session.exec(
        update(InvitationRow)
        .where(col(InvitationRow.id) == invitation_id, col(InvitationRow.state).in_(NOBODY_IN))
        .values(
            state=InvitationState.REVOKED,
            claimed_by=None,
            sealed_name=session.vault.seal("", place=_name_place(invitation_id)),
        )
    )
    return changed.rowcount > 0


async def open_ones(session: Session, invited_by: str, now: datetime) -> Sequence[Invitation]:
    """Return somebody's invitations that can still be followed."""
    rows = await session.exec(
        select(InvitationRow)
        .where(
            col(InvitationRow.invited_by) == invited_by,
            col(InvitationRow.state).in_(NOBODY_IN),
            col(InvitationRow.expires_at) > now,
        )
        .order_by(col(InvitationRow.expires_at))
    )
    return [_as_invitation(session, row) for row in rows]


def token(vault: Vault, invitation_id: str) -> str:
    """Return the token of an invitation: 128 bits that nobody without the key can make."""
    return vault.token("invitation", invitation_id, length=TOKEN_LENGTH)


async def _change(
    session: Session,
    invitation_id: str,
    only_if: tuple[InvitationState, datetime] | None,
    **values: object,
) -> bool:
    change = update(InvitationRow).where(col(InvitationRow.id) == invitation_id)
    if only_if:
        state, now = only_if
        change = change.where(
            col(InvitationRow.state) == state, col(InvitationRow.expires_at) > now
        )
    changed = await session.exec(change.values(**values))
    return changed.rowcount > 0


def _name_place(invitation_id: str) -> str:
    return f"invitation.name:{invitation_id}"


def _mark(vault: Vault, presented: str) -> str:
    return vault.mark("invitation token", presented)


def _as_invitation(session: Session, row: InvitationRow) -> Invitation:
    return Invitation(
        id=row.id,
        role=row.role,
        name=session.vault.open(row.sealed_name, place=_name_place(row.id)),
        invited_by=row.invited_by,
        state=row.state,
        expires_at=row.expires_at,
        claimed_by=row.claimed_by,
    )
