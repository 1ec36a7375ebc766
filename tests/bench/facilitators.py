"""Fills a database with facilitators, each leading a group that was given exercises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.assignment import AssignmentState
from bot.domain.delivery import LIMITS, Class, State
from bot.domain.homework import Outcome
from bot.domain.message import Button, Message, Phrase
from bot.domain.people import Role
from bot.domain.sharing import Audience, Share, Stream
from bot.services.tokens import issue
from bot.store.assignments import AssignmentRow
from bot.store.db import Database
from bot.store.groups import GroupRow, GroupSessionRow, LeadRow, MemberRow
from bot.store.ids import new_id
from bot.store.tables import ChatRow, DeliveryRow, PersonRow, RoleRow, SharingRow
from bot.store.vault import Vault
from tests.bench.cast import PARIS
from tests.bench.staff import DAY, Participant, Rows, Staff, divided, participants
from tests.bench.writing import Row, in_bulk, write
from tests.services.group_plays import EIGHT, GROUP, PLACE

OF_EACH = 8
"""How many people are in a group."""

WEEK = 7 * DAY
WORKSHOPS = 8
OVER = 3
"""How many of the workshops were already."""

EXERCISES = (
    "stress-thermometer",
    "try-a-technique",
    "catch-a-thought",
    "fact-or-thought",
    "thought-chart",
    "other-explanations",
)
"""As many as a board shows, each given to everybody."""

ENDS = (Outcome.DONE, Outcome.TRIED, Outcome.NOT_THIS_WEEK, None)
"""What came of them, by turns; None of what was not begun."""

SCREEN = 1
"""The number of the message in which each facilitator was shown their group."""

TABLES = (
    PersonRow,
    RoleRow,
    ChatRow,
    GroupRow,
    GroupSessionRow,
    LeadRow,
    MemberRow,
    SharingRow,
    AssignmentRow,
    DeliveryRow,
)
"""In the order in which one asks for the other."""


@dataclass(frozen=True, kw_only=True)
class Lead(Staff):
    """A facilitator as they are written, the group that they lead, and its screen."""

    group: str
    screen: str

    @property
    def board(self) -> str:
        """The token of the button on that screen that leads to the board."""
        return issue(self.vault, self.chat, self.screen, number=0)


async def add_facilitators(database: Database, now: datetime) -> Sequence[Lead]:
    """Put everybody into groups that a facilitator leads, whose screen they were shown.

    Everybody shows how it stands with their exercises.
    """
    everybody = await participants(database)
    leads = []
    async with database.engine.begin() as connection, in_bulk(connection):
        for number, several in divided(everybody, OF_EACH):
            lead = _lead(database.vault, number, now)
            rows = _rows(lead, several)
            for table in TABLES:
                await write(connection, table, rows[table])
            leads.append(lead)
    return leads


def _lead(vault: Vault, number: int, now: datetime) -> Lead:
    return Lead(
        vault=vault,
        id=new_id(),
        chat=new_id(),
        number=number,
        now=now,
        group=new_id(),
        screen=new_id(),
    )


def _rows(lead: Lead, people: Sequence[Participant]) -> Rows:
    """Return every row of one facilitator, and of the group."""
    return {
        **lead.rows(Role.FACILITATOR),
        GroupRow: [_group(lead)],
        GroupSessionRow: [_workshop(lead, number) for number in range(1, WORKSHOPS + 1)],
        LeadRow: [_belongs(lead, lead.id)],
        MemberRow: [_belongs(lead, one.id) for one in people],
        SharingRow: [_shows(one) for one in people],
        AssignmentRow: [
            one for place, person in enumerate(people) for one in _given(lead, person, place)
        ],
        DeliveryRow: [_screen(lead)],
    }


def _group(lead: Lead) -> Row:
    return {
        "id": lead.group,
        "sealed_name": lead.vault.seal(GROUP, place=f"study_group.name:{lead.group}"),
        "sealed_place": lead.vault.seal(PLACE, place=f"study_group.place:{lead.group}"),
        "zone": PARIS.key,
        "programme": EIGHT,
        "last_day": (lead.now + (WORKSHOPS - OVER) * WEEK - DAY).date(),
    }


def _workshop(lead: Lead, number: int) -> Row:
    return {
        "id": new_id(),
        "group_id": lead.group,
        "number": number,
        "day": (lead.now + (number - OVER) * WEEK - DAY).date(),
        "wall": "14:00",
        "minutes": 120,
    }


def _belongs(lead: Lead, person: str) -> Row:
    return {"person_id": person, "group_id": lead.group, "since": lead.now}


def _shows(one: Participant) -> Row:
    return {
        "person_id": one.id,
        "stream": Stream.EXERCISES,
        "audience": Audience.FACILITATOR,
        "shown": True,
    }


def _given(lead: Lead, one: Participant, place: int) -> Iterator[Row]:
    """Yield what somebody was given; what came of it differs from one place to the next."""
    for number, exercise in enumerate(EXERCISES, start=place):
        came = ENDS[number % len(ENDS)]
        yield {
            "id": new_id(),
            "person_id": one.id,
            "assigned_by": lead.id,
            "group_id": lead.group,
            "exercise": exercise,
            "version": 1,
            "state": AssignmentState.ENDED if came else AssignmentState.OPEN,
            "assigned_at": lead.now - WEEK,
            "due": (lead.now + WEEK).date(),
            "ended_at": lead.now if came else None,
            "outcome": came,
            "shares": Share.STATE,
        }


def _screen(lead: Lead) -> Row:
    """Return the screen of the group, which was sent; of its buttons the one to the board."""
    button = Button(Phrase("button-board"), "group.board", {"group": lead.group})
    says = Phrase("group", {"name": GROUP, "place": (), "lines": ()})
    plain = Message(says=says, rows=((button,),)).as_plain()
    return {
        "id": lead.screen,
        "chat_id": lead.chat,
        "shard": lead.shard,
        "kind": Class.REPLY,
        "state": State.SENT,
        "number": 1,
        "due": lead.now,
        "until": lead.now + LIMITS[Class.REPLY].lateness,
        "ended_at": lead.now,
        "sealed_message": lead.vault.seal(plain, place=f"delivery.message:{lead.screen}"),
        "copies": 1,
        "telegram_message": SCREEN,
    }
