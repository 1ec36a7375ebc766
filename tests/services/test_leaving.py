from tests.canaries import CANARY_NAME
from tests.services.access_plays import supervisor_comes_in
from tests.services.conftest import Team
from tests.services.group_plays import group_begins
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE, invite, leave
from tests.services.stage import Phone, Stage
from tests.services.test_support_ending import note_of, shown_to_coaches

ABOUT_A_PARTICIPANT = ("support", "sharing", "consent", "look", "plan", "morning", "question")


async def begin_to_leave(phone: Phone) -> None:
    await phone.write("/leave")
    await phone.choose("button-leave-now")


async def test_leaving_is_asked_once(team: Team) -> None:
    await team.participant.write("/leave")

    assert team.participant.shown == "leave-question"
    assert team.participant.offers == ["button-leave-now", "button-menu"]


async def test_to_forget_and_to_leave_is_the_same(team: Team) -> None:
    for command in ("/forget", "/oublier", "/quitter"):
        await team.participant.write(command)

    assert team.participant.keys[-3:] == ["leave-question"] * 3


async def test_a_coach_is_told_who_will_know(team: Team) -> None:
    await team.coach.write("/leave")

    assert team.coach.shown == "leave-question-staff"
    assert "Les personnes que vous accompagnez le sauront" in team.coach.screen


@ON_SQLITE
async def test_who_leads_a_group_is_told_what_becomes_of_it(stage: Stage) -> None:
    lina = (await group_begins(stage))["lina"]

    await lina.write("/leave")

    assert "Vos groupes et leurs dates restent." in lina.screen
    assert "accompagnez" not in lina.screen


@ON_SQLITE
async def test_who_supports_and_leads_nobody_is_told_of_nobody(stage: Stage) -> None:
    rose = await supervisor_comes_in(stage)

    await rose.write("/leave")

    assert rose.shown == "leave-question-staff"
    assert rose.screen.endswith("D’ici là, je n’écris pas.")


async def test_one_can_stay(team: Team) -> None:
    await team.participant.write("/leave")
    await team.participant.choose("button-menu")

    assert team.participant.shown == "menu"
    assert await held(team.stage, "person", "erasure") == {"person": 2, "erasure": 0}


async def test_leaving_changes_the_question_in_place(team: Team) -> None:
    await team.participant.write("/leave")
    count = len(team.participant.bubbles)

    await team.participant.choose("button-leave-now")

    assert team.participant.shown == "leave-waiting"
    assert team.participant.offers == ["button-leave-undo", "button-help"]
    assert len(team.participant.bubbles) == count


async def test_for_a_day_one_tap_undoes_it(agreed: Team) -> None:
    before = await held(agreed.stage, *ABOUT_A_PARTICIPANT)
    await begin_to_leave(agreed.participant)
    await agreed.stage.pass_time(hours=23, minutes=58)

    await agreed.participant.choose("button-leave-undo")
    assert agreed.participant.keys[-2:] == ["leave-undone", "menu"]

    await agreed.stage.pass_time(hours=12)
    assert (await held(agreed.stage, *ABOUT_A_PARTICIPANT))["plan"] == before["plan"]
    assert await held(agreed.stage, "erasure", "tombstone") == {"erasure": 0, "tombstone": 0}


async def test_undone_everything_goes_on_as_before(agreed: Team) -> None:
    await begin_to_leave(agreed.participant)
    await agreed.participant.choose("button-leave-undo")

    await agreed.stage.pass_time(days=1)

    assert "nudge" in agreed.participant.keys


async def test_meanwhile_everything_is_silent(agreed: Team) -> None:
    await begin_to_leave(agreed.participant)
    said = (agreed.participant.texts, agreed.coach.texts)

    await agreed.stage.pass_time(hours=23)

    assert (agreed.participant.texts, agreed.coach.texts) == said


async def test_meanwhile_the_coach_sees_nothing(agreed: Team) -> None:
    await begin_to_leave(agreed.participant)

    await agreed.coach.choose("button-menu", "button-my-people")

    assert agreed.coach.shown == "people-none"


async def test_meanwhile_help_is_there_and_everything_else_offers_to_stay(team: Team) -> None:
    await team.participant.write("menu")
    old = team.participant.find("button-messages")
    await begin_to_leave(team.participant)

    for typed in ("bonjour", "menu", "/pause", "/checkin", "/start"):
        await team.participant.write(typed)
        assert "button-leave-undo" in team.participant.offers, typed
    await team.participant.press(*old)
    assert team.participant.shown == "leave-soon"
    await team.participant.write("/help")
    assert team.participant.shown == "help-card"
    await team.participant.write("/leave")
    assert team.participant.shown == "leave-waiting"


async def test_after_a_day_it_is_said_that_all_is_erased(team: Team) -> None:
    await begin_to_leave(team.participant)

    await team.stage.pass_time(days=1)

    assert team.participant.shown == "erased"
    assert await held(team.stage, "person", "erasure") == {"person": 1, "erasure": 0}


