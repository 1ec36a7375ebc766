import pytest

from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, invite
from tests.services.stage import Phone
from tests.services.test_caseload import supports_too


@pytest.fixture
async def drafting(team: Team) -> Phone:
    """A coach who looks at the card for their participant."""
    await team.coach.choose("button-new-reminder", "button-kind-wakeup")
    return team.coach


@pytest.fixture
async def own(team: Team) -> Phone:
    """A participant who looks at their own card."""
    await team.participant.choose("button-my-day", "button-my-wakeup")
    return team.participant


async def test_a_wakeup_is_proposed_in_one_tap_with_the_usual_values(drafting: Phone) -> None:
    assert drafting.shown == "draft-for"
    assert "07:00" in drafting.screen
    assert "du lundi au vendredi" in drafting.screen
    assert "mardi 24 novembre" in drafting.screen
    assert "Jours fériés : non" in drafting.screen.replace("\xa0", " ")

    await drafting.choose("button-propose")
    assert drafting.shown == "proposal-sent"


async def test_another_time_takes_three_taps(drafting: Phone) -> None:
    await drafting.choose("button-time-of-day")
    await drafting.tap("06:30")
    await drafting.choose("button-propose")

    [plan] = await rows_of(drafting.stage, "plan")
    assert plan["rule"]["wall"].startswith("06:30")


async def test_a_coach_with_nobody_is_offered_to_invite(coach: Phone) -> None:
    await coach.choose("button-new-reminder")

    assert coach.shown == "people-none"
    assert coach.offers == ["button-invite", "button-menu"]


async def test_a_coach_of_several_chooses_for_whom(team: Team) -> None:
    sami = team.stage.phone("Sami")
    await sami.open(await invite(team.coach, "Sami"))
    await sami.choose(*ENROLLED)
    await team.coach.choose("button-it-is-them")

    await team.coach.write("menu")
    await team.coach.choose("button-new-reminder")
    assert team.coach.shown == "remind-whom"

    await team.coach.tap("Sami")
    assert "Sami" in team.coach.screen


@ON_SQLITE
async def test_a_coach_of_many_chooses_from_a_few_at_a_time(team: Team) -> None:
    await supports_too(team.coach, *(f"P{number:02}" for number in range(1, 20)))
    await team.coach.write("menu")
    await team.coach.choose("button-new-reminder")
    assert len(team.coach.latest[0].worded.rows) <= 7

    await team.coach.choose("button-next", "button-next")
    await team.coach.tap("P19")

    assert (team.coach.shown, "P19" in team.coach.screen) == ("remind-kind", True)


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("7h15", "07:15"),
        ("07:15", "07:15"),
        ("7.15", "07:15"),
        ("7:15 am", "07:15"),
        ("7 h", "07:00"),
        ("715", "07:15"),
        ("à 6h45", "06:45"),
        ("7:15 PM", "19:15"),
    ],
)
async def test_a_typed_time_is_understood(drafting: Phone, typed: str, shown: str) -> None:
    await drafting.write(typed)

    assert drafting.shown == "draft-for"
    assert shown in drafting.screen


@ON_SQLITE
@pytest.mark.parametrize("typed", ["7h99", "25h", "demain", "7h15 ou 7h30", "-1", "٧:١٥", "🕖"])
async def test_an_impossible_time_is_asked_again_with_an_example(
    drafting: Phone, typed: str
) -> None:
    await drafting.write(typed)
    assert drafting.shown == "time-again"
    assert "7h15" in drafting.screen

    await drafting.write("7h15")
    assert "07:15" in drafting.screen


@ON_SQLITE
async def test_after_a_time_that_is_none_the_card_or_another_time_is_a_tap_away(
    drafting: Phone,
) -> None:
    await drafting.write("25h")
    assert "button-propose" not in drafting.offers
    await drafting.choose("button-back")
    assert (drafting.shown, "07:00" in drafting.screen) == ("draft-for", True)

    await drafting.write("25h")
    await drafting.tap("06:30")

    assert (drafting.shown, "06:30" in drafting.screen) == ("draft-for", True)


async def test_a_question_that_was_not_understood_can_be_left(drafting: Phone) -> None:
    await drafting.write("pourquoi ?")
    await drafting.choose("button-menu")
    assert drafting.shown == "menu"

    await drafting.write("pourquoi ?")
    assert drafting.shown == "typed-elsewhere-staff"


async def test_a_time_typed_on_the_time_screen_is_taken(drafting: Phone) -> None:
    await drafting.choose("button-time-of-day")

    await drafting.write("5h50")

    assert "05:50" in drafting.screen


async def test_days_are_taken_in_and_out(drafting: Phone) -> None:
    await drafting.choose("button-which-days")
    await drafting.tap("sam.")
    await drafting.tap("✓ mer.")
    await drafting.choose("button-done", "button-propose")

    [plan] = await rows_of(drafting.stage, "plan")
    assert plan["rule"]["days"] == [0, 1, 3, 4, 5]


