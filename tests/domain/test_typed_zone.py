"""Cities as people type them, and the zones they mean."""

from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.schedule import zone
from bot.domain.typed_zone import KNOWN_AS, city, read_zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris", "Europe/Paris"),
        ("  paris\n", "Europe/Paris"),
        ("Montréal", "America/Montreal"),
        ("MONTREAL", "America/Montreal"),
        ("Montre\u0301al", "America/Montreal"),
        ("Nouméa", "Pacific/Noumea"),
        ("Réunion", "Indian/Reunion"),
        ("La Réunion", "Indian/Reunion"),
        ("Genève", "Europe/Zurich"),
        ("Québec", "America/Montreal"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("port au prince", "America/Port-au-Prince"),
        ("new_york", "America/New_York"),
        ("Europe/Paris", "Europe/Paris"),
        ("america/argentina/buenos aires", "America/Argentina/Buenos_Aires"),
        ("Ｐａｒｉｓ", "Europe/Paris"),
    ],
)
def test_a_city_is_found_however_it_is_typed(text: str, expected: str) -> None:
    assert read_zone(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pari",
        "Paris, France",
        "Europe",
        "東京",
        "GMT+1",
        "Etc/GMT+1",
        "UTC",
        "CET",
        "East",
        "Mountain",
        "US/Eastern",
        "localtime",
        "../../etc/passwd",
        "paris" + " " * 4000,
    ],
)
def test_what_is_no_city_is_none(text: str) -> None:
    assert read_zone(text) is None


@pytest.mark.parametrize("name", sorted(set(KNOWN_AS.values())))
def test_a_place_that_goes_by_another_name_has_a_zone(name: str) -> None:
    assert zone(name).key == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/Paris", "Paris"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_shown_as_its_city(name: str, expected: str) -> None:
    assert city(name) == expected


@given(st.sampled_from(sorted(name for name in available_timezones() if "/" in name)))
def test_a_zone_that_is_typed_in_full_is_itself_or_none(name: str) -> None:
    assert read_zone(name) in {name, None}


@given(st.text(max_size=70))
def test_whatever_is_typed_gives_a_zone_that_exists_or_none(text: str) -> None:
    found = read_zone(text)

    assert found is None or zone(found).key == found