async def test_what_was_said_in_the_last_two_days_is_taken_back(agreed: Team) -> None:
    await agreed.stage.pass_time(days=3)
    old = {bubble.number for bubble in agreed.participant.bubbles}
    await agreed.stage.pass_time(days=1, hours=22)
    lately = {bubble.number for bubble in agreed.participant.bubbles} - old

    await leave(agreed.participant)

    *left, last = [bubble.number for bubble in agreed.participant.bubbles]
    assert last not in old | lately
    assert lately
    assert lately.isdisjoint(left)
    assert old & {*left}


async def test_everything_about_the_person_goes(agreed: Team) -> None:
    await agreed.coach.choose("button-menu", "button-my-people", "button-menu")
    await leave(agreed.participant)

    assert set((await held(agreed.stage, *ABOUT_A_PARTICIPANT)).values()) == {0}
    assert await held(agreed.stage, "person", "role") == {"person": 1, "role": 1}


async def test_no_row_holds_the_name_of_whoever_left(agreed: Team) -> None:
    await leave(agreed.participant)

    stage = agreed.stage
    people = await rows_of(stage, "person")
    names = [
        stage.database.vault.open(row["sealed_name"], place=f"person.name:{row['id']}")
        for row in people
    ]
    assert names == ["Nadia"]


async def test_only_the_last_word_to_the_coach_still_names_whoever_left(agreed: Team) -> None:
    await leave(agreed.participant)

    vault = agreed.stage.database.vault
    said = [
        str(vault.open(row["sealed_message"], place=f"delivery.message:{row['id']}"))
        for row in await rows_of(agreed.stage, "delivery")
        if row["sealed_message"]
    ]
    assert ["participant-left" in one for one in said if CANARY_NAME in one] == [True]


async def test_what_was_said_to_whoever_left_goes(agreed: Team) -> None:
    await leave(agreed.participant)

    [left] = [row["id"] for row in await rows_of(agreed.stage, "chat") if not row["person_id"]]
    said = [row for row in await rows_of(agreed.stage, "delivery") if row["chat_id"] == left]
    assert len(said) == 1


async def test_the_coach_is_told_that_and_not_why(team: Team) -> None:
    await begin_to_leave(team.participant)
    assert team.coach.shown != "participant-left"

    await team.stage.erase()

    assert team.coach.shown == "participant-left"
    assert CANARY_NAME in team.coach.screen


async def test_nothing_is_sent_any_more(agreed: Team) -> None:
    await leave(agreed.participant)
    said = (agreed.participant.texts, agreed.coach.texts)

    await agreed.stage.pass_time(days=2)

    assert (agreed.participant.texts, agreed.coach.texts) == said


async def test_whoever_left_is_a_stranger(team: Team) -> None:
    await leave(team.participant)
    await team.participant.write("bonjour")

    assert team.participant.shown == "stranger"


async def test_old_buttons_of_whoever_left_do_nothing(agreed: Team) -> None:
    await agreed.participant.write("menu")
    old = agreed.participant.find("button-my-day")
    await begin_to_leave(agreed.participant)
    undo = agreed.participant.find("button-leave-undo")
    await agreed.stage.erase()

    await agreed.participant.press(*old)
    await agreed.participant.press(*undo)

    assert agreed.participant.keys[-2:] == ["out-of-date", "out-of-date"]


async def test_staying_twice_says_so(team: Team) -> None:
    await begin_to_leave(team.participant)
    undo = team.participant.find("button-leave-undo")
    await team.participant.press(*undo)

    assert await team.participant.press(*undo)
    assert team.participant.shown == "menu"


async def test_a_stranger_has_nothing_to_erase(coach: Phone) -> None:
    stranger = coach.stage.phone("Passant")

    await stranger.write("/forget")

    assert stranger.shown == "leave-stranger"


async def test_the_people_of_a_coach_who_leaves_are_told(agreed: Team) -> None:
    await leave(agreed.coach)

    assert agreed.coach.shown == "erased"
    assert agreed.participant.shown == "coach-left"


async def test_a_wakeup_goes_on_without_the_coach(agreed: Team) -> None:
    await leave(agreed.coach)
    assert await note_of(agreed.stage) == (None, [])
    assert await shown_to_coaches(agreed.stage) == []

    await agreed.stage.pass_time(days=1)

    assert agreed.participant.keys.count("nudge") == 3


async def test_the_invitations_of_a_coach_who_left_are_closed(coach: Phone) -> None:
    token = await invite(coach, "Sami")
    await leave(coach)

    sami = coach.stage.phone("Sami")
    await sami.open(token)

    assert sami.keys == ["invitation-closed"]


async def test_whoever_was_coming_in_by_a_coach_who_left_is_told_kindly(coach: Phone) -> None:
    sami = coach.stage.phone("Sami")
    await sami.open(await invite(coach, "Sami"))
    await leave(coach)

    await sami.choose("button-continue")

    assert sami.shown == "out-of-date"


async def test_whoever_left_can_come_in_again_by_a_new_link(team: Team) -> None:
    await leave(team.participant)

    await team.participant.open(await invite(team.coach, "Sami"))

    assert team.participant.shown == "enrol-welcome"


async def test_two_who_leave_at_once_are_both_erased(team: Team) -> None:
    await begin_to_leave(team.participant)
    await begin_to_leave(team.coach)

    await team.stage.pass_time(days=1)

    assert await held(team.stage, "person", "tombstone") == {"person": 0, "tombstone": 2}
