from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.cast import CastMember, Role
from bot.sandbox.messages import Attachment, Entity, Kind
from bot.sandbox.snapshot import phone_json
from tests.sandbox.stage import Stage, make_stage, tapping

KEYBOARD = {"keyboard": [["Oui", {"text": "Non"}]], "one_time_keyboard": True}


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def seen(stage: Stage, *, read_up_to: int = 0) -> dict[str, Any]:
    member = CastMember(person_id=stage.david, role=Role.PARTICIPANT, about="Se lève tôt")
    return phone_json(stage.world, member, read_up_to=read_up_to)


def test_a_phone_that_was_never_used_shows_who_and_what() -> None:
    phone = seen(make_stage())

    assert (phone["name"], phone["role"], phone["about"]) == ("David", "participant", "Se lève tôt")
    assert (phone["started"], phone["blocked"], phone["messages"]) == (False, False, [])
    assert phone["commands"] == [{"command": "help", "description": "Aide"}]


def test_each_button_says_what_it_does(stage: Stage) -> None:
    stage.say(
        "Choix",
        [tapping("Oui"), {"text": "Lien", "url": "https://example.org"}],
        [{"text": "Page", "web_app": {"url": "https://example.org/app"}}],
        [{"text": "Copier", "copy_text": {"text": "Je serai en retard."}}],
    )

    rows = seen(stage)["messages"][0]["keyboard"]

    assert [[(key["kind"], key["value"]) for key in row] for row in rows] == [
        [("tap", ""), ("link", "https://example.org")],
        [("link", "https://example.org/app")],
        [("copy", "Je serai en retard.")],
    ]


def test_only_what_the_bot_wrote_since_is_unread(stage: Stage) -> None:
    first = stage.say("un")
    stage.say("deux")
    stage.world.write(stage.david, "trois")

    assert seen(stage)["unread"] == 2
    assert seen(stage, read_up_to=first.message_id)["unread"] == 1


def test_marks_pictures_and_edits_are_told(stage: Stage) -> None:
    picture = Attachment(file_id="f", content=b"", mime_type="image/png", width=3, height=4)
    stage.world.post(
        stage.david,
        sender_id=stage.world.bot.id,
        kind=Kind.PHOTO,
        attachment=picture,
        caption="Ici",
        entities=(Entity(type="text_link", offset=0, length=3, url="https://example.org"),),
    )
    written = stage.world.write(stage.david, "7h15")
    stage.world.edit(stage.david, written.message_id, "7h30")

    photo, text = seen(stage)["messages"]

    assert photo["text"] == "Ici"
    assert photo["file"]["path"] == f"/phones/{stage.david}/files/{photo['id']}/f"
    assert photo["entities"][0]["url"] == "https://example.org"
    assert (text["mine"], text["edited"], text["text"]) == (True, True, "7h30")


def test_a_keyboard_for_one_use_goes_when_it_was_used(stage: Stage) -> None:
    bot = stage.world.bot.id
    stage.world.post(stage.david, sender_id=bot, text="Oui ?", reply_keyboard=KEYBOARD)
    before = seen(stage)["replies"]

    stage.world.write(stage.david, "Oui")

    assert before == [["Oui", "Non"]]
    assert seen(stage)["replies"] == []


def test_a_removed_keyboard_is_gone(stage: Stage) -> None:
    bot = stage.world.bot.id
    stage.world.post(stage.david, sender_id=bot, text="Oui ?", reply_keyboard=KEYBOARD)
    stage.world.post(
        stage.david, sender_id=bot, text="Bien", reply_keyboard={"remove_keyboard": True}
    )

    assert seen(stage)["replies"] == []


def test_a_menu_button_that_opens_a_page_is_told(stage: Stage) -> None:
    button = {"type": "web_app", "text": "Mes gens", "web_app": {"url": "https://example.org/"}}
    stage.world.profile.menu_buttons[stage.david] = button

    assert seen(stage)["menu"] == {"text": "Mes gens", "url": "https://example.org/"}


def test_an_edit_is_not_announced_again(stage: Stage) -> None:
    world = stage.world
    message = stage.say("6h30. Bonjour.")
    for text in ("Debout ?", "Bonne journée."):
        world.chats.replace(replace(message, text=text, edited_at=world.clock.now()))

    (shown,) = seen(stage)["messages"]

    assert (shown["text"], shown["announced"]) == ("Bonne journée.", "6h30. Bonjour.")
