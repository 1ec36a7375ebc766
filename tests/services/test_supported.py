"""Who takes part without a coach reads of none, and is offered nothing that nobody would get."""

from datetime import timedelta

import pytest

from tests.services import group_plays
from tests.services.conftest import Team
from tests.services.memories import Memories
from tests.services.plays import ON_SQLITE, leave
from tests.services.stage import MONDAY, Phone, Stage
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
    way_in = read_since(sami, 0)
    assert "Une personne proche peut aussi vous écouter" in way_in
    assert "Demander un contact" not in way_in
    assert "otre coach" not in way_in
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


async def test_who_has_no_coach_reads_of_none_where_it_is_said_who_sees_what(sami: Phone) -> None:
    before = len(sami.stage.shelf.sent)
    await sami.write("/privacy")
    assert sami.offers[:2] == ["button-switch-sharing", "button-who-looked"]
    await sami.choose("button-switch-sharing")
    await sami.write("/plan")
    await sami.write("bonjour")
    await sami.write("/leave")
    assert "L’équipe de l’atelier saura" in sami.screen
    await sami.write("/afterwork")
    await sami.choose("button-yes")
    await sami.tap("17:00")
    assert "Personne ne voit vos réponses" in sami.screen
    await sami.choose("button-afterwork-shown")
    assert "personne d’autre" in sami.screen

    assert "otre coach" not in read_since(sami, before)


@ON_SQLITE
async def test_who_has_no_coach_is_given_words_for_the_employer_alone(sami: Phone) -> None:
    before = len(sami.stage.shelf.sent)
    await sami.write("/menu")
    await sami.choose("button-my-day", "button-my-wakeup", "button-that-is-it", "button-none")
    await sami.tap("08:15")
    await sami.stage.go_to(MONDAY + timedelta(hours=23))
    assert sami.shown == "leaving"

    await sami.choose("button-late")
    assert sami.offers == ["button-copy-employer"]
    await sami.choose("button-unwell")

    assert sami.offers == ["button-copy-employer", "button-help"]
    assert "coach" not in read_since(sami, before)


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
