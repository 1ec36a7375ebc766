"""The people around somebody are drawn so that nobody covers anybody, however many there are."""

import re
from collections.abc import Sequence
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.network import MOST as PEOPLE
from bot.domain.network import Circle, Network, Somebody, Support
from bot.pictures.network import FORMS, LETTERS, SHAPES, SIGN, Words, draw
from bot.pictures.render import png
from tests.pictures.test_pages import MOST, size

WORDS = Words(
    title="Autour de moi",
    me="moi",
    circles={one: one.value for one in Circle},
    supports={one: one.value for one in Support},
    unplaced="sans cercle",
    unshown="quelqu’un",
)
PLACE = re.compile(r"translate\((\S+) (\S+)\)")

people = st.builds(
    Somebody,
    name=st.text(min_size=1, max_size=40),
    circle=st.sampled_from([*Circle, None]),
    supports=st.sets(st.sampled_from(Support)).map(
        lambda chosen: tuple(one for one in Support if one in chosen)
    ),
)
networks = st.lists(people, max_size=PEOPLE).map(lambda several: Network(people=tuple(several)))


def drawn(network: Network) -> Sequence[ET.Element]:
    return list(ET.fromstring(draw(network, WORDS)).iter())  # noqa: S314


def texts(network: Network) -> list[str]:
    return [each.text or "" for each in drawn(network) if each.tag.endswith("text")]


def frames(network: Network) -> list[tuple[float, float]]:
    """Return where each circle begins and ends, from the outer one inwards."""
    rounds = [each for each in drawn(network) if each.get("rx")]
    tops = [float(each.get("y", "")) for each in rounds]
    return [(y, y + float(each.get("height", ""))) for y, each in zip(tops, rounds, strict=True)]


def names(network: Network) -> list[tuple[float, float]]:
    """Return where the lines of names stand: their middle, and how far down."""
    bold = [
        each
        for each in drawn(network)
        if each.get("font-size") == str(LETTERS) and each.get("font-weight") == "600"
    ]
    return [(float(each.get("x", "")), float(each.get("y", ""))) for each in bold]


def alone(circle: Circle | None, count: int, name: str = "Lou") -> Network:
    one = Somebody(name=name, circle=circle, supports=tuple(Support))
    return Network(people=(one,) * count)


def test_each_kind_of_support_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(Support)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_only_shapes_that_are_seen_are_explained() -> None:
    one = Somebody(name="Lou", circle=Circle.CLOSE, supports=(Support.LISTENS,))

    shown = texts(Network(people=(one,)))

    assert "listens" in shown
    assert "company" not in shown


def test_the_circles_are_named_even_where_nobody_stands() -> None:
    assert texts(Network(people=())) == ["Autour de moi", "far", "some", "close", "moi"]


@given(networks)
def test_each_circle_stands_inside_the_one_around_it(network: Network) -> None:
    (far, far_end), (some, some_end), (close, close_end) = frames(network)

    assert far < some < close < close_end < some_end < far_end


@given(networks)
def test_no_two_names_meet(network: Network) -> None:
    apart = min(form.place for form in FORMS.values())

    for (x, y), (to_x, to_y) in combinations(names(network), 2):
        assert abs(x - to_x) >= apart / 2 or abs(y - to_y) >= LETTERS


@given(networks)
def test_what_people_bring_stands_below_their_name_and_above_the_next(network: Network) -> None:
    signs = [each.get("transform") or "" for each in drawn(network) if each.tag.endswith("}g")]
    places = [tuple(map(float, found.groups())) for one in signs if (found := PLACE.match(one))]
    named = names(network)

    for x, y in places:
        for to_x, to_y in named:
            beside = abs(x - to_x) > FORMS[Circle.CLOSE].place / 2
            assert beside or to_y < y or to_y - LETTERS > y - SIGN / 2


@pytest.mark.parametrize("circle", [*Circle, None])
@pytest.mark.parametrize("name", ["Lou", "Marie-Antoinette de la Tour", "🙂", "<i>&", "W" * 40])
def test_any_map_becomes_a_picture_of_a_size_that_is_taken(
    circle: Circle | None, name: str
) -> None:
    assert sum(size(png(draw(alone(circle, PEOPLE, name), WORDS)))) <= MOST


def test_a_name_that_is_too_long_is_cut_and_says_so() -> None:
    assert any(one.endswith("…") for one in texts(alone(Circle.CLOSE, 1, "W" * 40)))
    assert not any(one.endswith("…") for one in texts(alone(Circle.CLOSE, 1, "ma voisine Lou")))


def test_a_name_in_signs_that_the_font_does_not_know_is_somebody() -> None:
    assert "quelqu’un" in texts(alone(Circle.FAR, 1, "🙂"))


def test_who_stands_in_no_circle_yet_is_below_them() -> None:
    shown = texts(alone(None, 1))

    assert "sans cercle" in shown
    assert "sans cercle" not in texts(alone(Circle.FAR, 1))
