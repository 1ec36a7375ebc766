"""What is sent arrives as it was worded; each of Telegram's errors has its meaning."""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import Bot

from bot.chat.sender import TelegramMessenger, qr_picture
from bot.domain.errors import (
    ChatGone,
    ChatMoved,
    OutsideError,
    Refused,
    SlowDown,
    Stopped,
    TryLater,
)
from bot.domain.people import Chat, ChatKind
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.messages import Message
from bot.sandbox.world import World
from bot.services.ports import Choice, File, Worded
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.examples import FRENCH
from tests.post import StillClock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

HELLO = Worded(text=CANARY_TEXT)
YES = Worded(text=CANARY_TEXT, rows=((Choice(label="Oui", token="a-token"),),))


@pytest.fixture
def messenger(bot: Bot) -> TelegramMessenger:
    return TelegramMessenger(bot)


@pytest.fixture
def chat(world: World) -> Chat:
    person = world.add_person(first_name=CANARY_NAME)
    world.open_link(person.id)
    return chat_with(person.id)


def chat_with(telegram_id: int) -> Chat:
    return Chat(
        id="a chat",
        telegram_id=telegram_id,
        kind=ChatKind.PRIVATE if telegram_id > 0 else ChatKind.GROUP,
        voice=FRENCH,
        person_id=None,
        shard=0,
        reachable=True,
    )


def bubbles(world: World, chat: Chat) -> list[Message]:
    return [message for message in world.messages(chat.telegram_id) if message.from_bot]


