"""A bare loop over `bot.send_message`: the library alone, so many at once, with either client."""

import argparse
import asyncio
from collections.abc import Iterator

from telegram import Bot

from bot.chat.connection import Line, make_bot
from tests.bench.bare import WORDS, keyboard, say, told
from tests.bench.cast import FIRST_ID, TOKEN


async def send(bot: Bot, messages: int, at_once: int) -> None:
    """Send to as many chats as there are messages, several at once."""
    chats = iter(range(FIRST_ID, FIRST_ID + messages))
    await asyncio.gather(*(_send_in_turn(bot, chats) for _ in range(at_once)))


async def _send_in_turn(bot: Bot, chats: Iterator[int]) -> None:
    markup = keyboard()
    for chat in chats:
        await bot.send_message(chat, WORDS, reply_markup=markup)


async def main() -> None:
    """Connect and say so; send as many as each order asks for, and say so."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--at-once", type=int, required=True)
    parser.add_argument("--ours", action="store_true", help="over the client of Relais")
    asked = parser.parse_args()
    usual = Bot(TOKEN, base_url=f"{asked.url}/bot")
    async with make_bot(Line(token=TOKEN, base_url=asked.url)) if asked.ours else usual as bot:
        say("ready")
        while messages := await told():
            await send(bot, messages, asked.at_once)
            say("done")


if __name__ == "__main__":
    asyncio.run(main())
