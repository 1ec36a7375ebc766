from datetime import UTC, datetime

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.store.tables import PersonRow
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ENROLLED, NOTHING_AROUND, another_coach, invite
from tests.services.stage import Phone

MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
NO_ANSWER_YET = "pas encore de réponse"
NEXT = "Prochain message"


async def list_of(coach: Phone) -> str:
    await coach.write("menu")
    await coach.choose("button-my-people")
    return said(coach)


async def card_of(coach: Phone) -> str:
    await list_of(coach)
    await coach.tap(CANARY_NAME)
    return said(coach)


def said(phone: Phone) -> str:
    return phone.screen.replace("\xa0", " ")


async def hide_wakeups(participant: Phone) -> None:
    await participant.write("/privacy")
    await participant.choose("button-switch-sharing", "button-wakeups-shown")


async def test_the_list_shows_the_next_message_of_each_person(agreed: Team) -> None:
    shown = await list_of(agreed.coach)

    assert CANARY_NAME in shown
    assert "Prochain message : lundi 23 novembre, 19:30" in shown


async def test_a_name_that_cannot_be_read_hides_nobody(agreed: Team) -> None:
    sami = agreed.stage.phone("Sami")
    await sami.open(await invite(agreed.coach, "Sami"))
    await sami.choose(*ENROLLED)
    await agreed.coach.choose("button-it-is-them")
    first = (await rows_of(agreed.stage, "plan"))[0]["person_id"]
    async with agreed.stage.database.begin() as session:
        spoilt = update(PersonRow).where(col(PersonRow.id) == first).values(sealed_name=b"spoilt")
        await session.exec(spoilt)

    shown = await list_of(agreed.coach)

    assert "• —\nProchain message" in shown
    assert "• Sami" in shown


async def test_the_time_is_told_where_other_hours_are_lived(agreed: Team) -> None:
    sami = agreed.stage.phone("Sami")
    await sami.open(await invite(agreed.coach, "Sami"))
    await sami.choose(*ENROLLED[:-1], "button-zone-other")
    await sami.tap("Londres")
    await agreed.coach.choose("button-it-is-them")

    shown = await list_of(agreed.coach)

    assert "• Sami\nLondres : il est 09:00" in shown
    assert "Paris" not in shown


async def test_the_card_leads_to_a_reminder_the_list_and_the_menu(agreed: Team) -> None:
    assert NEXT in await card_of(agreed.coach)
    assert agreed.coach.offers == [
        "button-write-word",
        "button-support",
        "button-exercises-of",
        "button-agreed",
        "button-new-reminder",
        "button-notes",
        "button-reminders-of",
        "button-arrivals",
        "button-job",
        "button-propose-technique",
        "button-my-people",
        "button-menu",
    ]

    await agreed.coach.choose("button-new-reminder")
    assert agreed.coach.shown == "remind-kind"


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("button-up", "debout, réponse à 07:00"),
        ("button-snooze", "quelques minutes de plus"),
        ("button-not-working", "pas de travail"),
        ("button-unwell", "ne va pas bien"),
    ],
)
async def test_the_outcome_of_today_is_shown_where_it_is_shared(
    agreed: Team, key: str, line: str
) -> None:
    await agreed.stage.go_to(MORNING)
    assert NO_ANSWER_YET in await list_of(agreed.coach)

    await agreed.participant.choose(key)

    is_told = "Votre coach voit" in agreed.participant.screen
    assert is_told == (key == "button-unwell")
    assert line in await list_of(agreed.coach)
    assert line in await card_of(agreed.coach)


async def test_the_outcome_is_not_shown_where_it_is_kept(agreed: Team) -> None:
    await hide_wakeups(agreed.participant)
    await agreed.stage.go_to(MORNING)

    seen = [await card_of(agreed.coach)]
    await agreed.participant.choose("button-unwell")
    assert "Votre coach voit" not in agreed.participant.screen
    seen.append(await card_of(agreed.coach))

    assert seen[0] == seen[1]
    assert "Ce matin" not in seen[0]


async def test_what_a_coach_proposed_stays_known_to_them(agreed: Team) -> None:
    await hide_wakeups(agreed.participant)

    assert NEXT in await card_of(agreed.coach)


async def test_of_what_somebody_set_alone_and_keeps_the_hour_alone_is_shown(team: Team) -> None:
    await team.participant.choose(
        "button-my-day", "button-my-wakeup", "button-that-is-it", *NOTHING_AROUND
    )
    await hide_wakeups(team.participant)

    shown = await card_of(team.coach)

    assert f"{NEXT} : mardi 24 novembre, 07:00" in shown
    assert "éveil" not in shown


async def test_the_next_message_may_be_of_any_kind(agreed: Team) -> None:
    await agreed.participant.write("/afterwork")
    await agreed.participant.choose("button-yes")
    await agreed.participant.tap("17:00")

    assert f"{NEXT} : lundi 23 novembre, 17:30" in await card_of(agreed.coach)
    await agreed.stage.go_to(datetime(2026, 11, 23, 16, 31, tzinfo=UTC))
    assert f"{NEXT} : lundi 23 novembre, 19:30" in await card_of(agreed.coach)


