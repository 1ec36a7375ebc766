"""The routine interview in several sittings, what it sets, and plan B."""

from datetime import UTC, datetime

import pytest

from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone


def option(part: str, step: str, name: str) -> str:
    return f"routine-{part}/steps/{step}/options/{name}"


async def evening(phone: Phone, bedtime: str = "22:30") -> None:
    """Answer the questions of the evening."""
    await phone.write("/routine")
    await phone.choose("button-routine-night")
    await phone.write(bedtime)
    await phone.choose(option("night", "enough", "almost"), option("night", "waking", "alarm"))
    await phone.choose("button-routine-next")


async def morning(phone: Phone, late: str = "call") -> None:
    """Answer the questions of the morning."""
    await phone.write("/routine")
    await phone.choose("button-routine-morning")
    await phone.tap("se laver")
    await phone.choose("button-done")
    await phone.choose(option("morning", "breakfast", "home"), option("morning", "time", "tight"))
    await phone.choose(option("morning", "rehearsal", "plan"))
    await phone.write("28/11")
    await phone.choose(option("morning", "late", late))
    if late != "unknown":
        await phone.write("Sami, 06 00 00 00 00")
    await phone.choose(option("morning", "numbers", "no"), "button-routine-next")


async def reminders_of(phone: Phone) -> int:
    return sum(row["kind"] == "reminder" for row in await rows_of(phone.stage, "plan"))


async def test_an_evening_leads_to_a_reminder_that_is_set_by_the_last_tap(agreed: Team) -> None:
    phone = agreed.participant
    await evening(phone)
    assert phone.shown == "routine-offer"
    assert "dimanche, lundi" in phone.screen or "lundi" in phone.screen
    assert await reminders_of(phone) == 0

    await phone.choose("button-that-is-it")
    await phone.stage.go_to(datetime(2026, 11, 23, 21, 0, 30, tzinfo=UTC))

    await phone.choose("button-read")
    assert phone.screen == "Rappel\n\nÀ 22:30\xa0: c’est l’heure de se coucher."


async def test_it_is_said_when_a_reminder_comes(agreed: Team) -> None:
    phone = agreed.participant
    await evening(phone, "23:30")

    told = [
        "• lundi, mardi, mercredi, jeudi et dimanche à 23:30\xa0: c’est l’heure de se coucher.",
        "Je vous écris à 23:00, une demi-heure avant.",
        "C’est dans vos heures calmes. Je vous écris quand même.",
    ]
    assert phone.screen.split("\n")[:3] == told
    await phone.choose("button-that-is-it")
    assert phone.screen.split("\n")[2:] == told


@ON_SQLITE
async def test_what_is_set_comes_as_a_sentence(agreed: Team) -> None:
    phone = agreed.participant
    await phone.write("/routine")
    await phone.choose("button-routine-work", option("work", "treatment", "none"))
    await phone.choose(*["button-skip"] * 2, option("work", "breaks", "bring"))
    await phone.choose("button-routine-next", "button-that-is-it")

    await phone.stage.go_to(datetime(2026, 11, 23, 18, 0, 30, tzinfo=UTC))

    await phone.choose("button-read")
    assert phone.screen == "Rappel\n\nPour demain, pensez à préparer votre repas de la pause."


async def test_no_day_without_work_is_promised_before_days_of_work_are_offered(
    agreed: Team,
) -> None:
    phone = agreed.participant
    await phone.write("/routine")
    await phone.choose("button-routine-morning")
    await phone.tap("se laver")
    await phone.choose("button-done")
    await phone.choose(option("morning", "breakfast", "home"), option("morning", "time", "tight"))
    assert "sans travail" not in phone.screen

    await phone.choose(option("morning", "rehearsal", "plan"))
    assert "écrivez une date" in phone.screen

    await phone.write("28/11")
    assert "retard" in phone.screen


async def test_what_is_not_wanted_is_not_set(agreed: Team) -> None:
    phone = agreed.participant
    await morning(phone)
    await phone.tap("✓ enregistrer les numéros")
    await phone.choose("button-that-is-it")

    assert phone.shown == "routine-kept"
    assert "C’est le jour pour essayer votre matinée" in phone.screen
    assert await reminders_of(phone) == 1


