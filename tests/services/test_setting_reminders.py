"""Somebody sets a reminder for themselves, in words and taps."""

from datetime import UTC, datetime

import pytest

from bot.domain.delivery import Class
from bot.domain.reminder import LONGEST, MOST
from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage

WAYS = ["button-reminder-done", "button-reminder-later", "button-reminder-move", "button-skip"]
BUTTONS = ["button-read", *WAYS]
TUESDAY_AT_NINE = datetime(2026, 11, 24, 8, 0, 30, tzinfo=UTC)


async def set_one(
    phone: Phone, what: str = "appeler l’agence", day: str = "button-tomorrow", at: str = "09:00"
) -> None:
    """Set a reminder for once: words, then four taps."""
    await begin(phone, what)
    await phone.choose("button-once", day)
    await phone.tap(at)
    await phone.choose("button-that-is-it")


async def begin(phone: Phone, what: str = "appeler l’agence") -> None:
    await phone.write("/rappel")
    if phone.shown == "reminders":
        await phone.choose("button-reminder-new")
    await phone.write(what)


async def it_comes(phone: Phone, what: str = "appeler l’agence") -> None:
    await set_one(phone, what)
    await phone.stage.go_to(TUESDAY_AT_NINE)
    assert phone.shown == "reminder-due"


def comings(phone: Phone) -> int:
    return sum(key.startswith("reminder-due") for key in phone.keys)


async def kept_words(stage: Stage) -> list[str]:
    """Return the words of each reminder that is kept."""
    vault = stage.database.vault
    found = [row for row in await rows_of(stage, "plan") if row["kind"] == "reminder"]
    opened = [vault.open(row["sealed_details"], place=f"plan.details:{row['id']}") for row in found]
    return [one["reminder"]["what"] for one in opened]


async def test_it_is_words_and_four_taps(team: Team) -> None:
    await it_comes(team.participant)

    assert team.participant.screen == "Rappel"
    assert team.participant.offers == BUTTONS

    await team.participant.choose("button-read")
    assert team.participant.screen == "Rappel\n\nappeler l’agence"
    assert team.participant.offers == WAYS


async def test_nothing_is_set_without_the_last_tap(team: Team) -> None:
    await begin(team.participant)
    await team.participant.choose("button-once", "button-tomorrow")
    await team.participant.tap("09:00")

    assert team.participant.shown == "reminder-card"
    await team.participant.write("25h")
    assert "button-that-is-it" not in team.participant.offers
    await team.participant.choose("button-back")
    assert team.participant.shown == "reminder-card"
    assert await kept_words(team.stage) == []


async def test_it_comes_once_only(team: Team) -> None:
    await it_comes(team.participant)

    await team.stage.pass_time(days=8)

    assert comings(team.participant) == 1


async def test_day_and_time_can_be_typed(team: Team) -> None:
    await begin(team.participant)
    await team.participant.choose("button-once")
    await team.participant.write("jeudi")
    await team.participant.write("6h40")

    assert "jeudi 26 novembre à 06:40" in team.participant.screen
    assert "vos heures calmes" in team.participant.screen
    await team.participant.choose("button-that-is-it")
    await team.stage.go_to(datetime(2026, 11, 26, 5, 41, tzinfo=UTC))
    assert team.participant.shown == "reminder-due"


async def test_it_comes_every_week_on_its_days(team: Team) -> None:
    await begin(team.participant)
    await team.participant.choose("button-every-week")
    assert await team.participant.choose("button-day-in") == "Un jour au moins reste choisi."
    assert team.participant.offers.count("button-day-in") == 1
    await team.participant.choose("button-day-out", "button-done")
    await team.participant.tap("18:00")
    await team.participant.choose("button-that-is-it")

    await team.stage.pass_time(days=14)

    assert comings(team.participant) == 4


async def test_it_comes_every_day(team: Team) -> None:
    await begin(team.participant)
    await team.participant.choose("button-every-day")
    await team.participant.tap("18:00")
    await team.participant.choose("button-that-is-it")

    await team.stage.pass_time(days=8)

    assert comings(team.participant) == 8


async def test_a_typed_one_means_every_week_on_the_day_it_is(team: Team) -> None:
    await begin(team.participant)
    await team.participant.write("1")

    assert team.participant.shown == "draft-which-days"
    assert "lundi" in team.participant.screen
    assert team.participant.offers.count("button-day-in") == 1


