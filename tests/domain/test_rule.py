"""Rules as they are made, stored and read back; what makes no sense is refused."""

import json
from dataclasses import replace
from datetime import UTC, date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidRule
from bot.domain.schedule import WORKING_DAYS, Rule

MONDAY = date(2026, 11, 23)
RULE = Rule(days=WORKING_DAYS, wall=time(7, 15), starts=MONDAY)


@pytest.mark.parametrize(
    "changes",
    [
        {"days": frozenset()},
        {"days": frozenset({7})},
        {"days": frozenset({-1, 2})},
        {"wall": time(7, 15, tzinfo=UTC)},
        {"exceptions": {MONDAY: time(7, 15, tzinfo=UTC)}},
        {"ends": date(2026, 11, 22)},
        {"weeks": 0},
        {"weeks": -1},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidRule):
        replace(RULE, **changes)


@given(
    rule=st.builds(
        Rule,
        days=st.frozensets(st.integers(0, 6), min_size=1),
        wall=st.times(),
        starts=st.dates(max_value=date(2100, 1, 1)),
        ends=st.none() | st.dates(min_value=date(2100, 1, 1)),
        holidays=st.booleans(),
        weeks=st.integers(1, 60),
        exceptions=st.dictionaries(st.dates(), st.none() | st.times(), max_size=3),
    )
)
def test_a_rule_survives_being_stored(rule: Rule) -> None:
    stored = json.loads(json.dumps(rule.as_values()))

    assert Rule.from_values(stored) == rule
    assert hash(Rule.from_values(stored)) == hash(rule)


@pytest.mark.parametrize(
    "changes",
    [
        {"days": [True]},
        {"days": [1, 1]},
        {"days": []},
        {"days": None},
        {"days": [[0]]},
        {"wall": "7h15"},
        {"wall": "07:15"},
        {"wall": "07:15:00+01:00"},
        {"wall": 7},
        {"starts": "2026-02-30"},
        {"starts": "20261123"},
        {"ends": ""},
        {"holidays": 1},
        {"weeks": 0},
        {"weeks": 1},
        {"weeks": 2.0},
        {"weeks": "2"},
        {"weeks": True},
        {"weeks": None},
        {"exceptions": []},
        {"exceptions": {"2026-12-24": ""}},
        {"surprise": 1},
    ],
)
def test_stored_values_of_another_shape_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidRule):
        Rule.from_values(RULE.as_values() | changes)


@pytest.mark.parametrize("name", ["days", "wall", "starts", "ends", "holidays", "exceptions"])
def test_stored_values_that_miss_one_are_refused(name: str) -> None:
    values = RULE.as_values()
    del values[name]

    with pytest.raises(InvalidRule):
        Rule.from_values(values)
