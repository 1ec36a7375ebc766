"""The people around somebody: each time the exercise is played one comes to the map."""

import json

import pytest

from bot.domain.dialogue import Run, RunState
from bot.domain.exercise import Answers
from bot.domain.network import MOST, NETWORK_MAP
from bot.services import my_network
from bot.store import runs
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.homework_plays import look_at
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.test_looking_back import picture
from tests.services.tour_of_exercises import begin, option

SOMEBODY: Answers = {"who": CANARY_TEXT, "circle": "close", "support": ("listens", "company")}


async def kept(phone: Phone, *several: Answers) -> None:
    """Keep that each of these people was told of."""
    async with scene_of(phone) as scene:
        for answers in several:
            run = Run(
                exercise=NETWORK_MAP, version=1, at=None, state=RunState.FINISHED, answers=answers
            )
            await runs.add(scene.session, scene.member.id, run, day=scene.today, now=scene.now)


async def look(phone: Phone) -> None:
    await phone.write("/exercices")
    await phone.choose("button-my-network")


async def test_playing_the_exercise_brings_somebody_to_the_map_its_end_leads_to(team: Team) -> None:
    phone = team.participant
    await begin(phone, NETWORK_MAP)
    await phone.write(CANARY_TEXT)
    await phone.choose(option("circle", "some", NETWORK_MAP), "button-skip")
    await phone.tap("de l’écoute")
    await phone.choose("button-done", "button-skip")

    await phone.choose("button-my-network")

    assert phone.shown == "network"
    assert f"• assez proche\xa0: {CANARY_TEXT}" in phone.screen
    drawn = picture(phone)
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")


async def test_the_same_is_told_in_words_with_what_people_bring(team: Team) -> None:
    await kept(team.participant, SOMEBODY, {"who": "Lou", "circle": "far"}, {"who": "Noa"})
    await look(team.participant)

    await team.participant.choose("button-network-words")

    assert team.participant.screen.split("\n\n")[1:] == [
        f"— très proche\n• {CANARY_TEXT}\xa0: de l’écoute, de la compagnie",
        "— plus loin\n• Lou",
        "— encore sans cercle\n• Noa",
    ]
    await team.participant.choose("button-network-picture")
    assert picture(team.participant) is not None


async def test_nobody_yet_is_said(team: Team) -> None:
    await kept(team.participant, {"circle": "close"})

    await look(team.participant)

    assert team.participant.shown == "network-empty"
    assert picture(team.participant) is None


@pytest.mark.parametrize(("more", "is_said"), [(-1, False), (0, True), (4, True)])
async def test_of_very_many_it_is_said_that_they_are_the_last(
    team: Team, more: int, *, is_said: bool
) -> None:
    await kept(team.participant, *({"who": f"p{number}"} for number in range(MOST + more)))

    await look(team.participant)

    assert ("Les 20 personnes notées en dernier." in team.participant.screen) is is_said


async def test_while_there_is_no_such_exercise_nothing_is_shown(team: Team) -> None:
    await kept(team.participant, SOMEBODY)
    await look(team.participant)
    words = team.participant.find("button-network-words")
    team.stage.hold_back(f"exercises/{NETWORK_MAP}")

    toast = await team.participant.press(*words)
    await look(team.participant)

    assert team.stage.library.keys_of(toast) == ["toast-gone"]
    assert team.participant.shown == "keepsake-gone"


async def test_nothing_of_it_reaches_the_coach(team: Team) -> None:
    await kept(team.participant, SOMEBODY)
    await look(team.participant)
    async with scene_of(team.coach) as scene:
        await my_network.network(scene, {})

    await team.coach.write("/menu")
    await look_at(team.coach)

    assert "homework-staff" in team.coach.keys
    assert CANARY_NAME in team.coach.everything
    assert CANARY_TEXT not in team.coach.everything


async def test_nothing_of_it_stands_readable_in_the_database(team: Team) -> None:
    await kept(team.participant, SOMEBODY)
    await look(team.participant)

    stored = [await rows_of(team.stage, name) for name in ("run", "delivery", "question")]

    assert CANARY_TEXT not in json.dumps(stored, default=repr)


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "text"),
    [("button-french-tu", "• très proche\xa0:"), ("button-english", "• very close:")],
)
async def test_it_speaks_in_every_voice(team: Team, voice: str, text: str) -> None:
    await kept(team.participant, SOMEBODY)
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await look(team.participant)

    assert text in team.participant.screen
