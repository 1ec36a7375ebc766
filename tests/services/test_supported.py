"""Who takes part without a coach reads of none, and is offered nothing that nobody would get."""

import pytest

from tests.services import group_plays
from tests.services.conftest import Team
from tests.services.memories import Memories
from tests.services.plays import ON_SQLITE, leave
from tests.services.stage import Phone, Stage
from tests.services.test_checking_in import option
from tests.services.test_coping import practise
from tests.services.test_following_up import low_days, switch_on


@pytest.fixture
async def sami(stage: Stage, memories: Memories) -> Phone:
    """Sami came into Lina’s group by her invitation; no coach supports them."""
    return (await memories.recall(stage, group_plays.group_meets))["sami"]


def read_since(phone: Phone, before: int) -> str:
    """Return all that was sent since: words, buttons, texts to copy."""
    sent = phone.stage.shelf.sent[before:]
    choices = [one for worded in sent for row in worded.rows for one in row]
    texts = [worded.text for worded in sent]
    return "\n".join([*texts, *(f"{one.label}\n{one.copies}" for one in choices)])


async def test_who_has_no_coach_is_offered_no_contact_but_the_numbers(sami: Phone) -> None:
    assert "Demander un contact" not in sami.everything
    assert "Votre coach" not in sami.everything
    before = len(sami.stage.shelf.sent)

    await sami.write("/menu")
    assert sami.offers[-2:] == ["button-settings", "button-help"]
    await sami.choose("button-help")
    assert sami.offers == ["button-my-plan"]
    await sami.write("je n’en peux plus")
    assert sami.offers == ["button-my-plan", "button-menu"]
    await sami.write("je veux mourir")
    await sami.choose("button-no")
    assert "3114" in sami.screen

    read = read_since(sami, before)
    assert "Demander un contact" not in read
    assert "coach" not in read


@ON_SQLITE
async def test_who_has_no_coach_is_offered_what_calms_after_hard_answers(sami: Phone) -> None:
    before = len(sami.stage.shelf.sent)
    await practise(sami, "Pieds au sol", "worse")
    assert sami.offers[0] == "button-help"
    await sami.write("/moi")
    await sami.choose(option("mood", "very-low"), *["button-skip"] * 4)
    assert "button-stress" in sami.offers
    await sami.write("/afterwork")
    await sami.choose("button-yes")
    await sami.tap("17:00")
    await sami.choose("button-answer-now", "afterwork/steps/went/options/mixed")
    await sami.choose("button-skip", "button-skip")

    assert sami.shown == "afterwork/closing"
    assert "Demander un contact" not in read_since(sami, before)


@ON_SQLITE
async def test_after_low_days_who_has_no_coach_is_sent_to_none(sami: Phone) -> None:
    await switch_on(sami)

    await low_days(sami)

    assert sami.offers[:2] == ["button-one-technique", "button-help-numbers"]
    assert "button-stress" not in sami.offers


@ON_SQLITE
async def test_a_button_that_led_to_a_coach_who_left_says_that_there_is_none(team: Team) -> None:
    await switch_on(team.participant)
    await low_days(team.participant)
    to_coach = team.participant.find("button-talk-to-coach")
    await leave(team.coach)

    await team.participant.press(*to_coach)

    assert (team.participant.shown, team.participant.offers[0]) == ("contact-nobody", "button-help")
