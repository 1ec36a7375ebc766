"""A group’s own chat over the Bot API: connected by a link, reminded; an outing from end to end."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tests.acceptance.groups import ENGLISH, FRENCH, joins, tuesdays, tuesdays_in_english
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_TEXT
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE

THE_EVE = datetime(2026, 11, 30, 17, 5, tzinfo=UTC)
NAMES = ("Lina", "Sami", "Noa")


@dataclass(frozen=True, kw_only=True)
class Chat:
    """A group’s phones, and the same with the chat open in which they all are."""

    lina: Phone
    sami: Phone
    noa: Phone
    group: int

    def on(self, phone: Phone) -> Phone:
        """Return the chat on one of the phones."""
        return phone.there(self.group)

    @property
    def names(self) -> list[str]:
        """Who is named by the bot in the chat, as it stands now."""
        said = [one.words for one in self.on(self.lina).messages]
        return [name for name in NAMES if any(name in words for words in said)]


async def meets(stage: Stage, lina: Phone, words: tuple[str, str, str, str]) -> Chat:
    """Let Sami and Noa into the group, and all three into a chat that the bot is not in."""
    language = "fr" if words == FRENCH else "en"
    sami, noa = stage.phone("Sami", language), stage.phone("Noa", language)
    for name, phone in (("Sami", sami), ("Noa", noa)):
        await joins(lina, phone, name, to=words)
    members = [phone.id for phone in (lina, sami, noa)]
    group = stage.world.add_group(title="Nous autres", members=members, has_bot=False)
    return Chat(lina=lina, sami=sami, noa=noa, group=group.id)


async def test_a_chat_is_connected_and_an_outing_proposed_in_french(stage: Stage) -> None:
    chat = await meets(stage, await tuesdays(stage), FRENCH)
    lina, sami, noa = chat.lina, chat.sami, chat.noa
    await lina.write("/groupes")
    await lina.tap("Mardi", "Chat du groupe")
    await chat.on(lina).add_bot(lina.address("Choisir le chat"))
    await chat.on(lina).reads("Ce chat est maintenant celui du groupe.")
    await lina.reads("Le chat «\u00a0Nous autres\u00a0» est maintenant celui du groupe")

    await stage.go_to(THE_EVE)
    await chat.on(sami).reads("Atelier 1 demain, mardi 1er décembre, 14:00.")
    stage.world.write(sami.id, CANARY_TEXT, chat_id=chat.group)
    await chat.on(sami).write("/moi")
    assert chat.on(sami).screen == "Je réponds seulement en privé."
    await chat.on(sami).write("/proposer")
    assert chat.on(sami).address("Proposer une sortie").endswith("?start=proposer")
    assert chat.names == []

    await sami.open("proposer")
    for typed in ("un café", "4/12", "15h", "devant la gare"):
        await sami.write(typed)
    await sami.tap("Sans limite", "Écrire au groupe")
    await chat.on(noa).reads("Sami propose\u00a0: un café")
    await chat.on(noa).tap("J’y vais")
    assert "• Noa" in chat.on(noa).screen
    await sami.write("/sorties")
    await sami.tap("un café", "Confier à quelqu’un", "Noa")
    await noa.reads("Vous organisez maintenant la sortie «\u00a0un café\u00a0»")
    await chat.on(sami).reads("Noa propose\u00a0: un café")
    await noa.tap("Voir la sortie", "Annuler la sortie", "Annuler la sortie")
    await chat.on(sami).reads("N’a pas lieu\u00a0: un café")
    await chat.on(sami).reads("Cette proposition est close.")
    assert chat.names == []


async def test_a_chat_is_connected_and_an_outing_proposed_in_english(stage: Stage) -> None:
    chat = await meets(stage, await tuesdays_in_english(stage), ENGLISH)
    lina, sami, noa = chat.lina, chat.sami, chat.noa
    await lina.write("/groups")
    await lina.tap("Tuesday", "Group chat")
    await chat.on(lina).add_bot(lina.address("Choose the chat"))
    await chat.on(lina).reads("This chat now belongs to the group.")
    await chat.on(sami).write("/help")
    assert chat.on(sami).screen == "I answer in private only."
    await chat.on(sami).write("/propose")
    assert chat.on(sami).screen.startswith("An outing is proposed in private")
    await sami.open("proposer")
    for typed in ("a coffee", "4 December", "3pm", "in front of the station"):
        await sami.write(typed)
    await sami.tap("No limit", "Write it there")
    await chat.on(noa).reads("Sami proposes: a coffee")
    await chat.on(noa).tap("I’m in")
    assert "• Noa" in chat.on(noa).screen
    await chat.on(noa).tap("Not any more")
    assert "Noa" not in chat.on(noa).screen
    await sami.write("/outings")
    await sami.tap("a coffee", "Cancel the outing", "Cancel the outing")
    await chat.on(noa).reads("This proposal is closed.")
    await stage.go_to(THE_EVE)
    await chat.on(noa).reads("Workshop 1 tomorrow, Tuesday 1 December, 14:00.")
    assert chat.names == []
