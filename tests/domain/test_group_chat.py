"""Who connects a group’s chat, and when something is said in it beforehand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.group_chat import LINK_LIFE, Link, Refusal, is_evening_before, why_not_connect
from bot.domain.schedule import zone

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LINK = Link(group_id="tuesday", opened_by="lina", until=NOW + LINK_LIFE)
PARIS = zone("Europe/Paris")
BEGINS = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("link", "who", "leads", "chat_has", "why"),
    [
        (LINK, "lina", True, None, None),
        (LINK, "marc", True, None, Refusal.NOT_THEIRS),
        (LINK, None, False, None, Refusal.NOT_THEIRS),
        (replace(LINK, opened_by=None), None, True, None, Refusal.NOT_THEIRS),
        (LINK, "lina", False, None, Refusal.NOT_THEIRS),
        (replace(LINK, until=NOW), "lina", True, None, Refusal.CLOSED),
        (LINK, "lina", True, "thursday", Refusal.CHAT_TAKEN),
        (LINK, "lina", True, "tuesday", Refusal.CHAT_TAKEN),
    ],
)
def test_only_who_made_the_link_connects_one_chat_with_one_group(
    link: Link, who: str | None, *, leads: bool, chat_has: str | None, why: Refusal | None
) -> None:
    assert why_not_connect(link, who, leads=leads, chat_has=chat_has, now=NOW) == why


@pytest.mark.parametrize(
    ("before", "is_time"),
    [
        (timedelta(hours=20, seconds=1), False),
        (timedelta(hours=20), True),
        (timedelta(hours=17, minutes=31), True),
        (timedelta(hours=17, minutes=30), False),
        (timedelta(hours=1), False),
        (timedelta(hours=44), False),
    ],
)
def test_what_is_on_is_said_from_six_in_the_evening_before_until_it_is_quiet(
    before: timedelta, *, is_time: bool
) -> None:
    assert is_evening_before(BEGINS, PARIS, BEGINS - before) is is_time