async def test_the_last_day_stays(drafting: Phone) -> None:
    await drafting.choose("button-which-days")
    for day in ("lun.", "mar.", "mer.", "jeu."):
        await drafting.tap(f"✓ {day}")

    said = await drafting.tap("✓ ven.")

    assert said == "Un jour au moins reste choisi."
    assert "✓ ven." in drafting.labels


async def test_every_day_is_one_tap(drafting: Phone) -> None:
    await drafting.choose("button-which-days")
    await drafting.tap("tous les jours")

    assert drafting.shown == "draft-for"
    assert "tous les jours" in drafting.screen


async def test_a_start_is_tapped(drafting: Phone) -> None:
    await drafting.choose("button-starts")
    await drafting.tap("lundi 30 novembre")

    assert "lundi 30 novembre" in drafting.screen


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown"),
    [("15/01", "vendredi 15 janvier"), ("demain", "mardi 24 novembre"), ("2 dec", "2 décembre")],
)
async def test_a_typed_start_is_understood(drafting: Phone, typed: str, shown: str) -> None:
    await drafting.choose("button-starts")
    await drafting.write(typed)

    assert drafting.shown == "draft-for"
    assert shown in drafting.screen


@ON_SQLITE
@pytest.mark.parametrize("typed", ["30/02", "hier", "01/01/2020", "2099-01-01", "bientôt", "7h15"])
async def test_an_impossible_start_is_asked_again_with_an_example(
    drafting: Phone, typed: str
) -> None:
    await drafting.choose("button-starts")
    offered = drafting.labels

    await drafting.write(typed)
    assert (drafting.shown, drafting.labels) == ("date-again", offered)
    assert "15/01" in drafting.screen

    await drafting.write("demain")
    assert drafting.shown == "draft-for"


async def test_holidays_are_off_until_asked_for(drafting: Phone) -> None:
    await drafting.choose("button-holidays-off")
    assert "button-holidays-on" in drafting.offers

    await drafting.choose("button-holidays-on")
    assert "button-holidays-off" in drafting.offers


@pytest.mark.parametrize("screen", ["button-time-of-day", "button-starts"])
async def test_each_question_leads_back_to_the_card(drafting: Phone, screen: str) -> None:
    await drafting.choose(screen, "button-back")

    assert drafting.shown == "draft-for"


async def test_a_card_kept_for_days_starts_today_at_the_earliest(drafting: Phone) -> None:
    drafting.stage.clock.moment = drafting.stage.clock.moment.replace(day=26)

    await drafting.choose("button-propose")

    [plan] = await rows_of(drafting.stage, "plan")
    assert plan["rule"]["starts"] == "2026-11-26"


async def test_a_card_begins_with_what_was_agreed(agreed: Team) -> None:
    await agreed.coach.choose("button-menu", "button-new-reminder")
    await agreed.coach.tap("Canari")
    await agreed.coach.choose("button-kind-wakeup")
    await agreed.coach.write("6h40")
    await agreed.coach.choose("button-propose")
    await agreed.participant.choose("button-agree", *["button-none"] * 3)

    await agreed.coach.choose("button-menu", "button-new-reminder")
    await agreed.coach.tap("Canari")
    await agreed.coach.choose("button-kind-wakeup")
    assert "06:40" in agreed.coach.screen


async def test_a_card_with_what_was_agreed_is_a_look(agreed: Team) -> None:
    before = len(await rows_of(agreed.stage, "look"))

    await agreed.coach.choose("button-menu", "button-new-reminder")
    await agreed.coach.tap("Canari")
    await agreed.coach.choose("button-kind-wakeup")

    assert len(await rows_of(agreed.stage, "look")) == before + 1


async def test_a_card_that_shows_nothing_of_somebody_is_no_look(team: Team) -> None:
    await team.coach.choose("button-new-reminder", "button-kind-wakeup")

    assert await rows_of(team.stage, "look") == []


async def test_what_somebody_set_alone_and_keeps_to_themselves_is_on_no_card(
    team: Team,
) -> None:
    await team.participant.choose("button-sharing", "button-switch-sharing")
    await team.participant.choose("button-wakeups-shown", "button-back", "button-menu")
    await team.participant.choose("button-my-day", "button-my-wakeup")
    await team.participant.write("5h35")
    await team.participant.choose("button-that-is-it")

    await team.coach.choose("button-new-reminder", "button-kind-wakeup")

    assert "05:35" not in team.coach.screen


async def test_a_person_sets_their_own_card(own: Phone) -> None:
    assert own.shown == "draft-own"

    await own.write("6h30")
    await own.choose("button-that-is-it")

    assert own.shown == "around-evening"
