import pytest

from bot.domain.people import Language
from bot.library.places import city


@pytest.mark.parametrize(
    ("zone", "french", "english"),
    [
        ("Europe/Paris", "Paris", "Paris"),
        ("Europe/London", "Londres", "London"),
        ("America/Montreal", "Montréal", "Montréal"),
        ("Pacific/Noumea", "Nouméa", "Noumea"),
        ("America/Port-au-Prince", "Port-au-Prince", "Port-au-Prince"),
    ],
)
def test_a_city_has_its_name_in_each_language(zone: str, french: str, english: str) -> None:
    assert (city(zone, Language.FRENCH), city(zone, Language.ENGLISH)) == (french, english)
