"""Groups, their workshops, and who is in them, on both databases."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.group import Group, GroupSession, Rhythm, dates_from
from bot.domain.people import Person, Role, Standing
from bot.store import attendance, group_invitations, groups, invitations, people
from bot.store.attendance import Attendance
from bot.store.db import Database, Session
from bot.store.ids import new_id
from tests.canaries import CANARY_NAME
from tests.examples import NOW, TODAY

DAYS = dates_from(date(2026, 12, 1), Rhythm.WEEKLY, 3)


async def a_group(session: Session, name: str = "Mardi") -> Group:
    group = Group(id=new_id(), name=name, place="Café", zone="Europe/Paris", programme="eight")
    await groups.add(session, group, today=TODAY)
    return group


async def workshops(session: Session, group: Group) -> list[GroupSession]:
    several = [
        GroupSession(
            id=new_id(),
            group_id=group.id,
            number=number,
            day=day,
            wall=time(14),
            length=timedelta(hours=2),
        )
        for number, day in enumerate(DAYS, start=1)
    ]
    await groups.set_sessions(session, several)
    return several


async def somebody(session: Session, role: Role, name: str = CANARY_NAME) -> Person:
    person = await people.add(session, name=name, role=role, zone="Europe/Paris", now=NOW)
    await people.keep(session, replace(person, standing=Standing.ACTIVE))
    return replace(person, standing=Standing.ACTIVE)


async def test_a_group_and_its_workshops_are_read_as_they_were_kept(database: Database) -> None:
    async with database.begin() as session:
        group = await a_group(session)
        several = await workshops(session, group)

        assert await groups.get(session, group.id) == group
        assert await groups.sessions_of(session, group.id) == several
        assert await groups.next_session(session, group.id, NOW) == several[0]
        assert await groups.next_session(session, "nobody's", NOW) is None


async def test_a_group_has_another_name_and_place_and_no_other_has(database: Database) -> None:
    async with database.begin() as session:
        group, other = await a_group(session), await a_group(session, "Jeudi")
        changed = replace(group, name="Mardi matin", place="12 rue du Port")
        await groups.change(session, changed)

        assert await groups.get(session, group.id) == changed
        assert await groups.get(session, other.id) == other


async def test_a_facilitator_leads_their_own_groups_only(database: Database) -> None:
    async with database.begin() as session:
        group, other = await a_group(session), await a_group(session, "Jeudi")
        ada, bob = [await somebody(session, Role.FACILITATOR, name) for name in ("Ada", "Bob")]
        await groups.lead(session, group.id, ada.id, now=NOW)

        assert await groups.groups_led_by(session, ada.id) == [group]
        assert await groups.groups_led_by(session, bob.id) == []
        assert await groups.is_led_by(session, group.id, ada.id)
        assert not await groups.is_led_by(session, other.id, ada.id)
        assert [one.name for one in await groups.leads(session, group.id)] == ["Ada"]
        assert await groups.lead_no_more(session, group.id, ada.id)
        assert not await groups.is_led_by(session, group.id, ada.id)


async def test_who_is_leaving_is_a_member_no_more(database: Database) -> None:
    async with database.begin() as session:
        group = await a_group(session)
        noa, ali = [await somebody(session, Role.PARTICIPANT, name) for name in ("Noa", "Ali")]
        for one in (noa, ali):
            await groups.join(session, group.id, one.id, now=NOW)
        await people.keep(session, replace(noa, standing=Standing.LEAVING))

        assert [one.name for one in await groups.members(session, group.id)] == ["Ali"]
        assert await groups.groups_of(session, noa.id) == [group]


async def test_what_somebody_said_is_forgotten_when_they_part(database: Database) -> None:
    async with database.begin() as session:
        group = await a_group(session)
        first, *_ = await workshops(session, group)
        noa = await somebody(session, Role.PARTICIPANT)
        await groups.join(session, group.id, noa.id, now=NOW)
        await attendance.note(session, first.id, noa.id, coming=True)
        await attendance.note(session, first.id, noa.id, came=False)

        known = Attendance(session_id=first.id, person_id=noa.id, coming=True, came=False)
        assert await attendance.of_session(session, first.id) == {noa.id: known}
        assert await attendance.in_group(session, group.id, noa.id) == {first.id: known}
        await attendance.forget(session, group.id, noa.id)
        assert await groups.part(session, group.id, noa.id)
        assert not await groups.part(session, group.id, noa.id)
        assert await attendance.of_session(session, first.id) == {}


async def test_a_moved_workshop_is_at_its_new_moment(database: Database) -> None:
    async with database.begin() as session:
        group = await a_group(session)
        *_, last = await workshops(session, group)
        noa = await somebody(session, Role.PARTICIPANT)
        await attendance.note(session, last.id, noa.id, coming=True)

        moved = last.moved(date(2026, 12, 16), time(10))
        await groups.move(session, moved)
        await attendance.unsay(session, last.id)

        assert await groups.get_session(session, last.id) == moved
        assert (await attendance.of_session(session, last.id))[noa.id].coming is None


async def test_no_two_workshops_of_a_group_are_on_one_day(database: Database) -> None:
    async with database.begin() as session:
        group = await a_group(session)
        first, second, _ = await workshops(session, group)

    with pytest.raises(IntegrityError):
        async with database.begin() as session:
            await groups.move(session, second.moved(first.day, time(10)))


async def test_an_invitation_into_a_group_is_open_to_who_opened_it(database: Database) -> None:
    async with database.begin() as session:
        group = await a_group(session)
        noa = await somebody(session, Role.PARTICIPANT)
        made = await invitations.add(
            session, role=Role.PARTICIPANT, name="Noa", invited_by=None, now=NOW
        )
        await group_invitations.attach(session, made.id, group.id)

        assert await group_invitations.group_of(session, made.id) == group
        assert await group_invitations.group_of(session, "another") is None
        assert await group_invitations.waiting(session, group.id, NOW) == [made]
        assert await group_invitations.waiting(session, group.id, made.expires_at) == []
        assert not await group_invitations.is_open_to(session, made.id, noa.id)
        await group_invitations.open_to(session, made.id, noa.id)
        assert await group_invitations.is_open_to(session, made.id, noa.id)