async def test_a_text_arrives_as_it_was_written(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    text = "<b>gras</b> *étoile* _tiret_ 2 < 3 & 👩‍👩‍👧 [lien](http://exemple.fr)"

    number = await messenger.send(chat, Worded(text=text))

    [bubble] = bubbles(world, chat)
    assert (bubble.message_id, bubble.text) == (number, text)


async def test_buttons_carry_their_token_a_text_to_copy_or_a_link(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    link = Choice(label="Ouvrir", opens="https://t.me/relais_test_bot")
    rows = ((Choice(label="Oui", token="a-token"), Choice(label="Copier", copies="mot"), link),)

    await messenger.send(chat, Worded(text="…", rows=rows))

    [[first, second, third]] = bubbles(world, chat)[0].inline_keyboard
    assert (first["text"], first["callback_data"]) == ("Oui", "a-token")
    assert second["copy_text"]["text"] == "mot"
    assert (third["text"], third["url"]) == ("Ouvrir", link.opens)


async def test_the_lasting_buttons_stand_under_the_field(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    await messenger.send(chat, Worded(text="…", keyboard=("Menu", "Aide")))

    keyboard = world.reply_keyboard_for(chat.telegram_id)
    assert keyboard is not None
    assert [[one["text"] for one in row] for row in keyboard["keyboard"]] == [["Menu", "Aide"]]


async def test_a_link_comes_with_its_picture(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    await messenger.send(chat, replace(YES, link="https://t.me/somebot?start=x"))

    [bubble] = bubbles(world, chat)
    assert bubble.attachment is not None
    assert bubble.attachment.content.startswith(b"\x89PNG")
    assert bubble.caption == CANARY_TEXT


async def test_a_picture_comes_with_its_words_and_buttons(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    picture = qr_picture("any picture")

    await messenger.send(chat, replace(YES, picture=picture))

    [bubble] = bubbles(world, chat)
    assert bubble.attachment is not None
    assert (bubble.attachment.content, bubble.caption) == (picture, CANARY_TEXT)
    assert bubble.inline_keyboard[0][0]["text"] == "Oui"


async def test_an_edit_changes_the_message_in_its_place(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    number = await messenger.send(chat, YES)

    again = await messenger.send(chat, Worded(text="C’est noté", edits=number))

    [bubble] = bubbles(world, chat)
    assert (again, bubble.text, bubble.inline_keyboard) == (number, "C’est noté", ())


async def test_an_edit_that_changes_nothing_is_a_success(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    number = await messenger.send(chat, YES)

    assert await messenger.send(chat, replace(YES, edits=number)) == number
    assert len(bubbles(world, chat)) == 1


@pytest.mark.parametrize(
    "earlier",
    [Worded(text="…", keyboard=("Menu", "Aide")), Worded(text="…", link="https://t.me/x?start=y")],
)
async def test_what_cannot_be_edited_is_written_anew(
    messenger: TelegramMessenger, world: World, chat: Chat, earlier: Worded
) -> None:
    number = await messenger.send(chat, earlier)

    again = await messenger.send(chat, replace(HELLO, edits=number))

    assert again != number
    assert bubbles(world, chat)[-1].text == CANARY_TEXT


async def test_what_is_not_there_any_more_is_written_anew(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    await messenger.send(chat, replace(HELLO, edits=999))

    assert [bubble.text for bubble in bubbles(world, chat)] == [CANARY_TEXT]


@pytest.mark.parametrize(
    "more",
    [
        replace(HELLO, keyboard=("Menu", "Aide")),
        replace(HELLO, link="https://t.me/x?start=y"),
        replace(HELLO, picture=qr_picture("x")),
    ],
)
async def test_what_an_edit_cannot_carry_is_written_anew(
    messenger: TelegramMessenger, world: World, chat: Chat, more: Worded
) -> None:
    number = await messenger.send(chat, HELLO)

    await messenger.send(chat, replace(more, edits=number))

    assert len(bubbles(world, chat)) == 2


async def test_a_text_that_is_too_long_is_cut_at_a_paragraph(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    await messenger.send(chat, Worded(text="a" * 3_000 + "\n\n" + "b" * 3_000))

    assert bubbles(world, chat)[0].text == "a" * 3_000 + "…"


@pytest.mark.parametrize(
    ("fault", "perhaps_sent", "arrived"),
    [
        (Fault.NO_CONNECTION, False, 0),
        (Fault.ERROR_BEFORE, True, 0),
        (Fault.ERROR_AFTER, True, 1),
        (Fault.DROP_BEFORE, True, 0),
        (Fault.DROP_AFTER, True, 1),
        (Fault.SILENCE_BEFORE, True, 0),
        (Fault.SILENCE_AFTER, True, 1),
    ],
)
async def test_only_what_was_never_sent_is_known_not_to_have_arrived(
    messenger: TelegramMessenger,
    world: World,
    chat: Chat,
    faults: Faults,
    fault: Fault,
    *,
    perhaps_sent: bool,
    arrived: int,
) -> None:
    faults.plan(Trouble(fault=fault, method="sendMessage"))

    with pytest.raises(TryLater) as failure:
        await messenger.send(chat, HELLO)

    assert failure.value.perhaps_sent is perhaps_sent
    assert len(bubbles(world, chat)) == arrived


async def test_too_much_at_once_says_how_long_to_rest(
    messenger: TelegramMessenger, chat: Chat, faults: Faults
) -> None:
    faults.plan(Trouble(fault=Fault.FLOOD, retry_after=7))

    with pytest.raises(SlowDown) as failure:
        await messenger.send(chat, HELLO)

    assert failure.value.window == timedelta(seconds=7)


async def test_a_flood_during_an_edit_is_no_reason_to_write_anew(
    messenger: TelegramMessenger, world: World, chat: Chat, faults: Faults
) -> None:
    number = await messenger.send(chat, YES)
    faults.plan(Trouble(fault=Fault.FLOOD, method="editMessageText"))

    with pytest.raises(SlowDown):
        await messenger.send(chat, replace(HELLO, edits=number))

    assert len(bubbles(world, chat)) == 1


async def test_somebody_who_blocked_the_bot_is_gone(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    world.block(chat.telegram_id)

    with pytest.raises(ChatGone):
        await messenger.send(chat, HELLO)


async def test_an_account_that_was_deleted_is_gone(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    world.deactivate(chat.telegram_id)

    with pytest.raises(ChatGone):
        await messenger.send(chat, HELLO)


async def test_somebody_who_never_started_or_is_unknown_is_gone(
    messenger: TelegramMessenger, world: World
) -> None:
    stranger = world.add_person(first_name=CANARY_NAME)

    for telegram_id in (stranger.id, 4_242):
        with pytest.raises(ChatGone):
            await messenger.send(chat_with(telegram_id), HELLO)


async def test_a_group_that_moved_says_where_to(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    group = world.add_group(title="Atelier", members=[chat.telegram_id])
    moved = world.upgrade(group.id)

    with pytest.raises(ChatMoved) as failure:
        await messenger.send(chat_with(group.id), HELLO)

    assert failure.value.new_id == moved.id


@pytest.mark.parametrize(
    "worded",
    [
        Worded(text=" "),
        Worded(text="…", rows=((Choice(label="", token="a-token"),),)),
        Worded(text="…", rows=((Choice(label="Oui", token="t" * 65),),)),
    ],
)
async def test_what_makes_no_sense_is_refused(
    messenger: TelegramMessenger, chat: Chat, worded: Worded
) -> None:
    with pytest.raises(Refused):
        await messenger.send(chat, worded)


async def test_a_token_that_is_not_accepted_stops_everything(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    world.bot = replace(world.bot, token="8100000042:another")

    with pytest.raises(Stopped):
        await messenger.send(chat, HELLO)


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.DROP_AFTER])
async def test_an_error_is_one_of_ours_and_names_what_it_came_from(
    messenger: TelegramMessenger, chat: Chat, faults: Faults, fault: Fault
) -> None:
    faults.plan(Trouble(fault=fault))

    with pytest.raises(OutsideError) as failure:
        await messenger.send(chat, HELLO)

    assert failure.value.__cause__ is not None


def test_a_picture_of_a_link_is_large_enough_to_be_read() -> None:
    picture = qr_picture("https://t.me/relais_demo_bot?start=AAAAAAAAAAAAAAAAAAAAAA")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))

    assert picture[:4] == b"\x89PNG"
    assert width > 1.5 * height


async def test_a_file_arrives_with_its_name_and_its_words(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    file = File(name="relais.html", content=b"<p>some words</p>")

    number = await messenger.send(chat, replace(YES, file=file))

    [bubble] = bubbles(world, chat)
    assert bubble.attachment is not None
    assert (bubble.message_id, bubble.caption) == (number, CANARY_TEXT)
    assert (bubble.attachment.file_name, bubble.attachment.content) == (file.name, file.content)
    assert bubble.inline_keyboard


async def test_earlier_messages_are_taken_back_first(
    messenger: TelegramMessenger, world: World, chat: Chat
) -> None:
    first = await messenger.send(chat, HELLO)
    second = await messenger.send(chat, HELLO)

    last = await messenger.send(chat, replace(HELLO, clears=(first, second, 999)))

    assert [bubble.message_id for bubble in bubbles(world, chat)] == [last]


async def test_what_cannot_be_taken_back_stops_nothing(
    messenger: TelegramMessenger, world: World, chat: Chat, clock: StillClock
) -> None:
    first = await messenger.send(chat, HELLO)
    clock.pass_by(timedelta(hours=49))

    await messenger.send(chat, replace(HELLO, clears=(first,)))

    assert len(bubbles(world, chat)) == 2
