"""People, their silence, and the ways in."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people import (
    INVITATION_LIFE,
    NOBODY_IN,
    Invitation,
    InvitationState,
    Person,
    Role,
    Standing,
)

NOW = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


def somebody(*roles: Role, paused_until: datetime | None = None) -> Person:
    return Person(
        id="person",
        name="Camille",
        roles=frozenset(roles),
        standing=Standing.ACTIVE,
        zone="Europe/Paris",
        paused_until=paused_until,
        hours=None,
    )


def an_invitation(state: InvitationState, claimed_by: str | None = None) -> Invitation:
    return Invitation(
        id="invitation",
        role=Role.PARTICIPANT,
        name="Camille",
        invited_by="coach",
        state=state,
        expires_at=NOW + INVITATION_LIFE,
        claimed_by=claimed_by,
    )


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((), False),
        ((Role.PARTICIPANT,), False),
        ((Role.COACH,), True),
        ((Role.FACILITATOR,), True),
        ((Role.PARTICIPANT, Role.COACH), True),
    ],
)
def test_staff_are_those_who_support_others(roles: tuple[Role, ...], *, expected: bool) -> None:
    assert somebody(*roles).is_staff is expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [(None, False), (NOW - MOMENT, False), (NOW, False), (NOW + MOMENT, True)],
)
def test_a_pause_ends_by_itself(until: datetime | None, *, expected: bool) -> None:
    assert somebody(Role.PARTICIPANT, paused_until=until).is_paused(NOW) is expected


@pytest.mark.parametrize(
    ("state", "claimed_by", "opens", "nobody_in"),
    [
        (InvitationState.OPEN, None, True, True),
        (InvitationState.CLAIMED, "this chat", True, True),
        (InvitationState.CLAIMED, "another chat", False, True),
        (InvitationState.CLAIMED, None, False, True),
        (InvitationState.USED, "this chat", False, False),
        (InvitationState.REVOKED, None, False, False),
        (InvitationState.REVOKED, "this chat", False, False),
    ],
)
def test_an_invitation_lets_one_chat_in_once(
    state: InvitationState, claimed_by: str | None, *, opens: bool, nobody_in: bool
) -> None:
    invitation = an_invitation(state, claimed_by)

    assert invitation.opens_for("this chat", NOW) is opens
    assert (state in NOBODY_IN) is nobody_in


@pytest.mark.parametrize("state", InvitationState)
def test_no_invitation_opens_when_its_time_is_over(state: InvitationState) -> None:
    invitation = an_invitation(state, "this chat")

    assert not invitation.opens_for("this chat", invitation.expires_at)


def test_an_invitation_opens_for_three_days() -> None:
    invitation = an_invitation(InvitationState.OPEN)

    assert invitation.opens_for("this chat", NOW + timedelta(hours=72) - MOMENT)
    assert not invitation.opens_for("this chat", NOW + timedelta(hours=72))
