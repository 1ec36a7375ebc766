"""What people decided about who sees what, the consent ledger, and who looked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, update
from sqlmodel import col, select

from bot.domain.sharing import Audience, Choices, Purpose, Stream
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import ConsentRow, LookRow, SharingRow


@dataclass(frozen=True, kw_only=True)
class Look:
    """That a member of staff looked."""

    staff_id: str
    looked_at: datetime


async def choices_of(session: Session, person_id: str) -> Choices:
    """Return what a person decided; what is absent is not shown."""
    rows = await session.exec(select(SharingRow).where(col(SharingRow.person_id) == person_id))
    return {(row.stream, row.audience): row.shown for row in rows}


async def choices_among(session: Session, person_ids: Collection[str]) -> Mapping[str, Choices]:
    """Return what each of these people decided; what is absent is not shown."""
    rows = await session.exec(select(SharingRow).where(col(SharingRow.person_id).in_(person_ids)))
    found: dict[str, dict[tuple[Stream, Audience], bool]] = {one: {} for one in person_ids}
    for row in rows:
        found[row.person_id][row.stream, row.audience] = row.shown
    return found


async def choose(
    session: Session, person_id: str, what: tuple[Stream, Audience], *, shown: bool
) -> None:
    """Keep what a person decided about one stream and one audience."""
    stream, audience = what
    await session.merge(
        SharingRow(person_id=person_id, stream=stream, audience=audience, shown=shown)
    )
    await session.flush()


async def consent(
    session: Session, person_id: str, purpose: Purpose, *, text: tuple[int, str], now: datetime
) -> None:
    """Write down that a person agreed to a text, given as its version and its hash.

    A consent to the same that stood before ends with it.
    """
    await withdraw(session, person_id, purpose, now=now)
    version, text_hash = text
    session.add(
        ConsentRow(
            id=new_id(),
            person_id=person_id,
            purpose=purpose,
            version=version,
            text_hash=text_hash,
            given_at=now,
        )
    )
    await session.flush()


async def withdraw(session: Session, person_id: str, purpose: Purpose, *, now: datetime) -> None:
    """Write down that a consent was taken back."""
    await session.exec(
        update(ConsentRow)
        .where(
            col(ConsentRow.person_id) == person_id,
            col(ConsentRow.purpose) == purpose,
            col(ConsentRow.withdrawn_at).is_(None),
        )
        .values(withdrawn_at=now)
    )


async def has_consented(session: Session, person_id: str, purpose: Purpose) -> bool:
    """Whether a consent stands now, to the text as it is now."""
    found = await session.exec(
        select(ConsentRow.id).where(
            col(ConsentRow.person_id) == person_id,
            col(ConsentRow.purpose) == purpose,
            col(ConsentRow.withdrawn_at).is_(None),
            col(ConsentRow.replaced_at).is_(None),
        )
    )
    return found.first() is not None


async def standing(session: Session, person_id: str) -> Mapping[Purpose, datetime]:
    """Return what a person has agreed to, and since when; to texts that changed since as well."""
    rows = await session.exec(
        select(ConsentRow)
        .where(col(ConsentRow.person_id) == person_id, col(ConsentRow.withdrawn_at).is_(None))
        .order_by(col(ConsentRow.given_at), col(ConsentRow.purpose))
    )
    return {row.purpose: row.given_at for row in rows}


async def compare(session: Session, texts: Mapping[Purpose, str], now: datetime) -> int:
    """Note which consents were given to other texts than these, given as hashes; count them."""
    stands = col(ConsentRow.withdrawn_at).is_(None)
    for purpose, text_hash in texts.items():
        ours = update(ConsentRow).where(stands, col(ConsentRow.purpose) == purpose)
        is_same = col(ConsentRow.text_hash) == text_hash
        is_noted = col(ConsentRow.replaced_at).is_not(None)
        await session.exec(ours.where(is_same, is_noted).values(replaced_at=None))
        await session.exec(ours.where(~is_same, ~is_noted).values(replaced_at=now))
    return await to_be_asked_again(session)


async def to_be_asked_again(session: Session) -> int:
    """Count the consents that were given to other words and were neither renewed nor taken back."""
    counted = (
        select(func.count())
        .select_from(ConsentRow)
        .where(col(ConsentRow.withdrawn_at).is_(None), col(ConsentRow.replaced_at).is_not(None))
    )
    return (await session.exec(counted)).one()


async def to_ask_again(
    session: Session, person_id: str, now: datetime, *, every: timedelta
) -> Mapping[Purpose, datetime]:
    """Return what a person agreed to in other words, and when; not what was asked just now."""
    asked = col(ConsentRow.asked_at)
    rows = await session.exec(
        select(ConsentRow)
        .where(
            col(ConsentRow.person_id) == person_id,
            col(ConsentRow.withdrawn_at).is_(None),
            col(ConsentRow.replaced_at).is_not(None),
            or_(asked.is_(None), asked <= now - every),
        )
        .order_by(col(ConsentRow.given_at), col(ConsentRow.purpose))
    )
    return {row.purpose: row.given_at for row in rows}


async def asked(session: Session, person_id: str, purpose: Purpose, *, now: datetime) -> None:
    """Note that a person was asked again whether they agree."""
    await session.exec(
        update(ConsentRow)
        .where(
            col(ConsentRow.person_id) == person_id,
            col(ConsentRow.purpose) == purpose,
            col(ConsentRow.withdrawn_at).is_(None),
        )
        .values(asked_at=now)
    )


async def note_look(session: Session, *, staff_id: str, person_id: str, now: datetime) -> None:
    """Write down that a member of staff looked at a person."""
    session.add(LookRow(id=new_id(), staff_id=staff_id, person_id=person_id, looked_at=now))
    await session.flush()


async def looks_at(session: Session, person_id: str, *, limit: int) -> Sequence[Look]:
    """Return who looked at a person, latest first."""
    rows = await session.exec(
        select(LookRow)
        .where(col(LookRow.person_id) == person_id)
        .order_by(col(LookRow.looked_at).desc(), col(LookRow.id))
        .limit(limit)
    )
    return [Look(staff_id=row.staff_id, looked_at=row.looked_at) for row in rows]
