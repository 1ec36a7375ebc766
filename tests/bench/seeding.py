"""Fills a database with participants: three plans each, with a morning and its nudge for each."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from sqlmodel import SQLModel

from bot.domain.delivery import LIMITS, Class, State
from bot.domain.people import Address, ChatKind, Language, Role, Standing
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, Rule, local, moment
from bot.domain.sharing import Purpose
from bot.domain.wakeup import MorningState, Slot, WorkingMorning
from bot.library import open_library
from bot.services import nudging
from bot.services.planning import AHEAD
from bot.store.chats import SHARDS
from bot.store.db import Database
from bot.store.ids import new_id
from bot.store.tables import (
    ChatRow,
    ConsentRow,
    DeliveryRow,
    MorningRow,
    PersonRow,
    PlanRow,
    RoleRow,
)
from bot.store.vault import Vault
from tests.bench.cast import FIRST_ID, PARIS, WALLS
from tests.bench.writing import Row, in_bulk, write
from tests.canaries import CANARY_NAME

AT_ONCE = 5_000

Rows: TypeAlias = dict[type[SQLModel], list[Row]]

CONTENT = Path(__file__).parents[2] / "content"

TABLES = (PersonRow, RoleRow, ChatRow, ConsentRow, PlanRow, MorningRow, DeliveryRow)
"""In the order in which one asks for the other."""


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Who is written: the participants' numbers, and the moment at which they are."""

    vault: Vault
    now: datetime
    are_planned: bool = True

    @property
    def today(self) -> date:
        """The local date of the mornings that are about to be."""
        return local(self.now, PARIS).date()

    @property
    def until(self) -> datetime | None:
        """How far everybody's days are written."""
        return self.now + AHEAD if self.are_planned else None


async def seed(database: Database, crowd: Crowd, participants: int) -> None:
    """Write so many participants; the number of each one's deliveries is their own number."""
    everybody = (one for number in range(participants) for one in [_rows(crowd, number)])
    async with database.engine.begin() as connection, in_bulk(connection):
        while several := list(islice(everybody, AT_ONCE)):
            for table in TABLES:
                await write(connection, table, [row for one in several for row in one[table]])


def _rows(crowd: Crowd, number: int) -> Rows:
    """Return every row of one participant."""
    person, chat = new_id(), new_id()
    plans = [_plan(person, wall, crowd.today) for wall in WALLS]
    rows: Rows = {
        PersonRow: [_person(crowd, person)],
        RoleRow: [{"person_id": person, "role": Role.PARTICIPANT}],
        ChatRow: [_chat(crowd, chat, number) | {"person_id": person}],
        ConsentRow: [_consent(crowd, person)],
        PlanRow: [_plan_row(crowd, one) for one in plans],
        MorningRow: [],
        DeliveryRow: [],
    }
    for place, plan in enumerate(plans if crowd.are_planned else ()):
        morning = _morning(crowd, plan, place)
        rows[MorningRow].append(vars(morning))
        rows[DeliveryRow].append(
            _delivery(crowd, plan, morning)
            | {"chat_id": chat, "number": number, "shard": rows[ChatRow][0]["shard"]}
        )
    return rows


def _person(crowd: Crowd, id_: str) -> Row:
    return {
        "id": id_,
        "sealed_name": crowd.vault.seal(CANARY_NAME, place=f"person.name:{id_}"),
        "standing": Standing.ACTIVE,
        "zone": PARIS.key,
        "created_at": crowd.now,
    }


def _chat(crowd: Crowd, id_: str, number: int) -> Row:
    telegram_id = FIRST_ID + number
    return {
        "id": id_,
        "telegram_mark": crowd.vault.mark("chat", str(telegram_id)),
        "sealed_telegram_id": crowd.vault.seal(telegram_id, place=f"chat.telegram_id:{id_}"),
        "kind": ChatKind.PRIVATE,
        "language": Language.FRENCH,
        "address": Address.VOUS,
        "shard": number % SHARDS,
        "heard_at": crowd.now,
    }


@cache
def _words_agreed_to() -> tuple[int, str]:
    """Return the version and the mark of today's words: an agreement to others counts no more."""
    return open_library(CONTENT).fingerprint("consent-channel")


def _consent(crowd: Crowd, person: str) -> Row:
    version, mark = _words_agreed_to()
    return {
        "id": new_id(),
        "person_id": person,
        "purpose": Purpose.CHANNEL,
        "version": version,
        "text_hash": mark,
        "given_at": crowd.now,
    }


def _plan(person: str, wall: time, today: date) -> Plan:
    return Plan(
        id=new_id(),
        person_id=person,
        kind=PlanKind.WAKEUP,
        state=PlanState.ACTIVE,
        rule=Rule(wall=wall, days=EVERY_DAY, starts=today),
        around=Around(leaves=time(wall.hour + 1, 15)),
        proposed_by=None,
    )


def _plan_row(crowd: Crowd, plan: Plan) -> Row:
    return vars(plan) | {
        "rule": plan.rule.as_values(),
        "around": dict(plan.around.as_values()),
        "planned_until": crowd.until,
        "created_at": crowd.now,
    }


def _morning(crowd: Crowd, plan: Plan, place: int) -> WorkingMorning:
    """Return the morning of a person's first plan as today's, those of the others as to come."""
    day = crowd.today + timedelta(days=min(place, 1) * 2)
    due = moment(day, plan.rule.wall, PARIS) if place else crowd.now + timedelta(hours=2)
    return WorkingMorning(
        id=new_id(),
        plan_id=plan.id,
        person_id=plan.person_id,
        day=day,
        due=due,
        state=MorningState.AWAITED,
    )


def _delivery(crowd: Crowd, plan: Plan, morning: WorkingMorning) -> Row:
    id_ = new_id()
    said = nudging.message(plan, morning.day, Slot.NUDGE).as_plain()
    return {
        "id": id_,
        "kind": Class.WAKEUP,
        "state": State.PLANNED,
        "due": morning.due,
        "until": morning.due + LIMITS[Class.WAKEUP].lateness,
        "sealed_message": crowd.vault.seal(said, place=f"delivery.message:{id_}"),
        "plan_id": plan.id,
        "day": morning.day,
        "slot": Slot.NUDGE,
        "copies": 0,
    }
