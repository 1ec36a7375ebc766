"""A coach hands somebody over: the colleague says yes, the person decides anew what is shown."""

import pytest

from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, another_coach, leave
from tests.services.stage import Phone
from tests.services.test_contacting import go_to, paris, pings
from tests.services.test_deskwork import MORNING, card_of, list_of
from tests.services.word_plays import WORD, ask_colleague, open_person

OUTCOME = "debout, réponse à 07:00"


@pytest.fixture
async def karim(agreed: Team) -> Phone:
    """Another coach, whom Nadia asked to support the participant, who got up this morning."""
    phone = await another_coach(agreed.stage)
    await agreed.stage.go_to(MORNING)
    await agreed.participant.choose("button-up")
    await agreed.stage.pass_time(hours=4)
    await ask_colleague(agreed.coach, "Karim")
    return phone


async def test_nothing_changes_before_a_yes(agreed: Team, karim: Phone) -> None:
    assert karim.shown == "handover-offer"
    assert OUTCOME in await card_of(agreed.coach)
    assert CANARY_NAME not in await list_of(karim)
    assert "handed-over" not in agreed.participant.keys


async def test_the_first_sees_nothing_more_and_the_second_nothing_before_the_person_decides(
    agreed: Team, karim: Phone
) -> None:
    await agreed.coach.write("/menu")
    await karim.choose("button-agree")

    assert CANARY_NAME not in await list_of(agreed.coach)
    assert "handover-done" in agreed.coach.keys
    assert agreed.participant.shown == "handed-over"
    assert "Karim vous accompagne maintenant. Avant, c’était Nadia." in agreed.participant.screen
    assert "«\xa0pas de réponse ce matin\xa0» ne part plus" in agreed.participant.screen
    assert OUTCOME not in await card_of(karim)
    await agreed.participant.choose("button-show-same")

    assert "Karim voit ce que vous montriez avant." in agreed.participant.screen
    assert OUTCOME in await card_of(karim)
    [plan] = await rows_of(agreed.stage, "plan")
    assert plan["around"]["tells_coach"] is None
    consents = [row for row in await rows_of(agreed.stage, "consent") if row["purpose"] == "note"]
    assert all(row["withdrawn_at"] for row in consents)

    await agreed.participant.choose("button-note-to")
    assert agreed.participant.shown == "around-telling"
    await agreed.participant.tap("09:00")

    [plan] = await rows_of(agreed.stage, "plan")
    assert plan["around"]["tells_coach"] == "09:00"
    assert plan["around"]["leaves"] == "08:15"


@ON_SQLITE
async def test_of_a_morning_under_way_the_first_hears_nothing_though_a_note_is_agreed_anew(
    agreed: Team,
) -> None:
    karim = await another_coach(agreed.stage)
    await go_to(agreed.stage, paris(24, 7, 30))
    await karim.write("/menu")
    await ask_colleague(agreed.coach, "Karim")
    await karim.choose("button-agree")
    await agreed.participant.choose("button-show-same", "button-note-to")
    await agreed.participant.tap("09:00")

    await go_to(agreed.stage, paris(24, 9, 30))

    assert "note-no-answer" not in agreed.coach.keys


@ON_SQLITE
async def test_the_new_coach_draws_up_a_wakeup_without_knowing_the_old_one(
    agreed: Team, karim: Phone
) -> None:
    await karim.choose("button-agree")
    before = len(await rows_of(agreed.stage, "look"))

    await karim.choose("button-person", "button-new-reminder", "button-kind-wakeup")

    assert karim.shown == "draft-for"
    assert len(await rows_of(agreed.stage, "look")) == before + 1


@ON_SQLITE
async def test_what_the_first_proposed_leads_nowhere_any_more(agreed: Team, karim: Phone) -> None:
    await open_person(agreed.coach)
    await agreed.coach.choose("button-new-reminder", "button-kind-wakeup")
    await agreed.coach.write("6h30")
    await agreed.coach.choose("button-propose")
    yes = agreed.participant.find("button-agree")
    await karim.choose("button-agree")

    said = await agreed.participant.press(*yes)

    assert agreed.stage.library.keys_of(said)[-1] == "toast-gone"
    assert "proposal-accepted" not in agreed.coach.keys[-1]


@ON_SQLITE
async def test_a_word_half_written_does_not_go_after_it(agreed: Team, karim: Phone) -> None:
    await open_person(agreed.coach)
    await agreed.coach.choose("button-write-word")
    await karim.choose("button-agree")

    await agreed.coach.write(WORD)

    assert agreed.coach.shown == "write-nobody"
    assert WORD not in agreed.participant.everything


@ON_SQLITE
async def test_a_request_that_nobody_saw_is_told_so_and_asked_anew(
    agreed: Team, karim: Phone
) -> None:
    await agreed.participant.write("/contact")
    await agreed.stage.pass_time(minutes=5)
    await karim.choose("button-agree")
    assert "contact-unread" in agreed.participant.keys
    assert pings(karim) == 0

    await agreed.participant.write("/contact")

    assert "Karim la reçoit." in agreed.participant.screen
    assert pings(karim) == 1


@ON_SQLITE
async def test_a_request_that_the_first_saw_is_not_told_to_the_second(
    agreed: Team, karim: Phone
) -> None:
    await agreed.participant.write("/contact")
    await agreed.coach.choose("button-i-will-call")
    assert "vue par Nadia, qui va appeler" in await card_of(agreed.coach)

    await karim.choose("button-agree")

    assert "Nadia" not in await card_of(karim)


@ON_SQLITE
async def test_a_no_changes_nothing_and_is_told(agreed: Team, karim: Phone) -> None:
    yes = karim.find("button-agree")
    await karim.choose("button-cover-refuse")
    said = await karim.press(*yes)

    assert agreed.stage.library.keys_of(said)[-1] == "toast-gone"
    assert agreed.coach.shown == "handover-refused"
    assert OUTCOME in await card_of(agreed.coach)
    assert "handed-over" not in agreed.participant.keys


@ON_SQLITE
async def test_the_second_yes_of_two_comes_too_late(agreed: Team, karim: Phone) -> None:
    marc = await another_coach(agreed.stage, "Marc")
    await ask_colleague(agreed.coach, "Marc")
    await karim.choose("button-agree")

    said = await marc.choose("button-agree")

    assert agreed.stage.library.keys_of(said)[-1] == "toast-gone"
    assert CANARY_NAME not in await list_of(marc)
    assert agreed.participant.keys.count("handed-over") == 1


@ON_SQLITE
async def test_who_left_meanwhile_is_not_handed_over(agreed: Team, karim: Phone) -> None:
    yes = karim.find("button-agree")
    await leave(agreed.participant)

    await karim.press(*yes)

    assert karim.shown == "out-of-date"
    assert CANARY_NAME not in await list_of(karim)


@ON_SQLITE
async def test_showing_the_same_is_over_once_the_new_coach_is(agreed: Team, karim: Phone) -> None:
    await karim.choose("button-agree")
    same = agreed.participant.find("button-show-same")
    await ask_colleague(karim, "Nadia")
    await agreed.coach.choose("button-agree")

    said = await agreed.participant.press(*same)

    assert agreed.stage.library.keys_of(said)[-1] == "toast-gone"
    assert OUTCOME not in await card_of(agreed.coach)
