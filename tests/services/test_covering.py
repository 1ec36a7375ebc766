"""Who looks at contact requests in the place of a coach: named, asked, told, and only then."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.store import covers, deliveries, people
from bot.store.covers import Cover
from tests.canaries import CANARY_NAME
from tests.domain.test_contact import NINE_TO_FIVE
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, another_coach, leave
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.test_contacting import TO_LOOK_AT, ask, go_to, paris, pings
from tests.services.test_deskwork import card_of, list_of


@pytest.fixture
async def karim(team: Team) -> Phone:
    """Another coach, who supports nobody."""
    return await another_coach(team.stage)


async def cover(team: Team, first: str = "today", last: str = "25/11") -> None:
    """Let Nadia name Karim."""
    await team.coach.write("/menu")
    await team.coach.choose("button-cover")
    await team.coach.tap("Karim")
    await team.coach.write(first)
    await team.coach.write(last)


async def test_a_coach_names_somebody_who_is_told_and_who_can_say_no(
    team: Team, karim: Phone
) -> None:
    await cover(team)
    assert "du lundi 23 novembre au mercredi 25 novembre compris." in team.coach.screen
    assert karim.shown == "cover-asked"

    await karim.choose("button-cover-refuse")

    assert (karim.shown, team.coach.shown) == ("cover-refused-noted", "cover-refused")
    assert await rows_of(team.stage, "cover") == []


async def test_the_cover_person_gets_what_stays_unread_and_the_person_knows(
    team: Team, karim: Phone
) -> None:
    await cover(team)
    await ask(team.participant)
    assert "Si Nadia ne la lit pas\xa0: Karim la reçoit." in team.participant.screen

    await go_to(team.stage, paris(23, 11, 59))
    assert pings(karim) == 0
    await go_to(team.stage, paris(23, 12))

    assert "remplacez Nadia" in karim.screen
    assert karim.offers == TO_LOOK_AT
    assert team.participant.shown == "contact-handed-over"
    await karim.choose("button-seen")
    assert team.participant.screen.startswith("Vu par Karim à 12:00")
    assert team.coach.shown == "contact-seen-by-other"


async def test_the_coach_reads_that_the_cover_person_will_call(team: Team, karim: Phone) -> None:
    await cover(team)
    await ask(team.participant)
    await go_to(team.stage, paris(23, 12))

    await karim.choose("button-seen")
    assert "vue par Karim (lundi 23 novembre, 12:00)" in await list_of(team.coach)
    await karim.choose("button-i-will-call")

    assert "contact-call-by-other" in team.coach.keys
    told = "vue par Karim, qui va appeler (lundi 23 novembre, 12:00)"
    assert told in await list_of(team.coach)
    assert told in await card_of(team.coach)
    await go_to(team.stage, paris(26, 12, 1))
    assert "Karim" not in await card_of(team.coach)


@ON_SQLITE
async def test_it_waits_for_the_hours_of_the_cover_person(team: Team, karim: Phone) -> None:
    await cover(team)
    await go_to(team.stage, paris(23, 16))
    async with scene_of(karim) as scene:
        afternoons = replace(NINE_TO_FIVE, opens=time(14))
        await people.keep(scene.session, replace(scene.coach, hours=afternoons))
    await ask(team.participant)

    await go_to(team.stage, paris(24, 10))

    assert team.participant.shown == "contact-handed-over-later"
    assert "Karim la reçoit mardi 24 novembre à 14:00, pas avant." in team.participant.screen
    assert pings(karim) == 0
    await go_to(team.stage, paris(24, 14))
    assert pings(karim) == 1


async def test_when_nobody_looks_the_person_is_told_so(team: Team, karim: Phone) -> None:
    await cover(team)
    await ask(team.participant)

    await go_to(team.stage, paris(23, 13))

    assert team.participant.shown == "contact-unread"
    assert pings(karim) == 1


@ON_SQLITE
@pytest.mark.parametrize(("first", "last"), [("24/11", "25/11"), ("today", "today")])
async def test_outside_the_days_nobody_is_told(
    team: Team, karim: Phone, first: str, last: str
) -> None:
    await cover(team, first, last)
    if first == "today":
        await go_to(team.stage, paris(24, 9))
    await ask(team.participant)

    await go_to(team.stage, paris(23 if first != "today" else 24, 12))

    assert pings(karim) == 0
    assert "Karim" not in team.participant.everything


async def test_a_coach_who_cannot_be_reached_is_covered_at_once(team: Team, karim: Phone) -> None:
    await cover(team)
    await team.coach.change_membership("kicked")

    await ask(team.participant)

    assert pings(karim) == 1
    assert "Karim la reçoit." in team.participant.screen


async def test_who_covers_no_more_can_do_nothing(team: Team, karim: Phone) -> None:
    await cover(team)
    await ask(team.participant)
    await go_to(team.stage, paris(23, 12))
    seen = karim.find("button-seen")
    await team.coach.write("/menu")
    await team.coach.choose("button-cover", "button-cover-end")
    assert karim.shown == "cover-over"

    await karim.press(*seen)

    assert karim.shown == "out-of-date"
    assert CANARY_NAME not in karim.screen


async def test_a_last_day_before_the_first_is_asked_again(team: Team, karim: Phone) -> None:
    await cover(team, "25/11", "24/11")
    assert team.coach.shown == "cover-last"

    await team.coach.write("26/11")

    [row] = await rows_of(team.stage, "cover")
    assert (row["first"], row["last"]) == (date(2026, 11, 25), date(2026, 11, 26))
    assert karim.shown == "cover-asked"


async def test_without_another_coach_there_is_nobody_to_name(team: Team) -> None:
    await team.coach.write("/menu")
    await team.coach.choose("button-cover")

    assert team.coach.shown == "cover-nobody"


async def test_a_cover_person_who_is_gone_covers_nothing(team: Team, karim: Phone) -> None:
    await cover(team)
    await karim.write("/leave")
    await karim.choose("button-leave-now")
    await ask(team.participant)
    assert "Karim" not in team.participant.screen

    await go_to(team.stage, paris(23, 12))

    assert team.participant.shown == "contact-unread"


async def test_old_covers_are_remembered_as_they_were(team: Team, karim: Phone) -> None:
    await cover(team)
    async with scene_of(team.coach) as scene:
        kept = await covers.of_coach(scene.session, scene.coach.id)

    assert isinstance(kept, Cover)
    assert [kept.holds(date(2026, 11, day)) for day in (22, 23, 25, 26)] == [
        False,
        True,
        True,
        False,
    ]
    del karim


async def cover_ends(team: Team) -> None:
    """Let nobody look in the place of Nadia any more."""
    await team.coach.write("/menu")
    await team.coach.choose("button-cover", "button-cover-end")


async def words_kept(team: Team) -> str:
    """Return what every message says that is still kept."""
    async with team.stage.database.look() as session:
        found = [
            await deliveries.get(session, row["id"])
            for row in await rows_of(team.stage, "delivery")
        ]
    return str([one.message for one in found if one])


async def test_who_was_erased_is_named_in_no_message_to_who_looked_instead(
    team: Team, karim: Phone
) -> None:
    await cover(team)
    await ask(team.participant)
    await go_to(team.stage, paris(23, 12))
    assert CANARY_NAME in karim.screen
    await cover_ends(team)

    await leave(team.participant)

    # Once: that the support is over.
    assert (await words_kept(team)).count(CANARY_NAME) == 1


async def test_a_request_held_up_is_told_to_nobody_once_its_person_is_erased(
    team: Team, karim: Phone
) -> None:
    await cover(team)
    await ask(team.participant)
    await go_to(team.stage, paris(23, 11, 59))
    await team.participant.write("/leave")
    team.stage.shelf.is_away = True
    await go_to(team.stage, paris(23, 12))
    await team.participant.choose("button-leave-now")
    await team.stage.erase()

    await team.stage.be_away_until(paris(23, 12, 30))

    assert pings(karim) == 0


@pytest.mark.usefixtures("karim")
async def test_no_last_day_before_the_first_is_offered(team: Team) -> None:
    await team.coach.write("/absence")
    await team.coach.tap("Karim")

    await team.coach.choose("button-tomorrow")

    assert team.coach.labels[0] == "Demain"
    assert "Aujourd’hui" not in team.coach.labels


@pytest.mark.usefixtures("karim")
async def test_an_absence_of_one_day_names_it_once(team: Team) -> None:
    await cover(team, first="25/11", last="25/11")

    assert "le mercredi 25 novembre." in team.coach.screen