async def test_a_second_tap_sets_nothing_twice(agreed: Team) -> None:
    phone = agreed.participant
    await evening(phone)
    keep = phone.find("button-that-is-it")
    await phone.press(*keep)

    assert await phone.press(*keep) == "C’est déjà noté."
    await phone.stage.pass_time(days=1)
    await evening(phone)
    await phone.choose("button-that-is-it")
    assert await reminders_of(phone) == 1


async def test_it_goes_on_days_later_where_it_was_stopped(agreed: Team) -> None:
    phone = agreed.participant
    await phone.write("/routine")
    await phone.choose("button-routine-night")
    await phone.write("22:30")
    await phone.choose("button-stop-here")
    await phone.stage.pass_time(days=4)

    await phone.write("/routine")
    await phone.choose("button-routine-night")

    assert "question 2 sur 3" in phone.screen


@pytest.mark.parametrize(
    ("bedtime", "words"),
    [
        ("0h15", "moins de sept heures"),
        ("1h", "Je ne propose pas de réveil plus tôt."),
    ],
)
async def test_little_sleep_gets_a_kind_word(agreed: Team, *, bedtime: str, words: str) -> None:
    await evening(agreed.participant, bedtime)

    assert words in agreed.participant.screen


async def test_a_treatment_is_told_in_own_words_and_to_nobody_else(agreed: Team) -> None:
    phone = agreed.participant
    await phone.write("/routine")
    await phone.choose("button-routine-work", option("work", "treatment", "discuss"))
    await phone.write(CANARY_TEXT[:100])
    await phone.write("21h")
    await phone.choose(*["button-skip"] * 3, "button-routine-next")
    assert "votre médecin" in phone.screen
    await phone.choose("button-that-is-it")

    await phone.stage.go_to(datetime(2026, 11, 23, 20, 0, 30, tzinfo=UTC))

    await phone.choose("button-read")
    assert phone.screen == f"Rappel\n\n{CANARY_TEXT[:100]}"
    assert CANARY_TEXT[:20] not in agreed.coach.everything


async def test_nothing_to_set_is_said(agreed: Team) -> None:
    phone = agreed.participant
    await phone.write("/routine")
    await phone.choose("button-routine-work", option("work", "treatment", "none"))
    await phone.choose(*["button-skip"] * 3, "button-routine-next")

    assert phone.shown == "routine-nothing"


async def test_plan_b_says_what_was_decided(agreed: Team) -> None:
    phone = agreed.participant
    await phone.write("/planb")
    assert phone.shown == "plan-b-none"
    await morning(phone)

    await phone.write("/planb")

    assert "• Appeler\n• Sami, 06 00 00 00 00" in phone.screen
    assert phone.offers[:2] == ["button-copy-employer", "button-copy-coach"]


async def test_who_decided_nothing_has_no_plan_b(agreed: Team) -> None:
    await morning(agreed.participant, late="unknown")

    await agreed.participant.write("/planb")

    assert agreed.participant.shown == "plan-b-none"


async def test_plan_b_is_there_when_it_gets_late(agreed: Team) -> None:
    phone = agreed.participant
    await morning(phone)
    await phone.stage.go_to(datetime(2026, 11, 24, 7, 6, tzinfo=UTC))

    await phone.choose("button-late")

    assert phone.screen.startswith("Votre plan B\xa0:\n\n• Appeler\n• Sami")
    assert "Voici des mots à copier" in phone.screen


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "asked", "told"),
    [
        ("button-french-tu", "À quelle heure te couches-tu", "Touche une ligne"),
        ("button-english", "What time do you go to bed", "Tap a line"),
    ],
)
async def test_it_is_asked_in_every_voice(
    agreed: Team, *, voice: str, asked: str, told: str
) -> None:
    phone = agreed.participant
    await phone.write("/langue")
    await phone.choose(voice)
    await phone.write("/routine")
    await phone.choose("button-routine-night")
    assert asked in phone.screen

    await evening(phone)

    assert told in phone.screen


async def test_questions_that_nobody_signed_off_are_not_asked(agreed: Team) -> None:
    agreed.stage.hold_back("exercises/routine-night")

    await agreed.participant.write("/routine")
    await agreed.participant.choose("button-routine-night")

    assert agreed.participant.shown == "not-approved"


async def test_a_coach_is_told_whom_it_is_for(agreed: Team) -> None:
    for command in ("/routine", "/planb"):
        await agreed.coach.write(command)
        assert agreed.coach.shown == "reminders-staff"
