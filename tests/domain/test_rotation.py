from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.rotation import Rotation, brought, in_turn
from bot.domain.schedule import EVERY_DAY, Rule, occurs

MONDAY = date(2026, 11, 23)
START = datetime.combine(MONDAY, time(0)) - timedelta(seconds=1)
DAY = timedelta(days=1)
WEEKS = 6

Drawn = list[tuple[datetime, str]]


def a_rule(*days: int, hour: int = 8, starts: date = MONDAY, ends: date | None = None) -> Rule:
    return Rule(days=frozenset(days), wall=time(hour), starts=starts, ends=ends, holidays=True)


def drawn(rules: list[Rule], techniques: list[str], since: datetime = START) -> Drawn:
    """Return what several rules bring in some weeks, in order of time."""
    found: Drawn = []
    for rule in rules:
        others = [one for one in rules if one is not rule]
        rotation = Rotation(techniques=techniques, since=since, others=others)
        for ahead in range(7 * WEEKS):
            day = MONDAY + ahead * DAY
            wall = occurs(rule, day, holidays=())
            if wall:
                technique = rotation.on(rule, day)
                assert technique
                found.append((datetime.combine(day, wall), technique))
    return sorted(found)


rules = st.lists(
    st.builds(
        lambda days, hour, ahead: a_rule(*days, hour=hour, starts=MONDAY + ahead * DAY),
        st.sets(st.sampled_from(sorted(EVERY_DAY)), min_size=1),
        st.integers(0, 23),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda rule: rule.wall,
)
orders = st.integers(1, 12).map(lambda count: [f"t{number}" for number in range(count)])


@given(rules=rules, techniques=orders)
@settings(max_examples=200, deadline=None)
def test_none_comes_back_before_all_the_others_did(
    rules: list[Rule], techniques: list[str]
) -> None:
    found = [technique for _, technique in drawn(rules, techniques)]

    count = len(techniques)
    for at in range(len(found) - count + 1):
        assert set(found[at : at + count]) == set(techniques)


@given(rules=rules, techniques=orders)
@settings(max_examples=200, deadline=None)
def test_none_comes_twice_in_a_row_nor_within_three_days_while_another_is_free(
    rules: list[Rule], techniques: list[str]
) -> None:
    found = drawn(rules, techniques)

    for at, (moment, technique) in enumerate(found):
        lately = {one for when, one in found[:at] if moment - when <= 3 * DAY}
        last = found[at - 1][1] if at else None
        assert technique != last or len(techniques) == 1
        assert technique not in lately or lately == set(techniques)


@given(rules=rules, techniques=orders, ahead=st.integers(1, 30), count=st.integers(1, 12))
@settings(max_examples=200, deadline=None)
def test_nor_when_the_allowed_ones_change_on_the_way(
    rules: list[Rule], techniques: list[str], ahead: int, count: int
) -> None:
    change = START + ahead * DAY + timedelta(hours=12)
    pairs = [
        (
            one,
            Rotation(techniques=techniques, since=START, others=[r for r in rules if r is not one]),
        )
        for one in rules
    ]
    allowed = [f"t{number}" for number in range(count)]

    order = in_turn(allowed, brought(pairs, change))
    before = [one for one in drawn(rules, techniques) if one[0] <= change]
    after = [one for one in drawn(rules, list(order), since=change) if one[0] > change]

    assert sorted(order) == sorted(allowed)
    if before and after and count > 1:
        assert before[-1][1] != after[0][1]


def test_it_is_drawn_from_the_rule_and_the_day_alone() -> None:
    rule = a_rule(0, 2, 4)
    rotation = Rotation(techniques=["a", "b", "c"], since=START)

    found = [rotation.on(rule, MONDAY + ahead * DAY) for ahead in (0, 2, 4, 7, 9)]

    assert found == ["a", "b", "c", "a", "b"]
    assert Rotation.from_plain(rotation.as_plain()) == Rotation(
        techniques=("a", "b", "c"), since=START, others=()
    )


def test_what_passed_before_takes_no_turn() -> None:
    rule = a_rule(*EVERY_DAY, hour=8)
    rotation = Rotation(techniques=["a", "b"], since=datetime.combine(MONDAY, time(9)))

    assert rotation.on(rule, MONDAY + DAY) == "a"


def test_a_single_day_takes_its_turn_among_the_others() -> None:
    daily, once = a_rule(*EVERY_DAY), a_rule(1, hour=14, starts=MONDAY + DAY, ends=MONDAY + DAY)

    found = drawn([daily, once], ["a", "b", "c", "d"])

    assert [technique for _, technique in found[:4]] == ["a", "b", "c", "d"]


def test_two_at_the_same_moment_differ() -> None:
    daily, sunday = a_rule(*EVERY_DAY), a_rule(6)

    found = drawn([daily, sunday], ["a", "b", "c"])

    last = MONDAY + 6 * DAY
    assert len({technique for when, technique in found if when.date() == last}) == 2


def test_where_none_is_allowed_none_is_drawn() -> None:
    assert Rotation.from_plain({}).on(a_rule(0), MONDAY) is None


def test_rules_keep_their_form_when_stored() -> None:
    rotation = Rotation(techniques=("a",), since=START, others=(a_rule(6), a_rule(0, hour=9)))

    assert Rotation.from_plain(rotation.as_plain()) == rotation
