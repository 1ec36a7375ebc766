"""Asking a coach for a contact: what the person is told, what the coach gets, and the receipt."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.contact import LONGEST_LINE
from bot.domain.people import Role
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, another_coach, invite, leave
from tests.services.stage import Phone, Stage

TO_LOOK_AT = ["button-seen", "button-i-will-call"]
HALF_AN_HOUR = timedelta(minutes=30)
COMES = "contact-to-look-at"


def paris(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2026 by the clocks of Paris; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


async def go_to(stage: Stage, moment: datetime) -> None:
    """Move the clock slowly, as the engine looks every minute: what happens has half hours."""
    await stage.go_to(moment, every=HALF_AN_HOUR)


async def ask(phone: Phone) -> None:
    await phone.write("/contact")


def pings(phone: Phone) -> int:
    return sum(COMES in phone.stage.library.keys_of(bubble.text) for bubble in phone.bubbles)


async def states(stage: Stage) -> list[str]:
    return [row["state"] for row in await rows_of(stage, "contact_request")]


async def test_inside_the_hours_the_coach_gets_it_at_once(team: Team) -> None:
    await ask(team.participant)

    assert team.participant.shown == "contact-sent"
    assert "Nadia la reçoit." in team.participant.screen
    assert "Personne d’autre ne la voit" in team.participant.screen
    assert team.coach.screen.startswith(f"{CANARY_NAME} demande un contact.")
    assert team.coach.offers == TO_LOOK_AT


@pytest.mark.parametrize(
    ("asked", "told", "opens"),
    [
        (paris(23, 8, 50), "lundi 23 novembre à 09:00", paris(23, 9)),
        (paris(23, 17), "mardi 24 novembre à 09:00", paris(24, 9)),
        (paris(24, 3), "mardi 24 novembre à 09:00", paris(24, 9)),
        (paris(28, 12), "lundi 30 novembre à 09:00", paris(30, 9)),
    ],
)
async def test_outside_the_hours_it_waits_and_the_person_knows_until_when(
    team: Team, asked: datetime, told: str, opens: datetime
) -> None:
    team.stage.clock.moment = asked
    await ask(team.participant)
    assert f"Nadia la reçoit {told}, pas avant." in team.participant.screen

    await go_to(team.stage, opens - timedelta(minutes=1))
    assert pings(team.coach) == 0
    await go_to(team.stage, opens)

    assert team.coach.shown == COMES


async def test_a_public_holiday_has_no_hours(team: Team) -> None:
    team.stage.keep_holidays([date(2026, 11, 24)])
    await go_to(team.stage, paris(23, 18))

    await ask(team.participant)

    assert "mercredi 25 novembre à 09:00, pas avant" in team.participant.screen


async def test_the_hours_are_told_by_the_clocks_of_the_person(stage: Stage) -> None:
    coach = stage.phone("Nadia")
    await coach.open(await stage.invite(Role.COACH, "Nadia"))
    await coach.choose("button-french", "button-zone-other")
    await coach.write("Athènes")
    await coach.choose("button-zone-right")
    await coach.tap("09:00")
    person = stage.phone("Someone")
    await person.open(await invite(coach, CANARY_NAME))
    await person.choose(*ENROLLED)
    await coach.choose("button-it-is-them")
    await go_to(stage, paris(23, 18))

    await ask(person)

    assert "mardi 24 novembre à 08:00, pas avant" in person.screen
    await go_to(stage, paris(24, 8))
    assert "Demandé lundi 23 novembre à 19:00" in coach.screen


async def test_asking_again_shows_the_words_that_are_there(team: Team) -> None:
    await ask(team.participant)
    assert "Déjà dans votre demande" not in team.participant.screen
    await team.participant.write(CANARY_TEXT[:100])

    await ask(team.participant)

    assert team.participant.shown == "contact-sent"
    assert f"Déjà dans votre demande\xa0: «\xa0{CANARY_TEXT[:100]}\xa0»" in team.participant.screen


async def test_a_second_tap_asks_nobody_twice(team: Team) -> None:
    await ask(team.participant)
    await ask(team.participant)

    assert team.participant.shown == "contact-sent"
    assert pings(team.coach) == 1
    assert await states(team.stage) == ["open"]


@pytest.mark.parametrize(
    ("button", "receipt", "note"),
    [
        ("button-seen", "contact-receipt", "contact-seen-by-me"),
        ("button-i-will-call", "contact-receipt-call", "contact-will-call"),
    ],
)
async def test_the_person_gets_a_receipt(team: Team, button: str, receipt: str, note: str) -> None:
    await ask(team.participant)
    await go_to(team.stage, paris(23, 10, 10))

    await team.coach.choose(button)

    assert team.coach.shown == note
    assert team.participant.shown == receipt
    assert team.participant.screen.startswith("Vu par Nadia à 10:10")


async def test_the_coach_can_say_later_that_they_will_call(team: Team) -> None:
    await ask(team.participant)
    seen = team.coach.find("button-seen")
    await team.coach.choose("button-seen", "button-i-will-call")
    assert team.participant.shown == "contact-receipt-call"

    said = await team.coach.press(*seen)

    assert team.stage.library.keys_of(said)[-1] == "toast-already"
    assert team.participant.keys.count("contact-receipt") == 1


async def test_words_go_with_it_also_after_the_coach_was_told(team: Team) -> None:
    await ask(team.participant)

    await team.participant.write(CANARY_TEXT)
    assert team.participant.shown == "contact-line-added"

    assert team.coach.screen.replace("\xa0", " ").endswith(f"« {CANARY_TEXT} »")
    assert pings(team.coach) == 1
    assert team.coach.offers == TO_LOOK_AT


async def test_words_that_wait_go_with_what_waits(team: Team) -> None:
    await go_to(team.stage, paris(23, 18))
    await ask(team.participant)
    await team.participant.write(CANARY_TEXT)

    await go_to(team.stage, paris(24, 9))

    assert CANARY_TEXT in team.coach.screen


async def test_words_that_are_too_long_are_cut_and_both_read_where(team: Team) -> None:
    await ask(team.participant)
    await team.participant.write("x" * (LONGEST_LINE - 5))
    assert team.participant.shown == "contact-line-added"

    await team.participant.write("et lundi matin aussi")

    assert team.participant.shown == "contact-line-cut"
    for phone in (team.participant, team.coach):
        assert "x\net …" in phone.screen
        assert "matin" not in phone.screen


async def test_words_that_come_after_it_was_seen_are_not_kept(team: Team) -> None:
    await ask(team.participant)
    await team.coach.choose("button-seen")

    await team.participant.write(CANARY_TEXT)

    assert team.participant.shown == "typed-elsewhere"
    assert CANARY_TEXT not in team.coach.everything


async def test_it_can_be_taken_back_until_it_is_seen(team: Team) -> None:
    await ask(team.participant)
    await team.participant.choose("button-take-back")

    assert team.participant.shown == "contact-withdrawn"
    assert team.coach.shown == "contact-taken-back"
    await go_to(team.stage, paris(23, 13))
    assert pings(team.coach) == 0


async def test_what_was_taken_back_before_the_hours_is_never_told(team: Team) -> None:
    await go_to(team.stage, paris(23, 18))
    said = team.coach.texts
    await ask(team.participant)
    await team.participant.choose("button-take-back")

    await go_to(team.stage, paris(24, 12))

    assert team.coach.texts == said


async def test_what_was_seen_cannot_be_taken_back(team: Team) -> None:
    await ask(team.participant)
    back = team.participant.find("button-take-back")
    await team.coach.choose("button-seen")

    said = await team.participant.press(*back)

    assert team.stage.library.keys_of(said)[-1] == "toast-gone"
    assert await states(team.stage) == ["seen"]


async def test_a_tap_of_the_coach_on_what_was_taken_back_says_so(team: Team) -> None:
    await ask(team.participant)
    seen = team.coach.find("button-seen")
    await team.participant.choose("button-take-back")

    await team.coach.press(*seen)

    assert team.coach.shown == "contact-taken-back"
    assert "contact-receipt" not in team.participant.keys


async def test_whoever_has_no_coach_is_told_that_nobody_is_told(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.choose("button-continue", "button-understood", "button-agree", "button-minimum")
    await person.choose("button-vous", "button-zone-usual")

    await ask(person)

    assert person.shown == "contact-nobody"
    assert await states(stage) == []


async def test_a_coach_who_is_on_the_way_out_is_nobody_to_ask(team: Team) -> None:
    await team.coach.write("/leave")
    await team.coach.choose("button-leave-now")

    await ask(team.participant)

    assert team.participant.shown == "contact-nobody"


async def test_a_coach_who_goes_meanwhile_leaves_the_truth(team: Team) -> None:
    await go_to(team.stage, paris(23, 18))
    await ask(team.participant)
    await team.coach.write("/leave")
    await team.coach.choose("button-leave-now")

    await go_to(team.stage, paris(24, 9))

    assert pings(team.coach) == 0
    assert team.participant.shown == "contact-unread"


async def test_a_coach_who_cannot_be_reached_is_said_to_be(team: Team) -> None:
    await team.coach.change_membership("kicked")

    await ask(team.participant)

    assert "Nadia ne reçoit pas mes messages en ce moment." in team.participant.screen
    assert "contact-unread" not in team.participant.keys


async def test_who_leaves_leaves_no_request(team: Team) -> None:
    await ask(team.participant)
    await leave(team.participant)

    assert await states(team.stage) == []
    assert await rows_of(team.stage, "contact_notice") == []


async def test_who_is_on_the_way_out_is_not_told_of(team: Team) -> None:
    await go_to(team.stage, paris(23, 18))
    await ask(team.participant)
    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")

    await go_to(team.stage, paris(24, 12))

    assert pings(team.coach) == 0


async def test_another_coach_is_told_nothing_and_can_do_nothing(team: Team) -> None:
    other = await another_coach(team.stage)
    said = other.texts
    await ask(team.participant)
    seen = team.coach.find("button-seen")

    assert other.texts == said
    await other.press(*seen)

    assert other.shown == "out-of-date"
    assert await states(team.stage) == ["open"]


async def test_the_coach_reads_in_the_list_who_waits_and_the_person_reads_the_same(
    team: Team,
) -> None:
    await ask(team.participant)
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people")

    assert "Demande un contact depuis lundi 23 novembre, 10:00" in team.coach.screen
    await team.participant.write("/privacy")
    await team.participant.choose("button-coach-screen")
    assert "Demande un contact depuis lundi 23 novembre, 10:00" in team.participant.screen


@pytest.mark.parametrize("way", ["menu", "help", "afterwork"])
async def test_it_is_offered_where_it_is_needed(team: Team, way: str) -> None:
    await team.participant.write(f"/{way}")
    if way == "afterwork":
        await team.participant.choose(
            "button-answer-now", "afterwork/steps/went/options/hard", "button-skip", "button-skip"
        )

    await team.participant.choose("button-ask-contact")

    assert team.participant.shown == "contact-sent"


@ON_SQLITE
@pytest.mark.parametrize(
    ("language", "form", "words"),
    [
        ("fr", "button-vous", "Votre demande de contact est partie."),
        ("fr", "button-tu", "Ta demande de contact est partie."),
        ("en", None, "Your request for a contact is on its way."),
    ],
)
async def test_it_speaks_as_the_person_wants(
    coach: Phone, language: str, form: str | None, words: str
) -> None:
    person = coach.stage.phone("Someone", language)
    await person.open(await invite(coach, CANARY_NAME))
    await person.choose("button-continue", "button-understood", "button-agree", "button-minimum")
    await person.choose(*([form] if form else []), "button-zone-usual")
    await coach.choose("button-it-is-them")

    await ask(person)

    assert person.screen.startswith(words)


async def test_staff_and_strangers_are_told_what_there_is_for_them(team: Team) -> None:
    stranger = team.stage.phone("Passant")
    for phone in (team.coach, stranger):
        await ask(phone)

    assert (team.coach.shown, stranger.shown) == ("contact-staff", "stranger")
