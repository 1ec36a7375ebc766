"""A coach's morning digest over the Bot API: who needs something, a tap, the week, silence."""

from dataclasses import dataclass

import pytest

from tests.acceptance import desk
from tests.acceptance.desk import are_there, comes_to_work, is_brought_in
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME
from tests.services.plays import ON_SQLITE
from tests.services.test_contacting import paris

pytestmark = ON_SQLITE

OTHERS = ["P01", "P02", "P03"]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a coach and somebody they support read and tap."""

    desk: desk.Words
    change_time: tuple[str, ...]
    wakeup: tuple[str, ...]
    proposed: str
    agrees: str
    agreed: str
    note: str
    up: str
    digest: str
    several: str
    asks: str
    still: str
    contact: str
    unreached: str
    silent: str
    more: str
    call: str
    will_call: str
    awaits: str
    called: str
    days: tuple[str, ...]
    week: str


FRENCH = Words(
    desk=desk.FRENCH,
    change_time=("Résumé du matin", "Changer l’heure", "09:30"),
    wakeup=("Nouveau rappel", "Réveil", "Proposer"),
    proposed="vous propose un réveil",
    agrees="D’accord",
    agreed="est d’accord",
    note="pas de réponse ce matin",
    up="Je suis debout",
    digest="à voir aujourd’hui",
    several="4 personnes à voir aujourd’hui",
    asks=f"{CANARY_NAME} demande un contact",
    still="Toujours à lire",
    contact="demande un contact depuis mardi 24 novembre, 10:00",
    unreached="ne reçoit pas mes messages",
    silent="pas de réponse au réveil",
    more="Et une autre personne, dans votre liste",
    call="J’appelle",
    will_call=f"Vous allez appeler {CANARY_NAME}",
    awaits="attend votre appel",
    called="Vu par Nadia à 09:31. Nadia va vous appeler.",
    days=("mardi 24 novembre", "mercredi 25 novembre", "jeudi 26 novembre"),
    week="messages envoyés\u00a0: 4, avec réponse\u00a0: 1, jamais arrivés\u00a0: 0",
)
ENGLISH = Words(
    desk=desk.ENGLISH,
    change_time=("Morning digest", "Change the time", "09:30"),
    wakeup=("New reminder", "Wake-up", "Propose"),
    proposed="proposes a wake-up",
    agrees="I agree",
    agreed="agrees",
    note="no answer this morning",
    up="I’m up",
    digest="to look at today",
    several="4 people to look at today",
    asks=f"{CANARY_NAME} asks for a contact",
    still="Still to read",
    contact="asks for a contact since Tuesday 24 November, 10:00",
    unreached="does not get my messages",
    silent="no answer to the wake-up",
    more="And one more person, in your list",
    call="I call",
    will_call=f"You will call {CANARY_NAME}",
    awaits="is waiting for your call",
    called="Seen by Nadia at 09:31. Nadia will call you.",
    days=("Tuesday 24 November", "Wednesday 25 November", "Thursday 26 November"),
    week="messages sent: 4, answered: 1, never received: 0",
)
IN_EACH_LANGUAGE = pytest.mark.parametrize("words", [FRENCH, ENGLISH], ids=["fr", "en"])


def digests(coach: Phone, words: Words) -> list[str]:
    """Return what the digests of a coach say, in the order in which they came."""
    return [one.words for one in coach.messages if words.digest in one.words]


async def begins(stage: Stage, words: Words) -> tuple[Phone, Phone]:
    """Let a coach come in who wants the digest at half past nine, and somebody they support."""
    coach = await comes_to_work(stage, "Nadia", words.desk)
    await coach.tap(*words.change_time)
    return coach, await is_brought_in(stage, coach, words.desk)


@IN_EACH_LANGUAGE
async def test_three_silent_mornings_stand_in_it_once_each_and_then_the_week(
    stage: Stage, words: Words
) -> None:
    coach, person = await begins(stage, words)
    await coach.tap(*words.wakeup)
    await person.reads(words.proposed)
    await person.tap(words.agrees, "19:00", "08:00", "09:00")
    await coach.reads(words.agreed)

    for day, silent in enumerate(words.days, start=24):
        await stage.go_to(paris(day, 9, 29))
        assert words.note in coach.screen
        await stage.go_to(paris(day, 9, 31))
        assert f"{words.silent}, {silent}" in digests(coach, words)[-1]
    assert len(digests(coach, words)) == 3
    await coach.tap(f"{words.call} {CANARY_NAME}")
    assert words.will_call in coach.screen

    for day in (27, 30):
        await stage.go_to(paris(day, 7, 1))
        await person.tap(words.up)
    await stage.go_to(paris(30, 9, 29))
    assert not any(words.week in one.words for one in coach.messages)
    await stage.go_to(paris(30, 9, 31))
    assert words.week in coach.screen
    assert words.digest not in coach.screen


@IN_EACH_LANGUAGE
async def test_of_four_people_three_are_named_and_the_rest_is_a_line(
    stage: Stage, words: Words
) -> None:
    coach, person = await begins(stage, words)
    others = await are_there(stage, "Nadia", OTHERS)
    await stage.go_to(paris(23, 18))
    said = coach.messages
    await stage.go_to(paris(24, 10))
    assert coach.messages == said

    for other in others:
        stage.world.block(other.id)
    await person.write("/contact")
    await coach.reads(words.asks)
    await stage.go_to(paris(24, 11))
    await coach.reads(words.still)
    await stage.go_to(paris(25, 9, 31))
    assert words.several in coach.screen
    assert f"{CANARY_NAME} {words.contact}" in coach.screen
    named = [name for name in OTHERS if f"{name} {words.unreached}" in coach.screen]
    assert len(named) == 2
    assert words.more in coach.screen
    assert coach.labels[0] == f"{words.call} {CANARY_NAME}"
    assert sorted(coach.labels[1:3]) == named

    await coach.tap(f"{words.call} {CANARY_NAME}")
    assert words.awaits in coach.screen
    await person.reads(words.called)
    await stage.go_to(paris(25, 18))
    said = coach.messages
    await stage.go_to(paris(27, 18))
    assert coach.messages == said
    assert len(digests(coach, words)) == 1
