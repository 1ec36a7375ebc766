from datetime import date

import pytest

from bot.library.faults import UnknownCountry
from bot.library.holidays import public_holidays
from tests.library.test_help_cards import COUNTRIES


def test_holidays_are_known_for_any_year() -> None:
    french = public_holidays("FR")

    assert date(2027, 7, 14) in french
    assert date(2041, 5, 1) in french
    assert date(2027, 7, 15) not in french


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_with_a_help_card_has_holidays(country: str) -> None:
    assert date(2027, 12, 25) in public_holidays(country)


def test_an_unknown_country_is_named() -> None:
    with pytest.raises(UnknownCountry, match="XX"):
        public_holidays("XX")
