"""Public holidays of a country, worked out year by year when they are asked for."""

from collections.abc import Container
from datetime import date

from holidays import country_holidays

from bot.library.faults import UnknownCountry


def public_holidays(country: str) -> Container[date]:
    """Return the public holidays of a country (two letters, as in `FR`), for any year.

    Holidays of a part of the country only are left out. Raises UnknownCountry.
    """
    try:
        return country_holidays(country)
    except NotImplementedError as error:  # so the library names a country that it does not know
        raise UnknownCountry(f"no public holidays are known for the country {country}") from error
