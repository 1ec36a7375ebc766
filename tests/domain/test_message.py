"""Messages on their way through the database: every kind of value comes back as it was."""

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import board
from bot.domain.board import Board, Line
from bot.domain.chart import Chart, Mark
from bot.domain.message import Button, Days, Form, Message, Names, Phrase, Prepares, Value
from bot.domain.week import Entry, Week

NAMES = st.text(max_size=5)
SIMPLE = st.one_of(
    st.text(),
    st.integers(),
    st.times(),
    st.dates(),
    st.builds(Days, numbers=st.frozensets(st.integers(0, 6))),
    st.builds(Names, names=st.lists(NAMES, max_size=3).map(tuple)),
)


def phrases_with(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Phrase]:
    return st.builds(Phrase, NAMES, st.dictionaries(NAMES, values, max_size=3))


def deeper(phrases: st.SearchStrategy[Phrase]) -> st.SearchStrategy[Phrase]:
    lines = st.lists(phrases, max_size=3).map(tuple)
    return phrases_with(st.one_of(SIMPLE, phrases, lines))


PHRASES = st.recursive(phrases_with(SIMPLE), deeper, max_leaves=4)
PLAIN = st.dictionaries(NAMES, st.one_of(st.text(), st.integers(), st.none(), st.lists(NAMES)))
BUTTONS = st.builds(Button, PHRASES, NAMES, PLAIN, st.one_of(st.none(), PHRASES), NAMES)
ROWS = st.lists(st.lists(BUTTONS, max_size=2).map(tuple), max_size=2).map(tuple)
CHARTS = st.builds(
    Chart,
    exercise=NAMES,
    first=st.dates(),
    lanes=st.dictionaries(NAMES, st.lists(st.none() | st.integers(0, 4)).map(tuple), max_size=2),
    marks=st.lists(st.builds(Mark, day=st.dates(), what=st.text()), max_size=2).map(tuple),
)
BOARDS = st.builds(
    Board,
    exercises=st.lists(st.text(), max_size=2).map(tuple),
    lines=st.lists(
        st.builds(Line, name=st.text(), marks=st.lists(st.sampled_from(board.Mark)).map(tuple)),
        max_size=2,
    ).map(tuple),
)
WEEKS = st.builds(
    Week,
    entries=st.lists(
        st.builds(
            Entry, at=st.times(), what=st.text(), days=st.frozensets(st.integers(0, 6), max_size=3)
        ),
        max_size=2,
    ).map(tuple),
)
PREPARES = st.builds(
    Prepares,
    group=NAMES,
    form=st.sampled_from(Form),
    workshop=st.none() | NAMES,
    day=st.none() | st.dates(),
)
MESSAGES = st.builds(
    Message,
    says=PHRASES,
    rows=ROWS,
    invitation=st.one_of(st.none(), NAMES),
    keyboard=st.booleans(),
    drawing=st.one_of(st.none(), CHARTS, BOARDS, WEEKS),
    prepares=st.none() | PREPARES,
)


def stored(plain: Mapping[str, Any]) -> Any:
    return json.loads(json.dumps(plain))


@pytest.mark.parametrize(
    ("value", "packed"),
    [
        ("Zoé", "Zoé"),
        ("", ""),
        ("07:15", "07:15"),
        ("2026-11-23", "2026-11-23"),
        ('{"time": "07:15"}', '{"time": "07:15"}'),
        (3, 3),
        (0, 0),
        (time(7, 15), {"time": "07:15:00"}),
        (time(7, 15, 30, 5), {"time": "07:15:30.000005"}),
        (time.min, {"time": "00:00:00"}),
        (date(2026, 11, 23), {"date": "2026-11-23"}),
        (Days(numbers=frozenset({4, 0})), {"days": [0, 4]}),
        (Days(numbers=frozenset()), {"days": []}),
        (Names(names=("Alex", "Sam")), {"names": ["Alex", "Sam"]}),
        (Phrase("rule"), {"phrase": {"key": "rule", "values": {}}}),
        ((Phrase("a"),), {"lines": [{"key": "a", "values": {}}]}),
        ((), {"lines": []}),
    ],
)
def test_each_kind_of_value_comes_back_as_it_was(value: Value, packed: object) -> None:
    phrase = Phrase("key", {"value": value})

    plain = stored(phrase.as_plain())

    assert plain == {"key": "key", "values": {"value": packed}}
    assert Phrase.from_plain(plain) == phrase
    assert type(Phrase.from_plain(plain).values["value"]) is type(value)


@given(MESSAGES)
def test_every_message_comes_back_as_it_was(message: Message) -> None:
    assert Message.from_plain(stored(message.as_plain())) == message


def test_a_text_to_copy_comes_back_with_its_button() -> None:
    button = Button(Phrase("button-copy"), copies=Phrase("late-employer", {"time": time(8)}))

    assert Button.from_plain(stored(button.as_plain())) == button


PHRASE = {"key": "nudge", "values": {}}
BUTTON = {"label": PHRASE, "action": "nudge.up", "args": {}, "copies": None}
MESSAGE = {"says": PHRASE, "rows": [[BUTTON]], "invitation": None, "keyboard": False}


def with_value(value: object) -> dict[str, Any]:
    return {**MESSAGE, "says": {"key": "nudge", "values": {"value": value}}}


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "nudge",
        {},
        *({name: value for name, value in MESSAGE.items() if name != left} for left in MESSAGE),
        {**MESSAGE, "says": None},
        {**MESSAGE, "says": {"key": "nudge", "values": []}},
        {**MESSAGE, "rows": None},
        {**MESSAGE, "rows": [BUTTON]},
        {**MESSAGE, "rows": [[{"label": PHRASE}]]},
        with_value(None),
        with_value(7.5),
        with_value([]),
        with_value({}),
        with_value({"hour": "07:15"}),
        with_value({"time": 7}),
        with_value({"time": "7h15"}),
        with_value({"date": "2026-02-30"}),
        with_value({"days": "mo"}),
        with_value({"days": [[0]]}),
        with_value({"phrase": "nudge"}),
        with_value({"lines": PHRASE}),
    ],
)
def test_what_is_no_message_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match="no message"):
        Message.from_plain(plain)


def test_buttons_are_numbered_as_they_are_read() -> None:
    one, two, three = (Button(Phrase(key)) for key in ("one", "two", "three"))

    message = Message(says=Phrase("question"), rows=((one, two), (), (three,)))

    assert message.buttons == (one, two, three)
