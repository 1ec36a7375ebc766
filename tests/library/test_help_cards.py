import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.domain.people import Address, Language, Voice
from bot.library import Library
from bot.library.faults import UnknownCountry
from tests.library.content_folder import CONTENT

COUNTRIES = ["BE", "CA", "CH", "DE", "ES", "FR", "GB", "GR", "IT"]
VOICES = [Voice(language=language, address=address) for language in Language for address in Address]
FREE = "L’appel est gratuit."
A_YEAR = timedelta(days=365)


def test_each_country_of_the_programme_has_a_card() -> None:
    assert sorted(file.stem for file in (CONTENT / "help").glob("*.yaml")) == COUNTRIES


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_a_card_is_short_and_begins_with_danger(
    library: Library, country: str, voice: Voice
) -> None:
    text = library.help_text(country, voice)

    first = text.split("\n")[0]
    assert first.startswith(("En danger", "In danger"))
    assert library.help_card(country).emergency[0] in first
    assert len(re.findall(r"\w[\w’-]*", text)) <= 60


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_card_shows_every_number(library: Library, country: str) -> None:
    card = library.help_card(country)

    text = library.help_text(country, VOICES[0])

    assert all(number in text for number in card.emergency)
    assert all(line.number in text for line in card.lines)


def test_the_french_card_stands_as_it_was_agreed(library: Library) -> None:
    text = library.help_text("FR", Voice(language=Language.FRENCH))

    assert text.replace("\N{NO-BREAK SPACE}", " ").split("\n\n") == [
        "En danger ? Appelez le 15 ou le 112.",
        f"Des idées noires ? Appelez le 3114 (prévention du suicide), jour et nuit. {FREE}",
        "Urgences par SMS : 114, jour et nuit.",
        "Votre coach ou une personne proche peut aussi vous écouter.",
        "Personne ne lit ici en direct.",
    ]


@pytest.mark.parametrize("voice", VOICES)
def test_who_is_supported_by_nobody_reads_of_no_coach(library: Library, voice: Voice) -> None:
    shown, alone = library.help_text("FR", voice), library.help_text("FR", voice, has_coach=False)

    assert "coach" in shown
    assert "coach" not in alone
    assert shown.split("\n\n")[:-2] == alone.split("\n\n")[:-2]


def test_the_italian_line_is_not_said_to_answer_at_night(library: Library) -> None:
    text = library.help_text("IT", Voice(language=Language.ENGLISH))

    assert "day and night" not in text


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_card_was_checked_within_a_year(library: Library, country: str) -> None:
    today = SystemClock().now().date()

    assert is_fresh(library.help_card(country).verified, today)


def test_a_card_checked_more_than_a_year_ago_is_too_old() -> None:
    today = date(2026, 11, 20)

    assert is_fresh(date(2025, 11, 20), today)
    assert not is_fresh(date(2025, 11, 19), today)


def is_fresh(verified: date, today: date) -> bool:
    return today - verified <= A_YEAR


def test_a_country_without_a_card_is_named(library: Library) -> None:
    with pytest.raises(UnknownCountry, match="XX"):
        library.help_card("XX")


def test_a_country_code_cannot_name_another_file(library: Library, tmp_path: Path) -> None:
    (tmp_path / "FR.yaml").write_text("{}", encoding="utf-8")

    with pytest.raises(UnknownCountry):
        library.help_card(str(tmp_path / "FR"))
