"""Sentences of one's own: written, read, changed, erased, and brought back at chosen times."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.message import Message, Phrase
from bot.domain.people import Language, Voice
from bot.domain.plan import PlanState
from bot.domain.schedule import zone
from bot.services.sentences import LONGEST, MOST
from bot.store import sentences
from bot.store.vault import Vault
from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_of
from tests.services.stage import NotingLibrary, Phone, Stage
from tests.services.test_hostile import hostile

PARIS = zone("Europe/Paris")
SUNDAY = datetime.combine(date(2026, 11, 29), time(18, 30), tzinfo=PARIS).astimezone(UTC)
OTHER = "Un pas après l’autre."


async def write(phone: Phone, text: str) -> None:
    """Write a sentence, from the menu on, a moment after the one before."""
    phone.stage.clock.moment += timedelta(seconds=1)
    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-sentences", "button-write")
    await phone.write(text)


async def kept(stage: Stage) -> list[str]:
    """Return every sentence that is kept, the oldest first."""
    people = {row["person_id"] for row in await rows_of(stage, "sentence")}
    async with stage.database.look() as session:
        return [one.text for who in people for one in await sentences.of_person(session, who)]


async def bring_on_sunday(phone: Phone) -> None:
    """Let what the screen is about come back on Sundays at 18:30."""
    await phone.choose("button-bring-back", "button-moment-sunday")
    await phone.write("18h30")


async def test_a_sentence_is_kept_and_shown_as_it_was_written(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    assert phone.shown == "sentence-kept"

    await phone.write("/phrases")
    assert phone.shown == "sentences"
    await phone.tap(CANARY_TEXT)

    assert phone.shown == "sentence"
    assert phone.screen == f"«\N{NO-BREAK SPACE}{CANARY_TEXT}\N{NO-BREAK SPACE}»"
    assert await kept(team.stage) == [CANARY_TEXT]


async def test_it_can_be_changed(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await phone.choose("button-sentences")
    await phone.tap(CANARY_TEXT)

    await phone.choose("button-rewrite")
    await phone.write(OTHER)

    assert await kept(team.stage) == [OTHER]


async def test_it_can_be_erased_and_an_old_button_says_so(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await phone.choose("button-sentences")
    old = phone.token(CANARY_TEXT)
    await phone.tap(CANARY_TEXT)

    await phone.choose("button-remove")

    assert phone.shown == "sentence-removed"
    assert await held(team.stage, "sentence") == {"sentence": 0}
    assert await phone.press(*old) == "Ce n’est plus possible."
    await phone.write("/phrases")
    assert phone.shown == "sentences-none"


async def test_what_is_too_long_is_not_kept_and_said_so(team: Team) -> None:
    await write(team.participant, "x" * 1_001)

    assert team.participant.shown == "sentence-long"
    assert await kept(team.stage) == []
    await team.participant.write("x" * 1_000)
    assert await kept(team.stage) == ["x" * 1_000]


async def test_there_are_pages_of_them(team: Team) -> None:
    phone = team.participant
    for number in range(5):
        await write(phone, f"phrase {number}")
    await phone.write("/phrases")

    await phone.choose("button-others")

    assert any("phrase 4" in label for label in phone.labels)


async def test_there_is_room_for_fifty(team: Team) -> None:
    phone = team.participant
    async with scene_of(phone) as scene:
        for number in range(MOST):
            await sentences.add(scene.session, scene.member.id, f"{number}", now=scene.now)

    await phone.write("/phrases")
    await phone.choose("button-write")

    assert phone.shown == "sentences-full"
    await phone.write("une de plus")
    assert await held(team.stage, "sentence") == {"sentence": MOST}


async def test_one_comes_back_when_it_was_wanted_and_shows_on_a_tap(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await bring_on_sunday(phone)
    assert phone.shown == "sentence-agreed"

    await team.stage.go_to(SUNDAY)
    assert phone.shown == "sentence-comes"
    assert CANARY_TEXT not in phone.screen
    await phone.choose("button-read")

    assert CANARY_TEXT in phone.screen


async def test_as_it_stands_when_it_is_read(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await bring_on_sunday(phone)
    await team.stage.go_to(SUNDAY)
    read = phone.find("button-read")
    await phone.write("/phrases")
    await phone.tap(CANARY_TEXT)
    await phone.choose("button-rewrite")
    await phone.write(OTHER)

    await phone.press(*read)

    assert OTHER in phone.screen


async def test_all_of_them_come_in_turn(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await write(phone, OTHER)
    await phone.write("/phrases")
    await bring_on_sunday(phone)

    read = []
    for _ in range(4):
        await team.stage.pass_time(days=7)
        await phone.choose("button-read")
        read.append(phone.screen[2:-2])

    assert read == [CANARY_TEXT, OTHER, CANARY_TEXT, OTHER]


async def test_one_that_is_erased_comes_back_no_more(team: Team) -> None:
    phone = team.participant
    await write(phone, OTHER)
    await write(phone, CANARY_TEXT)
    await bring_on_sunday(phone)
    await phone.write("/phrases")
    await phone.tap(CANARY_TEXT)

    await phone.choose("button-remove")
    await team.stage.go_to(SUNDAY)

    assert "sentence-comes" not in phone.keys
    assert [row["state"] for row in await rows_of(team.stage, "plan")] == [PlanState.ENDED]


async def test_without_any_sentence_none_comes(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await phone.write("/phrases")
    await bring_on_sunday(phone)
    await phone.write("/phrases")
    await phone.tap(CANARY_TEXT)

    await phone.choose("button-remove")
    await team.stage.go_to(SUNDAY)

    assert "sentence-comes" not in phone.keys


async def test_one_to_be_read_that_was_erased_meanwhile_says_so(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await bring_on_sunday(phone)
    await team.stage.go_to(SUNDAY)
    read = phone.find("button-read")
    await phone.write("/phrases")
    await phone.tap(CANARY_TEXT)
    await phone.choose("button-remove")

    assert await phone.press(*read) == "Ce n’est plus possible."


async def test_a_message_to_oneself_comes_once(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await phone.choose("button-bring-back", "button-moment-once", "button-tomorrow")
    await phone.tap("18:00")

    await team.stage.pass_time(days=10)

    assert phone.keys.count("sentence-comes") == 1


async def test_the_technique_of_own_words_shows_the_latest_ones_on_its_card(team: Team) -> None:
    phone = team.participant
    for text in ("une", "deux", "trois", "quatre"):
        await write(phone, text)
    await phone.write("/stress")
    await phone.choose("button-others")

    await phone.tap("Mes mots")

    quoted = "\n".join(
        f"«\N{NO-BREAK SPACE}{one}\N{NO-BREAK SPACE}»" for one in ("deux", "trois", "quatre")
    )
    assert f"\n\n{quoted}\n\n1. Choisissez" in phone.screen


async def test_long_ones_are_left_out_of_that_card(team: Team) -> None:
    phone = team.participant
    await write(phone, "x" * 121)
    await write(phone, "court")
    await phone.write("/stress")
    await phone.choose("button-others")

    await phone.tap("Mes mots")

    assert "court" in phone.screen
    assert "xxx" not in phone.screen


async def test_other_cards_show_no_sentence(team: Team) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await phone.write("/stress")

    await phone.tap("Pieds au sol")

    assert CANARY_TEXT not in phone.screen
    assert "ouverts.\n\n1. Sentez" in phone.screen


async def test_no_sentence_stands_readable_in_the_database(team: Team) -> None:
    await write(team.participant, CANARY_TEXT)
    await bring_on_sunday(team.participant)

    tables = ("sentence", "plan", "delivery", "question", "incoming")
    rows = [await rows_of(team.stage, name) for name in tables]

    assert CANARY_TEXT not in json.dumps(rows, default=repr, ensure_ascii=False)


async def test_a_coach_sees_none_of_it(team: Team) -> None:
    await write(team.participant, CANARY_TEXT)
    await bring_on_sunday(team.participant)

    await team.coach.write("/menu")
    await team.coach.choose("button-my-people", "button-person")
    await team.coach.write("/phrases")

    assert CANARY_TEXT not in team.coach.everything
    assert team.coach.shown == "stress-staff"


async def test_who_leaves_leaves_no_sentence(team: Team) -> None:
    await write(team.participant, CANARY_TEXT)

    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")
    await team.stage.pass_time(days=2)

    assert await held(team.stage, "sentence") == {"sentence": 0}


@ON_SQLITE
async def test_whatever_is_typed_is_kept_and_shown_as_it_is(team: Team) -> None:
    phone, typed = team.participant, []
    for text in [*hostile(25), "un\n\n\n\ndeux", "  deux  ", "{ $text }"]:
        if text.startswith("/") or len(text) > LONGEST:
            continue
        await write(phone, text)
        if phone.shown == "sentence-kept":
            typed.append(text)
            assert f"«\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}»" in phone.screen

    assert len(typed) >= 12
    assert await kept(team.stage) == typed


def test_ten_thousand_hostile_sentences_come_back_and_are_said_as_they_are(
    vault: Vault, library: NotingLibrary
) -> None:
    voice = Voice(language=Language.ENGLISH)
    for text in (one[:LONGEST] for one in hostile(10_000)):
        message = Message(says=Phrase("sentence", {"text": text}))
        sealed = vault.seal({"text": text, **message.as_plain()}, place="x")
        opened = vault.open(sealed, place="x")

        assert opened["text"] == text
        assert library.say(Message.from_plain(opened).says, voice) == f"“{text}”"


@ON_SQLITE
@pytest.mark.parametrize(
    ("language", "words"), [("tu", "Un mot de toi"), ("en", "A word from you")]
)
async def test_it_is_said_in_every_voice(team: Team, *, language: str, words: str) -> None:
    phone = team.participant
    await write(phone, CANARY_TEXT)
    await bring_on_sunday(phone)
    await phone.write("/language")
    await phone.choose("button-french-tu" if language == "tu" else "button-speak-english")

    await team.stage.go_to(SUNDAY)

    assert phone.screen.startswith(words)
