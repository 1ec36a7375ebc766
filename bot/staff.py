"""The command about those who work here: who they are, and that one of them leaves."""

from collections.abc import Sequence

from bot.clock import Clock
from bot.domain.errors import NoSuchStaff, SeveralStaff
from bot.domain.finding import Finding
from bot.domain.message import Phrase, Values
from bot.domain.people import STAFF, Person, Role
from bot.services.forgetting import Aftermath
from bot.services.leaving_staff import Left, part
from bot.services.telling import Silence
from bot.settings import Settings
from bot.store import people
from bot.store.db import Database
from bot.store.migrate import check
from bot.store.vault import find_vault

ROLES = {
    Role.COACH: Phrase("mydata-value-coach"),
    Role.FACILITATOR: Phrase("mydata-value-facilitator"),
    Role.SUPERVISOR: Phrase("mydata-value-supervisor"),
}


async def listed(settings: Settings) -> Sequence[Finding]:
    """Return who works here, a line for each role; changes nothing."""
    database = Database(settings.database_url, find_vault(settings.secret_key_file))
    try:
        await check(database)
        async with database.look() as session:
            found = await people.staff(session)
    finally:
        await database.close()
    lines = [_line("cli-staff", one, role) for one in found for role in _in_order(one.roles)]
    return lines or [Finding(says=Phrase("cli-staff-none"))]


async def ended(
    settings: Settings, clock: Clock, who: str, *, role: Role | None
) -> Sequence[Finding]:
    """End the roles of somebody, or only one; return what ended and whom that leaves alone.

    `who` is a name or an id. Raises NoSuchStaff for somebody who does not work here as that, and
    SeveralStaff for a name that several have.
    """
    database = Database(settings.database_url, find_vault(settings.secret_key_file))
    try:
        await check(database)
        async with database.begin() as session:
            person = _one(await people.staff(session), who)
            roles = person.roles & (STAFF if role is None else {role})
            if not roles:
                raise NoSuchStaff("not as that")
            place = Aftermath(session=session, now=clock.now(), bell=Silence())
            left = await part(place, person, roles)
    finally:
        await database.close()
    return [*(_line("cli-staff-ended", person, one) for one in _in_order(roles)), *_alone(left)]


def _one(several: Sequence[Person], who: str) -> Person:
    found = [one for one in several if one.id == who]
    found = found or [one for one in several if one.name.casefold() == who.strip().casefold()]
    if not found:
        raise NoSuchStaff("nobody of that name")
    if len(found) > 1:
        raise SeveralStaff("several of that name")
    return found[0]


def _line(key: str, person: Person, role: Role) -> Finding:
    values: Values = {"name": person.name, "role": ROLES[role], "id": person.id}
    return Finding(says=Phrase(key, values))


def _alone(left: Left) -> Sequence[Finding]:
    people_alone = [Phrase("cli-staff-no-coach", {"name": one.name}) for one in left.people]
    unled = [Phrase("cli-staff-no-lead", {"name": one.name}) for one in left.groups]
    return [Finding(says=one) for one in (*people_alone, *unled)]


def _in_order(roles: frozenset[Role]) -> Sequence[Role]:
    return [role for role in ROLES if role in roles]
