"""The names of states and kinds stand in every database: none may change or go."""

from enum import StrEnum

import pytest

from bot.domain.delivery import Class, Reason, State
from bot.domain.people import (
    Address,
    ChatKind,
    InvitationState,
    Language,
    Role,
    Standing,
    SupportState,
)
from bot.domain.plan import PlanKind, PlanState
from bot.domain.sharing import Audience, Purpose, Stream
from bot.domain.update import UpdateState
from bot.domain.wakeup import MorningState, Slot


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        (Address, "vous tu"),
        (Audience, "coach facilitator"),
        (ChatKind, "private group"),
        (Class, "reply wakeup coping homework checkin digest"),
        (InvitationState, "open claimed used revoked"),
        (Language, "fr en"),
        (MorningState, "awaited snoozed up not_working unwell"),
        (PlanKind, "wakeup checkin coping afterwork sentence reminder workshop"),
        (Purpose, "channel note"),
        (PlanState, "proposed active declined ended"),
        (
            Reason,
            "late paused withdrawn answered unreachable refused malformed unapproved unknown",
        ),
        (Reason, "quiet budget merged"),
        (Role, "participant coach facilitator supervisor"),
        (Slot, "evening nudge nudge-2 nudge-3 leaving note"),
        (Slot, "snooze-1 snooze-1b snooze-2 snooze-2b snooze-3 snooze-3b"),
        (Standing, "enrolling active leaving"),
        (State, "planned sending sent failed expired skipped uncertain"),
        (Stream, "reached exercises wakeups checkins"),
        (SupportState, "pending active ended"),
        (UpdateState, "waiting handled dead"),
    ],
)
def test_what_stands_in_a_database_is_still_understood(kind: type[StrEnum], stored: str) -> None:
    names = stored.split()

    assert [kind(name).value for name in names] == names