async def test_where_nothing_comes_no_next_message_is_told(team: Team) -> None:
    assert NEXT not in await card_of(team.coach)


async def test_who_cannot_be_reached_gets_no_next_message(agreed: Team) -> None:
    await agreed.participant.change_membership("kicked")

    assert NEXT not in await card_of(agreed.coach)


@pytest.mark.parametrize("answer", ["button-unwell", "button-not-working", "button-snooze"])
async def test_the_next_message_does_not_tell_an_answer_that_is_kept(
    agreed: Team, answer: str
) -> None:
    await agreed.participant.write("/afterwork")
    await agreed.participant.choose("button-yes")
    await agreed.participant.tap("17:00")
    await hide_wakeups(agreed.participant)
    await agreed.stage.go_to(MORNING)
    before = await card_of(agreed.coach)

    await agreed.participant.choose(answer)
    assert await card_of(agreed.coach) == before
    assert f"{NEXT} : mardi 24 novembre, " in before


async def test_where_all_is_shown_the_next_message_is_one_no_answer_silenced(agreed: Team) -> None:
    await agreed.participant.write("/afterwork")
    await agreed.participant.choose("button-yes")
    await agreed.participant.tap("17:00")
    await agreed.stage.go_to(MORNING)

    await agreed.participant.choose("button-unwell")

    assert f"{NEXT} : mardi 24 novembre, 19:30" in await card_of(agreed.coach)


async def test_hiding_is_not_told(agreed: Team) -> None:
    before = agreed.coach.texts

    await hide_wakeups(agreed.participant)

    assert agreed.coach.texts == before


async def test_a_proposal_that_waits_is_shown(team: Team) -> None:
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")

    assert "Réveil proposé à 07:00, en attente" in await card_of(team.coach)


async def test_somebody_who_cannot_be_reached_is_shown_so(agreed: Team) -> None:
    await agreed.participant.change_membership("kicked")

    assert "Ne reçoit pas les messages" in await list_of(agreed.coach)


async def test_a_pause_is_shown_with_its_end_and_nothing_is_awaited(agreed: Team) -> None:
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-3")
    await agreed.stage.go_to(MORNING)

    shown = await card_of(agreed.coach)

    assert "En pause, reprend jeudi 26 novembre" in shown
    assert NO_ANSWER_YET not in shown


async def test_the_next_message_is_one_that_will_come(agreed: Team) -> None:
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-3")

    assert "mardi 24 novembre" not in await card_of(agreed.coach)


async def test_the_outcome_of_yesterday_is_not_that_of_today(agreed: Team) -> None:
    await agreed.stage.go_to(MORNING)
    await agreed.participant.choose("button-unwell")

    await agreed.stage.go_to(MORNING.replace(day=25, hour=1))

    assert "ne va pas bien" not in await card_of(agreed.coach)


async def test_another_coach_sees_nobody(agreed: Team) -> None:
    karim = await another_coach(agreed.stage)

    assert CANARY_NAME not in await list_of(karim)
    assert karim.shown == "people-none"


async def test_a_button_of_another_coach_shows_nobody(agreed: Team) -> None:
    karim = await another_coach(agreed.stage)
    await list_of(agreed.coach)

    await karim.press(*agreed.coach.token(CANARY_NAME))

    assert CANARY_NAME not in karim.everything


async def test_the_list_is_in_the_order_of_names(agreed: Team) -> None:
    for name in ("Ana", "Élie"):
        phone = agreed.stage.phone(name)
        await phone.open(await invite(agreed.coach, name))
        await phone.choose(*ENROLLED)
        await agreed.coach.choose("button-it-is-them")

    await list_of(agreed.coach)

    assert agreed.coach.labels[:3] == ["Ana", "Élie", CANARY_NAME]


async def test_each_look_is_written_down_and_readable(agreed: Team) -> None:
    await list_of(agreed.coach)
    agreed.stage.clock.moment = agreed.stage.clock.moment.replace(minute=5)
    await agreed.coach.tap(CANARY_NAME)
    assert len(await rows_of(agreed.stage, "look")) == 2

    await agreed.participant.write("/privacy")
    await agreed.participant.choose("button-who-looked")

    assert "10:05 : Nadia" in said(agreed.participant)
    assert "10:00 : Nadia" in said(agreed.participant)


async def test_looks_of_the_same_minute_are_one_line(agreed: Team) -> None:
    await card_of(agreed.coach)

    await agreed.participant.write("/privacy")
    await agreed.participant.choose("button-who-looked")

    assert said(agreed.participant).count("Nadia") == 1


async def test_a_participant_has_no_people(agreed: Team) -> None:
    await list_of(agreed.coach)

    await agreed.participant.press(*agreed.coach.token(CANARY_NAME))

    assert agreed.participant.shown == "out-of-date"
