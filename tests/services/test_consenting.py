"""A consent is to certain words; where they change it is asked for again; it can be taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from bot.domain.sharing import Purpose
from bot.services.consenting import TEXTS, note_changes
from bot.store import sharing
from bot.store.tables import ConsentRow
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import leave
from tests.services.stage import Phone, Stage


async def change_texts(stage: Stage, *purposes: Purpose) -> None:
    """Let the texts be others than those that were agreed to, and start again."""
    async with stage.database.begin() as session:
        row = update(ConsentRow).where(ConsentRow.purpose.in_(purposes))  # type: ignore[attr-defined]
        await session.exec(row.values(text_hash="another text"))
    changed = await note_changes(stage.database, stage.library, stage.clock.now())
    stage.router = replace(stage.router, asks_again=changed > 0)


async def standing(stage: Stage) -> set[Purpose]:
    async with stage.database.look() as session:
        return {
            purpose
            for row in await rows_of(stage, "person")
            for purpose in Purpose
            if await sharing.has_consented(session, row["id"], purpose)
        }


async def test_the_same_words_are_not_asked_about_again(agreed: Team) -> None:
    await change_texts(agreed.stage)
    await agreed.participant.write("menu")

    assert not agreed.stage.router.asks_again
    assert await standing(agreed.stage) == {Purpose.CHANNEL, Purpose.NOTE}


async def test_other_words_are_asked_about_at_the_next_contact(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)

    await agreed.participant.write("menu")

    assert agreed.participant.keys[-2:] == ["menu", "consent-again"]
    assert agreed.participant.offers == ["button-agree", "button-no-thanks"]


async def test_nobody_is_asked_twice_a_day(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)

    await agreed.participant.write("menu")
    await agreed.participant.write("menu")
    assert agreed.participant.keys.count("consent-again") == 1

    await agreed.stage.pass_time(days=1)
    await agreed.participant.write("menu")
    assert agreed.participant.keys.count("consent-again") == 2


async def test_until_then_nothing_comes_unasked(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)
    said = agreed.participant.texts

    await agreed.stage.pass_time(days=1)

    assert agreed.participant.texts == said


async def test_of_a_morning_on_which_nobody_could_be_woken_the_coach_hears_nothing(
    agreed: Team,
) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)

    await agreed.stage.pass_time(days=1)

    assert "note-no-answer" not in agreed.coach.keys


async def test_agreed_again_everything_goes_on(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)
    await agreed.participant.write("menu")

    await agreed.participant.choose("button-agree")
    await agreed.stage.pass_time(days=1)

    assert "nudge" in agreed.participant.keys
    assert await standing(agreed.stage) == {Purpose.CHANNEL, Purpose.NOTE}
    ledger = await rows_of(agreed.stage, "consent")
    assert sum(row["purpose"] is Purpose.CHANNEL for row in ledger) == 2


async def test_a_no_is_kept_and_nothing_more_is_asked(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)
    await agreed.participant.write("menu")

    await agreed.participant.choose("button-no-thanks")
    assert agreed.participant.shown == "consent-ended"

    await agreed.stage.pass_time(days=2)
    await agreed.participant.write("menu")
    assert agreed.participant.shown == "menu"
    assert "nudge" not in agreed.participant.keys


async def test_the_word_to_the_coach_is_looked_at_again(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.NOTE)
    await agreed.participant.write("menu")
    assert agreed.participant.shown == "consent-note-again"

    await agreed.participant.choose("button-review")
    assert agreed.participant.shown == "around-telling"
    await agreed.participant.tap("09:00")

    assert await standing(agreed.stage) == {Purpose.CHANNEL, Purpose.NOTE}


async def test_until_then_the_coach_gets_no_word(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.NOTE)

    await agreed.stage.pass_time(days=2)

    assert "note-no-answer" not in agreed.coach.keys
    assert "nudge" in agreed.participant.keys


async def test_words_that_are_as_before_again_need_no_answer(agreed: Team) -> None:
    await change_texts(agreed.stage, Purpose.CHANNEL)
    async with agreed.stage.database.begin() as session:
        texts = {one: agreed.stage.library.fingerprint(key)[1] for one, key in TEXTS.items()}
        await session.exec(update(ConsentRow).values(text_hash=texts[Purpose.CHANNEL]))
    await change_texts(agreed.stage)

    assert Purpose.CHANNEL in await standing(agreed.stage)


async def test_a_coach_and_a_stranger_are_asked_nothing(agreed: Team) -> None:
    await change_texts(agreed.stage, *Purpose)
    stranger = agreed.stage.phone("Passant")

    await agreed.coach.write("menu")
    await stranger.write("bonjour")

    assert (agreed.coach.shown, stranger.shown) == ("menu", "stranger")


async def test_who_is_leaving_is_asked_nothing(agreed: Team) -> None:
    await change_texts(agreed.stage, *Purpose)
    await agreed.participant.write("/leave")
    await agreed.participant.choose("button-leave-now")

    assert agreed.participant.shown == "leave-waiting"


@pytest.fixture
async def reader(agreed: Team) -> Phone:
    """A participant who looks at what they agreed to."""
    await agreed.participant.write("/privacy")
    await agreed.participant.choose("button-my-consents")
    return agreed.participant


async def test_one_reads_what_was_agreed_to_and_since_when(reader: Phone) -> None:
    assert reader.shown == "consents"
    assert "23 novembre" in reader.screen
    assert reader.offers == ["button-end-channel", "button-end-note", "button-back"]


async def test_the_word_to_the_coach_is_taken_back_in_a_tap(reader: Phone, agreed: Team) -> None:
    await reader.choose("button-end-note")
    assert reader.shown == "consent-note-ended"

    await agreed.stage.pass_time(days=1)

    assert "note-no-answer" not in agreed.coach.keys
    [plan] = await rows_of(agreed.stage, "plan")
    assert plan["around"]["tells_coach"] is None


async def test_telegram_is_taken_back_in_a_tap_and_agreed_to_again(
    reader: Phone, agreed: Team
) -> None:
    await reader.choose("button-end-channel", "button-my-consents")
    assert reader.offers == ["button-agree-again", "button-end-note", "button-back"]

    await agreed.stage.pass_time(days=1)
    assert "nudge" not in reader.keys

    await reader.choose("button-agree-again", "button-agree")
    await agreed.stage.pass_time(days=1)
    assert "nudge" in reader.keys


async def test_without_it_nothing_is_told_as_if_it_would_come(reader: Phone, agreed: Team) -> None:
    await reader.choose("button-end-channel")
    assert reader.offers[0] == "button-agree-again"
    await reader.write("/menu")
    await reader.choose("button-my-day")
    assert "il manque votre accord" in reader.screen
    await reader.choose("button-week")
    assert "il manque votre accord" in reader.screen
    await reader.choose("button-my-day", "button-my-wakeup")
    assert "il manque votre accord" in reader.screen
    await reader.write("/messages")
    assert reader.shown == "messages-at-rest"

    await agreed.stage.go_to(datetime(2026, 11, 24, 8, tzinfo=UTC))
    await agreed.coach.write("/menu")
    await agreed.coach.choose("button-my-people")
    await agreed.coach.tap("Canari")
    seen = agreed.coach.screen
    await agreed.coach.choose("button-agreed")

    assert "Aucun message ne part" in seen
    assert "pas encore de réponse" not in seen
    assert "Prochain message" not in seen
    assert "Prochains messages" not in agreed.coach.screen


async def test_without_it_no_proposal_arrives_and_what_one_asks_for_does(
    reader: Phone, agreed: Team
) -> None:
    await reader.choose("button-end-channel")
    said = len(reader.bubbles)

    await agreed.coach.choose("button-menu", "button-new-reminder")
    await agreed.coach.tap("Canari")
    await agreed.coach.choose("button-kind-wakeup")
    await agreed.coach.write("6h30")
    await agreed.coach.choose("button-propose")
    await agreed.stage.pass_time(days=1)
    assert (len(reader.bubbles), reader.shown) == (said, "consent-ended")
    assert "withdrawn" in {row["reason"] for row in await rows_of(agreed.stage, "delivery")}

    await reader.write("/help")
    assert reader.shown == "help-card"
    await reader.write("/menu")
    await reader.choose("button-my-day", "button-my-wakeup")
    assert reader.shown == "proposal"


async def test_who_supports_somebody_needs_no_consent_to_hear_of_it(
    reader: Phone, agreed: Team
) -> None:
    await reader.choose("button-end-channel")

    await leave(reader)

    assert agreed.coach.shown == "participant-left"


async def test_a_consent_taken_back_between_plan_and_sending_sends_nothing(agreed: Team) -> None:
    await agreed.stage.pass_time(hours=21)
    said = agreed.participant.texts
    async with agreed.stage.database.begin() as session:
        for row in await rows_of(agreed.stage, "consent"):
            await sharing.withdraw(
                session, row["person_id"], Purpose.CHANNEL, now=agreed.stage.clock.now()
            )

    await agreed.stage.pass_time(hours=3)

    assert agreed.participant.texts == said


async def test_whoever_left_is_in_no_ledger(agreed: Team) -> None:
    await leave(agreed.participant)

    assert await rows_of(agreed.stage, "consent") == []
