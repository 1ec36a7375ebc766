"""Changing the language, and vous or tu."""

from dataclasses import replace

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Address, Language, Standing, Voice
from bot.services import helping, menus
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import chats

VOICES = (
    ("button-french-vous", Language.FRENCH, Address.VOUS),
    ("button-french-tu", Language.FRENCH, Address.TU),
    ("button-english", Language.ENGLISH, Address.VOUS),
)


async def ask(scene: Scene, args: Plain) -> None:
    """Offer every voice; who is in goes back to what can be set."""
    del args
    is_in = scene.person is not None and scene.person.standing is Standing.ACTIVE
    way_back = (menus.TO_SETTINGS,) if is_in else ()
    rows = tuple(
        (Button(Phrase(key), "speak", {"language": language, "address": address}),)
        for key, language, address in VOICES
    )
    await show(scene, Message(says=Phrase("language-question"), rows=(*rows, *way_back)))


async def speak(scene: Scene, args: Plain) -> None:
    """Keep the voice that was tapped; the two buttons at the bottom change with it."""
    voice = Voice(language=Language(args["language"]), address=Address(args["address"]))
    await keep(scene, voice)
    await show(scene, Message(says=Phrase("language-kept")))
    if scene.person:
        is_other = voice.language is not scene.chat.voice.language
        if is_other and scene.person.standing is Standing.ACTIVE:
            await say(scene, Message(says=Phrase("language-buttons"), keyboard=True))
        await say(scene, await helping.whole_menu(scene, scene.person))


async def keep(scene: Scene, voice: Voice) -> Scene:
    """Keep how somebody wants to be spoken to, and return the scene as it goes on."""
    await chats.speak(scene.session, scene.chat.id, voice)
    return replace(scene, chat=replace(scene.chat, voice=voice))