async def test_the_days_stay_when_it_is_changed(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await phone.choose("button-every-week", "button-day-out", "button-done")
    await phone.tap("18:00")
    await phone.choose("button-that-is-it")
    await phone.write("/rappel")

    await phone.choose("button-number", "button-reminder-change", "button-moment")
    await phone.choose("button-every-week")

    assert phone.offers.count("button-day-in") == 2


@ON_SQLITE
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Rendez-vous dentiste", "Rendez-vous dentiste"),
        ("un  mot\nun autre mot", "un mot un autre mot"),
        ("très " * 20, f"{'très ' * 11}très…"),
    ],
)
async def test_words_that_are_cut_say_so(team: Team, *, words: str, shown: str) -> None:
    await set_one(team.participant, words)

    await team.participant.write("/rappel")

    assert f"1. mardi 24 novembre à 09:00\xa0: {shown}" in team.participant.screen.splitlines()


async def test_a_number_of_weeks_can_be_typed(team: Team) -> None:
    await begin(team.participant)
    offered = team.participant.labels
    for typed in ("zéro", "demain à 8:10", "3 fois par semaine", "53", "0"):
        await team.participant.write(typed)
        assert team.participant.shown == "reminder-weeks-again"
        assert team.participant.labels == offered
    await team.participant.write("toutes les 5 semaines")
    await team.participant.choose("button-tomorrow")
    await team.participant.tap("09:00")
    await team.participant.choose("button-that-is-it")

    await team.stage.pass_time(days=37)

    assert comings(team.participant) == 2


@pytest.mark.parametrize(
    ("lead", "comes", "told"),
    [
        ("button-lead-half-hour", datetime(2026, 11, 26, 13, 0, tzinfo=UTC), "À 14:30\xa0: "),
        ("button-lead-two-hours", datetime(2026, 11, 26, 11, 30, tzinfo=UTC), "À 14:30\xa0: "),
        ("button-lead-evening", datetime(2026, 11, 25, 18, 0, tzinfo=UTC), "Demain à 14:30\xa0: "),
    ],
)
@ON_SQLITE
async def test_an_appointment_is_told_before(
    team: Team, *, lead: str, comes: datetime, told: str
) -> None:
    await begin(team.participant, "médecin")
    await team.participant.choose("button-once")
    await team.participant.write("26/11")
    await team.participant.write("14h30")
    await team.participant.choose("button-lead", lead, "button-that-is-it")

    await team.stage.go_to(comes.replace(second=30))

    await team.participant.choose("button-read")
    assert team.participant.screen == f"Rappel\n\n{told}médecin"
    [row] = [row for row in await rows_of(team.stage, "delivery") if row["slot"] == "reminder"]
    assert (row["due"], row["kind"]) == (comes, Class.COPING)


async def test_the_words_stand_in_the_message_only_if_wanted(team: Team) -> None:
    await begin(team.participant)
    await team.participant.choose("button-once", "button-tomorrow")
    await team.participant.tap("09:00")
    assert "sans vos mots" in team.participant.screen
    await team.participant.choose("button-show-words")
    assert "verrouillé\xa0: vos mots" in team.participant.screen
    assert "button-hide-words" in team.participant.offers
    await team.participant.choose("button-that-is-it")

    await team.stage.go_to(TUESDAY_AT_NINE)

    assert team.participant.screen == "Rappel\xa0: appeler l’agence"


async def test_a_moment_that_is_over_is_asked_again(team: Team) -> None:
    await begin(team.participant)
    await team.participant.choose("button-once", "button-today")
    assert "09:00" not in team.participant.labels
    await team.participant.write("9h")
    await team.participant.choose("button-that-is-it")
    assert team.participant.shown == "reminder-over"
    assert team.participant.offers[-1] == "button-back"

    await team.participant.tap("12:00")
    await team.participant.choose("button-that-is-it")

    assert team.participant.shown == "reminder-kept"


async def test_one_can_be_changed(team: Team) -> None:
    phone = team.participant
    await set_one(phone)
    await phone.write("/rappel")
    await phone.choose("button-number", "button-reminder-change")
    await phone.write("10h15")
    await phone.choose("button-words")
    await phone.write("écrire à l’agence")
    await phone.choose("button-that-is-it")

    await phone.write("/rappel")
    assert "1. mardi 24 novembre à 10:15\xa0: écrire à l’agence" in phone.screen
    await phone.stage.pass_time(days=1, hours=2)
    assert comings(phone) == 1


