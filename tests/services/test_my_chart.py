"""My chart: each time the chart of thoughts is gone through is a row, read, opened and drawn."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.assignment import Assignment, AssignmentState
from bot.domain.dialogue import Run, RunState
from bot.domain.exercise import Answers
from bot.domain.thought_chart import THOUGHT_CHART
from bot.services import my_chart
from bot.store import assignments, runs
from bot.store.ids import new_id
from tests.canaries import CANARY_ANSWER, CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.homework_plays import SMALL, THRICE, add_exercises, give, look_at, title
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, leave
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.test_looking_back import picture
from tests.services.tour_of_exercises import begin, option

FIRST = {"tension": "tense", "situation": CANARY_TEXT, "emotion": "sadness", "strength": "a-lot"}
SECOND = {**FIRST, "thought": CANARY_ANSWER, "belief": "mostly"}
WHOLE = {
    **SECOND,
    "fits": "aucun trouvé",
    "fits-not": "elle m’a aidé hier",
    "fairer": "je n’étais pas seul en cause",
    "strength-now": "a-little",
    "belief-now": "half",
    "next": "talk",
}


async def kept(
    phone: Phone, answers: Answers, state: RunState = RunState.FINISHED, *, ago: int = 0
) -> str:
    """Keep a going through the chart that began so many days ago, and return its id."""
    at = None if state is RunState.FINISHED else "fits"
    run = Run(exercise=THOUGHT_CHART, version=1, at=at, state=state, answers=answers)
    async with scene_of(phone) as scene:
        day, now = scene.today - timedelta(days=ago), scene.now - timedelta(days=ago)
        return (await runs.add(scene.session, scene.member.id, run, day=day, now=now)).id


async def several(phone: Phone, count: int) -> None:
    for ago in range(count):
        await kept(phone, {**WHOLE, "situation": f"moment {ago}"}, ago=ago)


def buttons_to(phone: Phone, what: str) -> list[str]:
    return [choice.label for choice in phone.latest[0].choices if what in choice.label]


def of(key: str) -> str:
    step, _, name = key.partition(".")
    return option(step, name, THOUGHT_CHART)


async def test_an_empty_chart_says_what_fills_it(team: Team) -> None:
    await team.participant.write("/tableau")

    assert team.participant.shown == "chart-empty"


async def test_playing_the_exercise_leaves_a_row_that_its_end_leads_to(team: Team) -> None:
    phone = team.participant
    await begin(phone, THOUGHT_CHART)
    await phone.choose(of("tension.tense"))
    await phone.write(CANARY_TEXT)
    await phone.choose(of("emotion.sadness"), *["button-skip"] * 9)

    await phone.choose("button-my-chart")

    assert phone.shown == "chart"
    assert f"• Situation\xa0: {CANARY_TEXT}\n• Émotion\xa0: tristesse\n" in phone.screen
    assert "lundi 23 novembre\n" in phone.screen


async def test_the_list_is_short_and_a_row_that_is_opened_is_whole(team: Team) -> None:
    long = "mot " * 70
    await kept(team.participant, {**WHOLE, "situation": long})
    await team.participant.write("/chart")
    listed = team.participant.screen

    await team.participant.choose("button-chart-row")

    assert long.strip() not in listed
    assert "…\n" in listed
    assert "Faits qui vont avec" not in listed
    assert long.strip() in team.participant.screen
    assert team.participant.screen.endswith(
        "— Façon de voir plus juste\nje n’étais pas seul en cause\n\n"
        "— Maintenant\nforce maintenant\xa0: un peu\nj’y crois\xa0: à moitié\n\n"
        "— Ensuite\nen parler à quelqu’un"
    )


async def test_rows_come_in_pages_the_newest_first(team: Team) -> None:
    await several(team.participant, 7)
    await team.participant.write("/chart")
    pages = [buttons_to(team.participant, "moment")]
    offers = [team.participant.offers]
    for _ in range(2):
        await team.participant.choose("button-older")
        pages.append(buttons_to(team.participant, "moment"))
        offers.append(team.participant.offers)
    await team.participant.choose("button-newer")

    assert [one.split()[-1] for page in pages for one in page] == [str(at) for at in range(7)]
    assert buttons_to(team.participant, "moment") == pages[1]
    assert ["button-newer" in one for one in offers] == [False, True, True]
    assert ["button-older" in one for one in offers] == [True, True, False]


async def test_a_page_that_is_not_there_any_more_is_the_first(team: Team) -> None:
    await several(team.participant, 2)
    async with scene_of(team.participant) as scene:
        for after in (2, 99, -1):
            await my_chart.chart(scene, {"after": after})
    await team.participant.write("menu")

    assert [key for key in team.participant.keys if key == "chart"] == ["chart"] * 3


@pytest.mark.parametrize(
    ("state", "ways"),
    [(RunState.OPEN, 1), (RunState.STOPPED, 1), (RunState.LEFT, 0), (RunState.FINISHED, 0)],
)
async def test_a_half_done_row_goes_on_if_it_can(team: Team, state: RunState, ways: int) -> None:
    await kept(team.participant, SECOND, state)
    await team.participant.write("/chart")
    assert ("novembre, en partie" in team.participant.screen) is (state is not RunState.FINISHED)

    await team.participant.choose("button-chart-row")

    assert team.participant.offers.count("button-continue") == ways


async def test_a_half_done_row_goes_on_where_it_was_stopped(team: Team) -> None:
    await kept(team.participant, SECOND, RunState.STOPPED)
    await team.participant.write("/chart")

    await team.participant.choose("button-chart-row", "button-continue")

    assert "Quels faits vont avec" in team.participant.screen


async def test_what_says_nothing_is_no_row(team: Team) -> None:
    await kept(team.participant, {"tension": "tense"})
    await kept(team.participant, {"emotion": "not-there-any-more"})
    await kept(team.participant, {}, RunState.LEFT)

    await team.participant.write("/chart")

    assert team.participant.shown == "chart-empty"


async def test_a_row_that_begins_late_is_told_by_what_there_is(team: Team) -> None:
    await kept(team.participant, {"fits-not": "elle m’a aidé"})

    await team.participant.write("/chart")

    assert "• Faits qui ne vont pas avec\xa0: elle m’a aidé" in team.participant.screen


async def test_one_row_becomes_one_picture_told_in_words(team: Team) -> None:
    await kept(team.participant, WHOLE)
    await team.participant.write("/chart")
    await team.participant.choose("button-chart-row", "button-chart-picture")

    drawn = picture(team.participant)
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    assert team.participant.screen.startswith("Image 1 sur 1")
    assert CANARY_TEXT in team.participant.screen


async def test_rows_that_are_too_high_for_one_picture_become_several(team: Team) -> None:
    long = dict.fromkeys(("situation", "thought", "fits", "fits-not", "fairer"), "mot " * 70)
    for ago in range(3):
        await kept(team.participant, {**WHOLE, **long}, ago=ago)
    await team.participant.write("/chart")

    await team.participant.choose("button-chart-picture")

    sent = [one.worded for one in team.participant.bubbles if one.worded.picture]
    assert len(sent) == 3
    assert {one.text.split(",")[0] for one in sent} == {f"Image {at} sur 3" for at in (1, 2, 3)}


async def test_a_picture_of_a_row_that_is_gone_is_not_sent(team: Team) -> None:
    await kept(team.participant, WHOLE)
    await team.participant.write("/chart")
    row, all_rows = (
        team.participant.find("button-chart-row"),
        team.participant.find("button-chart-picture"),
    )
    team.stage.hold_back(f"exercises/{THOUGHT_CHART}")

    answers = [await team.participant.press(*button) for button in (row, all_rows)]

    assert [team.stage.library.keys_of(one)[-1] for one in answers] == ["toast-gone"] * 2
    await team.participant.write("/chart")
    assert team.participant.shown == "keepsake-gone"


async def test_only_whoever_wrote_it_opens_a_row(team: Team) -> None:
    id_ = await kept(team.participant, WHOLE)
    async with scene_of(team.coach) as scene:
        for way in (my_chart.row, my_chart.picture):
            with pytest.raises(Exception, match="not their own"):
                await way(scene, {"run": id_})


async def test_it_is_no_screen_of_staff(team: Team) -> None:
    await team.coach.write("/chart")

    assert team.coach.shown == "homework-staff"


async def test_another_exercise_is_no_row(team: Team) -> None:
    run = Run(exercise="other", version=1, at=None, state=RunState.FINISHED, answers=WHOLE)
    async with scene_of(team.participant) as scene:
        other = await runs.add(
            scene.session, scene.member.id, run, day=date(2026, 11, 23), now=scene.now
        )
        answer = await my_chart.row(scene, {"run": other.id})

    assert answer is not None
    assert answer.key == "toast-gone"


async def test_my_exercises_lead_to_it_once_there_is_something(team: Team) -> None:
    await team.participant.write("/exercices")
    before = team.participant.offers
    await kept(team.participant, WHOLE)

    await team.participant.write("/exercices")

    assert "button-my-chart" not in before
    assert "button-my-chart" in team.participant.offers


async def test_the_end_of_what_was_given_leads_to_it(team: Team) -> None:
    given = replace(SMALL, id=THOUGHT_CHART)
    add_exercises(team.stage, given)
    await give(team.coach, given)
    await team.participant.choose("button-start-now", of("now.calm"), *["button-skip"] * 3)
    offers = [team.participant.offers]
    for key in ("button-yes", "button-share-nothing"):
        await team.participant.choose(key)
        offers.append(team.participant.offers)

    assert ["button-my-chart" in one for one in offers] == [True, False, True]


async def test_what_is_wished_for_several_times_leads_to_it_each_time(team: Team) -> None:
    given = replace(THRICE, id=THOUGHT_CHART)
    add_exercises(team.stage, given)
    await give(team.coach, given)

    await team.participant.choose("button-start-now", of("now.calm"), "button-skip")

    assert team.participant.shown == "run-first"
    assert {"button-that-is-enough", "button-my-chart"} <= set(team.participant.offers)


async def test_what_ended_leads_to_it_in_my_exercises(team: Team) -> None:
    given = replace(SMALL, id=THOUGHT_CHART)
    add_exercises(team.stage, given)
    await give(team.coach, given)
    await team.participant.choose("button-start-now", of("now.calm"), *["button-skip"] * 3)
    await team.participant.write("/exercices")

    await team.participant.tap(title(given))

    assert "button-my-chart" in team.participant.offers


@pytest.mark.parametrize("state", AssignmentState)
async def test_a_row_of_what_was_given_says_who_sees_it(team: Team, state: AssignmentState) -> None:
    run_id = await kept(team.participant, WHOLE)
    async with scene_of(team.participant) as scene:
        given = Assignment(
            id=new_id(),
            person_id=scene.member.id,
            assigned_by=None,
            exercise=THOUGHT_CHART,
            version=1,
            assigned_at=scene.now,
            due=scene.today,
            state=state,
            run_id=run_id,
        )
        await assignments.add(scene.session, given)
    await team.participant.write("/chart")

    await team.participant.choose("button-chart-row")

    is_offered = "button-who-sees-it" in team.participant.offers
    assert is_offered is (state is AssignmentState.ENDED)


async def test_nothing_of_it_reaches_the_coach(team: Team) -> None:
    await kept(team.participant, WHOLE)
    await team.participant.write("/chart")
    await team.participant.choose("button-chart-picture")

    await look_at(team.coach)
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people")
    await team.coach.tap(CANARY_NAME)

    assert CANARY_TEXT not in team.coach.everything
    assert CANARY_ANSWER not in team.coach.everything


async def test_nothing_of_it_stands_readable_and_nothing_is_left(team: Team) -> None:
    await kept(team.participant, WHOLE)
    await team.participant.write("/chart")
    await team.participant.choose("button-chart-picture")
    stored = [await rows_of(team.stage, name) for name in ("run", "question", "delivery")]

    await leave(team.participant)

    assert CANARY_TEXT not in json.dumps(stored, default=repr)
    assert await rows_of(team.stage, "run") == []


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "text"),
    [
        ("button-french-tu", "Personne d’autre ne le voit, sauf ce que tu partages."),
        ("button-english", "• Feeling: sadness, strength: a lot"),
    ],
)
async def test_it_speaks_in_every_voice(team: Team, voice: str, text: str) -> None:
    await kept(team.participant, WHOLE)
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await team.participant.write("/chart")

    assert text in team.participant.screen
