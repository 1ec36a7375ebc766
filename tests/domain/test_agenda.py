"""What is written of a plan's coming days, and what of those that were missed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.agenda import FURTHEST_BACK, Agenda, Basis, Known, Place, work_out
from bot.domain.hours import Hours
from bot.domain.people import Person, Standing
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, Rule
from bot.domain.wakeup import MorningState, WorkingMorning

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
UNTIL = NOON + 3 * DAY
TODAY = NOON.date()


def a_person(**changes: object) -> Person:
    values: dict[str, object] = {
        "id": "anna",
        "name": "Anna",
        "roles": frozenset(),
        "standing": Standing.ACTIVE,
        "zone": "Europe/Paris",
        "paused_until": None,
        "hours": None,
    }
    return Person(**(values | changes))  # type: ignore[arg-type] # a test's own values


def a_plan(wall: time = time(7), around: Around | None = None) -> Plan:
    return Plan(
        id="plan",
        person_id="anna",
        kind=PlanKind.WAKEUP,
        state=PlanState.ACTIVE,
        rule=Rule(wall=wall, days=EVERY_DAY, starts=TODAY - 30 * DAY),
        around=around or Around(),
        proposed_by=None,
    )


def a_morning(day: date, wall: time = time(6), **changes: object) -> WorkingMorning:
    values = {
        "id": day.isoformat(),
        "plan_id": "plan",
        "person_id": "anna",
        "day": day,
        "due": datetime.combine(day, wall, tzinfo=UTC),
    }
    return WorkingMorning(**(values | changes))  # type: ignore[arg-type] # a test's own values


def found(
    *known: WorkingMorning,
    written_until: datetime | None = None,
    written: Collection[tuple[date, str]] = (),
    plan: Plan | None = None,
    holidays: Collection[date] = (),
    **coach: Hours | None,
) -> Agenda:
    return worked_out(
        {one.day: Known(due=one.due, is_open=one.state is MorningState.AWAITED) for one in known},
        written_until=written_until,
        written=written,
        plan=plan or a_plan(),
        holidays=holidays,
        **coach,
    )


def worked_out(
    known: Mapping[date, Known],
    *,
    written_until: datetime | None = None,
    written: Collection[tuple[date, str]] = (),
    plan: Plan,
    holidays: Collection[date] = (),
    **coach: Hours | None,
) -> Agenda:
    basis = Basis(
        plan=plan,
        person=a_person(),
        place=Place(chat_id="chat", shard=1),
        coach=a_person(id="nadia", **coach) if coach else None,
        coach_place=Place(chat_id="desk", shard=2) if coach else None,
        written_until=written_until,
        known=known,
        written=written,
    )
    return work_out(basis, NOON, until=UNTIL, holidays=holidays, lateness=HOUR)


def days(several: Collection[date]) -> Sequence[int]:
    """Return dates, as days from today."""
    return [(day - TODAY).days for day in sorted(several)]


def slots(agenda: Agenda, day: int) -> list[str]:
    return [one.slot for when, one in agenda.lines if when == TODAY + day * DAY]


def test_what_is_new_begins_with_what_is_to_come() -> None:
    agenda = found(plan=a_plan(around=Around(evening=time(12, 30), leaves=time(8))))

    assert days(agenda.made) == [1, 2, 3]
    assert slots(agenda, 1) == ["nudge", "nudge-2", "nudge-3", "leaving"]
    assert slots(agenda, 2) == ["evening", "nudge", "nudge-2", "nudge-3", "leaving"]


def test_a_coach_without_hours_is_not_told() -> None:
    agenda = found(plan=a_plan(around=Around(tells_coach=time(9))), hours=None)

    assert "note" not in slots(agenda, 1)


def test_the_coach_is_told_inside_their_hours() -> None:
    hours = Hours(days=EVERY_DAY, opens=time(9), closes=time(17))
    agenda = found(plan=a_plan(around=Around(tells_coach=time(9))), hours=hours)

    assert slots(agenda, 1)[-1] == "note"


def test_what_was_missed_is_written_from_where_it_ended() -> None:
    agenda = found(written_until=NOON - 2 * DAY)

    assert days(agenda.made) == [-1, 0, 1, 2, 3]
    assert slots(agenda, -1) == ["nudge", "nudge-2", "nudge-3"]


def test_no_more_than_a_week_of_what_was_missed_is_written() -> None:
    agenda = found(written_until=NOON - 30 * DAY)

    assert min(days(agenda.made)) == 1 - FURTHEST_BACK.days


def test_what_stands_is_not_written_again() -> None:
    several = [a_morning(TODAY + number * DAY) for number in (1, 2, 3)]
    written = {(one.day, slot) for one in several for slot in ("nudge", "nudge-2", "nudge-3")}

    agenda = found(*several, written_until=UNTIL, written=written)

    assert agenda == Agenda(made={}, moved={}, gone=[], lines=[])


def test_what_is_lacking_of_a_day_that_stands_is_written() -> None:
    tomorrow = a_morning(TODAY + DAY)

    agenda = found(tomorrow, written_until=UNTIL, written={(tomorrow.day, "nudge")})

    assert slots(agenda, 1) == ["nudge-2", "nudge-3"]


def test_a_morning_to_come_moves_with_the_clocks_and_all_its_messages() -> None:
    tomorrow = a_morning(TODAY + DAY, time(7))

    agenda = found(tomorrow, written_until=UNTIL, written={(tomorrow.day, "nudge")})

    assert agenda.moved == {tomorrow.day: datetime(2026, 11, 24, 6, 0, tzinfo=UTC)}
    assert slots(agenda, 1) == ["nudge", "nudge-2", "nudge-3"]


def test_a_morning_whose_moment_is_past_by_the_new_clocks_is_written_as_missed() -> None:
    today = a_morning(TODAY, time(13))

    agenda = found(today, written_until=UNTIL)

    assert days(agenda.moved) == [0]
    assert slots(agenda, 0) == ["nudge", "nudge-2", "nudge-3"]


@pytest.mark.parametrize("state", [MorningState.NOT_WORKING, MorningState.SNOOZED])
def test_a_morning_that_was_answered_stays_as_it_is(state: MorningState) -> None:
    tomorrow = a_morning(TODAY + DAY, time(7), state=state)

    agenda = found(tomorrow)

    assert days(agenda.made) == [2, 3]
    assert slots(agenda, 1) == []


def test_a_morning_under_way_goes_on() -> None:
    agenda = found(a_morning(TODAY, time(11, 59)), plan=a_plan(time(12, 30)))

    assert (days(agenda.made), days(agenda.moved), slots(agenda, 0)) == ([1, 2, 3], [], [])


def test_a_morning_under_way_that_is_to_come_once_more_moves() -> None:
    agenda = found(a_morning(TODAY, time(11, 59)), plan=a_plan(time(14)))

    assert (days(agenda.made), days(agenda.moved)) == ([1, 2], [0])


def test_a_day_that_became_a_holiday_is_taken_away() -> None:
    tomorrow = a_morning(TODAY + DAY)

    agenda = found(tomorrow, written_until=UNTIL, holidays={tomorrow.day})

    assert (days(agenda.gone), slots(agenda, 1)) == ([1], [])


def in_the_evening(wall: time = time(18)) -> Plan:
    return replace(a_plan(wall), kind=PlanKind.COPING)


def that_evening(day: date, hour: int = 17, *, is_open: bool = True) -> Known:
    """Return a day that is written for an hour, as told in UTC."""
    return Known(due=datetime.combine(day, time(hour), tzinfo=UTC), is_open=is_open)


def test_another_plan_brings_one_message_a_day_in_its_time() -> None:
    agenda = worked_out({}, plan=in_the_evening())

    assert days(agenda.made) == [0, 1, 2]
    told = [(day, one.slot, one.due, one.until) for day, one in agenda.lines]
    due = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert told == [
        (TODAY + number * DAY, PlanKind.COPING, due + number * DAY, due + number * DAY + HOUR)
        for number in range(3)
    ]


def test_a_message_that_stands_is_not_written_again() -> None:
    several = [TODAY + number * DAY for number in range(3)]

    agenda = worked_out(
        {day: that_evening(day) for day in several},
        written={(day, "coping") for day in several},
        written_until=UNTIL,
        plan=in_the_evening(),
    )

    assert agenda == Agenda(made={}, moved={}, gone=[], lines=[])


def test_a_message_to_come_moves_with_the_clocks() -> None:
    agenda = worked_out(
        {TODAY: that_evening(TODAY, 18)},
        written={(TODAY, "coping")},
        plan=in_the_evening(),
    )

    assert agenda.moved == {TODAY: that_evening(TODAY).due}
    assert slots(agenda, 0) == ["coping"]


def test_a_message_that_went_out_is_not_written_for_that_day_again() -> None:
    agenda = worked_out(
        {TODAY: that_evening(TODAY, 10, is_open=False)},
        written={(TODAY, "coping")},
        plan=in_the_evening(),
    )

    assert (days(agenda.made), days(agenda.moved), slots(agenda, 0)) == ([1, 2], [], [])


def test_a_message_of_a_day_that_became_a_holiday_is_taken_away() -> None:
    agenda = worked_out(
        {TODAY: that_evening(TODAY)},
        written={(TODAY, "coping")},
        plan=in_the_evening(),
        holidays={TODAY},
    )

    assert (days(agenda.gone), slots(agenda, 0)) == ([0], [])


def test_messages_that_were_missed_are_written_too() -> None:
    agenda = worked_out({}, written_until=NOON - 2 * DAY, plan=in_the_evening())

    assert days(agenda.made) == [-2, -1, 0, 1, 2]
    assert slots(agenda, -2) == ["coping"]