async def test_what_was_deleted_while_it_was_changed_is_not_set_again(team: Team) -> None:
    phone = team.participant
    await set_one(phone)
    await phone.write("/rappel")
    await phone.choose("button-number")
    delete = phone.find("button-reminder-delete")
    await phone.choose("button-reminder-change")
    keep = phone.find("button-that-is-it")
    await phone.press(*delete)

    assert await phone.press(*keep) == "Ce n’est plus possible."


async def test_a_second_tap_sets_nothing_twice(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await phone.choose("button-once", "button-tomorrow")
    await phone.tap("09:00")
    keep = phone.find("button-that-is-it")

    await phone.press(*keep)

    assert await phone.press(*keep) == "C’est déjà noté."
    assert len(await kept_words(phone.stage)) == 1


@ON_SQLITE
async def test_thirty_are_enough(team: Team) -> None:
    phone = team.participant
    for number in range(MOST):
        await set_one(phone, what=f"numéro {number}")
    await phone.write("/rappel")
    assert "button-reminder-new" not in phone.offers

    for _ in range(9):
        await phone.choose("button-more")
    assert "button-more" not in phone.offers


async def test_an_empty_list_is_not_offered_where_it_would_ask_the_same(team: Team) -> None:
    phone = team.participant
    await phone.write("/rappel")
    assert (phone.shown, phone.offers) == ("reminder-what", ["button-menu"])

    await set_one(phone)
    await phone.choose("button-reminders", "button-reminder-new")

    assert phone.offers == ["button-reminders", "button-menu"]


async def test_from_the_words_the_way_back_is_the_card(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await phone.choose("button-once", "button-tomorrow")
    await phone.tap("09:00")

    await phone.choose("button-words", "button-back")

    assert phone.shown == "reminder-card"
    await phone.choose("button-that-is-it")
    assert await kept_words(phone.stage) == ["appeler l’agence"]


async def test_words_that_are_too_long_are_asked_again(team: Team) -> None:
    await begin(team.participant, "x" * (LONGEST + 1))
    assert team.participant.shown == "reminder-too-long"

    await team.participant.write("x" * LONGEST)

    assert team.participant.shown == "reminder-how-often"


@ON_SQLITE
@pytest.mark.parametrize(
    "what",
    ["{ $name }", "<b>&amp;", "\u202e\u200b", "\n\n\n", "\ud83d", "👩‍👩‍👧", "a\n\n\n\nb", "*_`[]"],
)
async def test_words_are_kept_exactly_as_they_were_typed(team: Team, what: str) -> None:
    await it_comes(team.participant, what)
    assert await kept_words(team.stage) == [what]

    await team.participant.choose("button-reminder-done")
    await set_one(team.participant, what)
    await team.participant.write("/rappel")

    assert all(choice.label.strip() for choice in team.participant.latest[0].choices)


async def test_no_word_stands_readable_in_the_database(team: Team) -> None:
    await it_comes(team.participant, CANARY_TEXT[:200])

    every = [await rows_of(team.stage, name) for name in ("plan", "question", "delivery")]

    assert CANARY_TEXT[:10] not in repr(every)


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "asked", "first"),
    [
        ("button-french-vous", "Que voulez-vous vous rappeler\xa0?", "Rappel"),
        ("button-french-tu", "Que veux-tu te rappeler\xa0?", "Rappel"),
        ("button-english", "What would you like to be reminded of?", "Reminder"),
    ],
)
async def test_it_is_set_in_every_voice(team: Team, *, voice: str, asked: str, first: str) -> None:
    phone = team.participant
    await phone.write("/langue")
    await phone.choose(voice)
    await phone.write("/remind")
    assert phone.screen.startswith(asked)

    await it_comes(phone)

    assert phone.screen == first
    await phone.choose("button-read")
    assert phone.screen == f"{first}\n\nappeler l’agence"


async def test_a_coach_is_told_whom_they_are_for(team: Team) -> None:
    await team.coach.write("/rappel")

    assert team.coach.shown == "reminders-staff"
    assert team.coach.offers == ["button-new-reminder", "button-menu"]


async def test_in_what_recurs_it_is_called_by_its_own_words(team: Team) -> None:
    phone = team.participant
    await set_one(phone, "appeler l’agence\npour le contrat de la semaine prochaine")

    await phone.write("/messages")
    await phone.choose("button-recurring")

    assert "1. appeler l’agence pour le contrat de la…\xa0: mardi" in phone.screen
    await phone.choose("button-number")
    assert phone.screen.startswith("appeler l’agence pour le contrat de la…")
