"""What the campaign relies on to find a fault does find one."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.delivery import Class, State
from tests.acceptance.checking import Sending
from tests.campaign import outage_trial
from tests.campaign.breaking import Break, Kind
from tests.campaign.clock_changes import Change, around, changes_of, faults_of
from tests.campaign.comeback import RATE, _most_in_a_second
from tests.campaign.faults_trial import Played, breaks, wrong
from tests.campaign.flows import FLOWS
from tests.campaign.itinerary import Itinerary, Ring
from tests.campaign.itinerary import faults_of as faults_of_rings
from tests.campaign.journeys import plan_of
from tests.campaign.mutating import broken
from tests.campaign.restarting_trial import in_doubt, too_long, unanswered
from tests.campaign.restarts import gaps
from tests.campaign.stands import Stand, differences
from tests.campaign.taps_trial import _changes

SPRING = Change(place=ZoneInfo("Europe/Paris"), at=datetime(2026, 3, 29, 1, tzinfo=UTC))
MORNING = {("morning", "1"): {"state": "awaited", "snoozes": 0, "phase": 0}}


def test_the_clock_changes_of_a_zone_are_found_to_the_minute() -> None:
    found = [change.at for change in changes_of("Europe/Paris")]

    assert len(found) == 6
    assert found[0] == SPRING.at


def test_a_wall_time_that_falls_elsewhere_is_found() -> None:
    here = around(SPRING)
    late = {wall: at + timedelta(minutes=1) for wall, at in here.shown.items()}

    assert list(faults_of(here)) == []
    assert len(list(faults_of(replace(here, shown=late)))) > 4_000


def test_a_shift_beyond_the_gap_is_found() -> None:
    here = replace(around(SPRING), gap=timedelta(minutes=59))

    assert len(list(faults_of(here))) == 60


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        ({"state": "awaited", "snoozes": 0, "phase": 0}, 0),
        ({"state": "up", "snoozes": 0, "phase": 0}, 1),
        ({"state": "snoozed", "snoozes": 1, "phase": 0}, 1),
        ({"state": "snoozed", "snoozes": 2, "phase": 0}, 2),
    ],
)
def test_changes_are_counted(after: dict[str, object], changes: int) -> None:
    assert _changes(MORNING, {("morning", "1"): after}) == changes


def test_a_row_more_is_a_change() -> None:
    assert _changes(MORNING, {**MORNING, ("plan", "2"): {}}) == 1


def test_a_burst_is_counted_over_any_second() -> None:
    start = datetime(2026, 3, 29, tzinfo=UTC)
    moments = [start + timedelta(milliseconds=900 + 5 * number) for number in range(RATE + 1)]

    assert _most_in_a_second(moments) == RATE + 1


def dice(*seeds: int) -> list[Random]:
    return [Random(seed) for seed in seeds]  # noqa: S311 - chance that must be repeatable


def test_an_update_is_broken_the_same_way_from_the_same_seed() -> None:
    update = {"update_id": 1, "message": {"chat": {"id": 2}, "text": "a"}}

    ones, others = ([broken(update, chance) for _ in range(50)] for chance in dice(1, 1))

    assert repr(ones) == repr(others)
    assert ones.count(update) < 5


NOON = datetime(2027, 1, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DATE = NOON.date()
FAILING = {Kind.FULL, Kind.LOCKED, Kind.GONE}


def rings(*several: tuple[str, int, float]) -> list[Ring]:
    return [
        Ring(morning=(plan, DATE + timedelta(days=day)), at=NOON + hours * HOUR)
        for plan, day, hours in several
    ]


@pytest.mark.parametrize(
    ("sent", "faults"),
    [
        ([("a", 0, 0), ("a", 0, 0.3), ("a", 1, 24), ("b", 2, 48)], 0),
        ([("a", 0, 0), ("b", 0, 20)], 1),
        ([("a", 0, 0), ("a", 0, 3)], 1),
        ([("a", 0, 0), ("b", 1, 11.9)], 1),
        ([("a", 0, 0), ("b", 2, -11.9)], 1),
        ([("a", 0, 0), ("a", 1, 12)], 0),
    ],
)
def test_a_wakeup_too_many_is_found(sent: list[tuple[str, int, float]], faults: int) -> None:
    assert len(list(faults_of_rings(rings(*sent)))) == faults


def an_itinerary() -> Itinerary:
    plan = plan_of("person", time(7), DATE)
    return Itinerary(person_id="person", zone="UTC", plan=plan, first=DATE, since=NOON)


@pytest.mark.parametrize(("minutes", "must"), [(-1, False), (0, True), (35, True), (36, False)])
def test_a_wakeup_must_come_as_long_as_it_is_in_time(minutes: int, *, must: bool) -> None:
    one = an_itinerary()

    found = one.due(NOON + 19 * HOUR + timedelta(minutes=minutes))

    assert (found == (one.plan.id, DATE + timedelta(days=1))) is must


def test_a_missed_wakeup_is_found() -> None:
    one = an_itinerary()
    seven = NOON + 19 * HOUR

    one.hear(seven, one.due(seven), [])

    assert len(list(one.faults())) == 1


def test_a_wakeup_moved_by_travelling_is_awaited_there() -> None:
    one = an_itinerary()
    one.zone = "America/New_York"
    one.change(NOON + HOUR, "travels")

    assert one.due(NOON + 19 * HOUR) is None
    assert one.due(NOON + 24 * HOUR)


def test_a_gap_is_measured_around_each_end() -> None:
    taken = [NOON + seconds * timedelta(seconds=1) for seconds in (3, 0, 14, 15)]

    found = gaps(taken, [NOON + timedelta(seconds=4), NOON + timedelta(seconds=20)])

    assert found == [timedelta(seconds=11)]
    assert len(list(too_long(found, [9.9, 10.1]))) == 2


@pytest.mark.parametrize(
    ("state", "copies", "faults"),
    [(State.SENT, 1, 0), (State.EXPIRED, 0, 0), (State.UNCERTAIN, 1, 1), (State.SENT, 2, 1)],
)
def test_a_sending_in_doubt_is_found(state: State, copies: int, faults: int) -> None:
    one = Sending(
        id="1", look="1", kind=Class.WAKEUP, state=state, due=NOON, until=NOON, copies=copies
    )

    assert len(list(in_doubt([one]))) == faults


@pytest.mark.parametrize(("reply", "faults"), [((2, 2), 0), ((1, 1), 1), ((2, 3), 1), ((3, 3), 1)])
def test_a_reply_too_few_or_too_many_is_found(reply: tuple[int, int], faults: int) -> None:
    assert len(list(unanswered({1: 2}, {1: reply}))) == faults


def a_stand(
    *,
    state: str = "sent",
    said: tuple[str, ...] = ("done",),
    rows: int = 1,
    left: tuple[str, ...] = (),
) -> Stand:
    row = (
        ("kind", "reply"),
        ("state", state),
        ("reason", "None" if state == "sent" else "unknown"),
    )
    return Stand(
        rows={"delivery": Counter([row]), "plan": Counter({(("state", "active"),): rows})},
        screens={1: said},
        unfinished=left,
    )


@pytest.mark.parametrize(
    ("other", "faults"),
    [
        (a_stand(), 0),
        (a_stand(state="uncertain", said=()), 0),
        (a_stand(state="uncertain"), 1),
        (a_stand(said=()), 1),
        (a_stand(said=("done", "done")), 1),
        (a_stand(said=("done", "something else")), 1),
        (a_stand(state="failed", said=()), 2),
        (a_stand(rows=2), 1),
        (a_stand(rows=0), 1),
        (a_stand(left=("an update is dead",)), 1),
    ],
)
def test_what_is_otherwise_than_without_a_fault_is_found(other: Stand, faults: int) -> None:
    assert len(differences(a_stand(), other)) == faults


def test_a_row_is_found_in_a_table_that_is_empty_or_full_only_with_a_fault() -> None:
    with_plan = a_stand()
    without = replace(with_plan, rows={"delivery": with_plan.rows["delivery"]})

    assert len(differences(without, with_plan)) == 1
    assert len(differences(with_plan, without)) == 1


def test_each_call_fails_once_in_each_round() -> None:
    clean = Played(
        stand=a_stand(), calls=5, commits=[3], pages=2, failed=0, too_soon=False, unexpected=[]
    )

    found = list(breaks(clean, range(3)))

    assert len({(one.call, one.kind) for one in found if one.kind in FAILING}) == 15
    assert [one.call for one in found[15:]] == [3, 1, 2]


def test_a_fault_that_never_came_and_words_that_came_too_soon_are_found() -> None:
    broken = Break(call=1, kind=Kind.GONE)
    clean = Played(
        stand=a_stand(), calls=5, commits=[3], pages=2, failed=0, too_soon=False, unexpected=[]
    )

    assert wrong(FLOWS[0], broken, clean, replace(clean, failed=1)) == []
    assert len(wrong(FLOWS[0], broken, clean, clean)) == 1
    assert len(wrong(FLOWS[0], broken, clean, replace(clean, failed=1, too_soon=True))) == 1


@pytest.mark.parametrize(
    ("sent", "ended", "arrived", "faults"),
    [
        (2, 2, 2, 0),
        (2, 2, 3, 0),
        (1, 2, 1, 0),
        (2, 2, 1, 1),
        (2, 2, 5, 1),
        (1, 1, 1, 1),
        (3, 3, 3, 1),
    ],
)
def test_a_reply_lost_or_repeated_in_an_outage_is_found(
    sent: int, ended: int, arrived: int, faults: int
) -> None:
    found = outage_trial.unanswered({1: 2}, {1: (sent, arrived)}, {1: (ended, arrived)})

    assert len(list(found)) == faults


def test_an_outage_that_lasts_longer_than_the_servers_is_found() -> None:
    assert outage_trial.slow(timedelta(seconds=29)) == []
    assert len(outage_trial.slow(timedelta(seconds=31))) == 1
