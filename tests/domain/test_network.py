"""Of everybody who was told of the latest is known, each once, in the order of the first time."""

import pytest

from bot.domain.exercise import Answers
from bot.domain.names import LENGTH
from bot.domain.network import MOST, Circle, Network, Somebody, Support, network_of

FIRST: Answers = {"who": "Maman", "circle": "close", "support": ("company", "listens", "not-yet")}
LATER: Answers = {"who": " maman ", "circle": "some"}


def names(*given: Answers) -> list[str]:
    return [one.name for one in network_of(given).people]


def test_somebody_stands_in_their_circle_with_what_they_bring() -> None:
    [found] = network_of([FIRST]).people

    assert found == Somebody(
        name="Maman", circle=Circle.CLOSE, supports=(Support.LISTENS, Support.COMPANY)
    )


def test_of_somebody_told_of_twice_the_latest_answer_to_each_question_counts() -> None:
    [found] = network_of([LATER, FIRST]).people

    assert (found.name, found.circle) == ("maman", Circle.SOME)
    assert found.supports == (Support.LISTENS, Support.COMPANY)


def test_to_choose_nothing_is_an_answer_too() -> None:
    [found] = network_of([{**FIRST, "support": ()}, FIRST]).people

    assert found.supports == ()


@pytest.mark.parametrize("circle", [{}, {"circle": "gone"}])
def test_without_a_circle_somebody_stands_in_none(circle: Answers) -> None:
    found = network_of([{"who": "Léa", **circle}])

    assert [one.name for one in found.within(None)] == ["Léa"]
    assert found.within(Circle.CLOSE) == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  Léa\n M. ", "Léa M."),
        ("🙂", "🙂"),
        ("a\u202eb", "ab"),
        ("x" * 300, "x" * LENGTH),
        ("🙂" * 300, "🙂" * LENGTH),
    ],
)
def test_a_name_is_shown_as_it_was_written_as_far_as_it_is_one(written: str, name: str) -> None:
    assert names({"who": written}) == [name]


@pytest.mark.parametrize("answers", [{}, {"circle": "close"}, {"who": "  "}])
def test_nobody_without_a_name_stands_there(answers: Answers) -> None:
    assert names(answers) == []


def test_people_stand_in_the_order_in_which_they_were_told_of_first() -> None:
    assert names({"who": "a"}, {"who": "c"}, {"who": "b"}, {"who": "a"}) == ["a", "b", "c"]


def test_of_very_many_those_told_of_last_are_shown() -> None:
    latest_first: list[Answers] = [{"who": f"p{number}"} for number in range(MOST + 5)]

    assert names(*latest_first) == [f"p{number}" for number in reversed(range(MOST))]


def test_a_network_comes_back_from_plain_values() -> None:
    network = network_of([FIRST, {"who": "Léa"}])

    assert Network.from_plain(network.as_plain()) == network
