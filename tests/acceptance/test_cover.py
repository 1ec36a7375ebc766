"""A coach's absence over the Bot API: who reads in their place, and what each is told."""

from dataclasses import dataclass

import pytest

from tests.acceptance import desk
from tests.acceptance.desk import comes_to_work, is_brought_in
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.plays import ON_SQLITE
from tests.services.test_contacting import paris

pytestmark = ON_SQLITE


@dataclass(frozen=True, kw_only=True)
class Words:
    """What two coaches and somebody whom one of them supports read and tap."""

    desk: desk.Words
    absence: str
    mine: str
    asked: str
    cannot: str
    refused: str
    remove: str
    over: str
    contact: str
    still: str
    instead: str
    if_unread: str
    unread: str
    handed: str
    seen: str
    call: str
    receipt: str
    called: str
    by_other: str
    people: str
    nobody: str


FRENCH = Words(
    desk=desk.FRENCH,
    absence="Mon absence",
    mine="que vous ne lisez pas, du mardi 24 novembre au mercredi 25 novembre compris.",
    asked="Nadia vous demande un relais, du mardi 24 novembre au mercredi 25 novembre compris.",
    cannot="Je ne peux pas",
    refused="Karim ne peut pas lire à votre place.",
    remove="Enlever",
    over="Vous ne remplacez plus Nadia pour les demandes.",
    contact=f"{CANARY_NAME} demande un contact.",
    still=f"Toujours à lire\u00a0: {CANARY_NAME} demande un contact.",
    instead="Vous remplacez Nadia pour cette demande.",
    if_unread="Si Nadia ne la lit pas\u00a0: Karim la reçoit.",
    unread="Personne n’a encore lu votre demande.",
    handed="Nadia n’a pas encore lu votre demande.\n\nKarim la reçoit maintenant.",
    seen="Vu",
    call="Je vais appeler",
    receipt="Vu par Nadia à 12:00.",
    called="Vu par Karim à 11:00. Karim va vous appeler.",
    by_other="demande vue mardi 24 novembre à 11:00 par Karim, qui va appeler.",
    people="Personnes accompagnées",
    nobody="Il n’y a encore personne dans votre liste.",
)
ENGLISH = Words(
    desk=desk.ENGLISH,
    absence="My absence",
    mine="do not read, from Tuesday 24 November to Wednesday 25 November included.",
    asked="Nadia asks you to step in, from Tuesday 24 November to Wednesday 25 November included.",
    cannot="I cannot",
    refused="Karim cannot read in your place.",
    remove="Remove",
    over="You no longer get the requests in Nadia’s place.",
    contact=f"{CANARY_NAME} asks for a contact.",
    still=f"Still to read: {CANARY_NAME} asks for a contact.",
    instead="You get this in Nadia’s place.",
    if_unread="If Nadia does not read it: Karim gets it.",
    unread="Nobody has read your request yet.",
    handed="Nadia has not read your request yet.\n\nKarim gets it now.",
    seen="Seen",
    call="I’ll call",
    receipt="Seen by Nadia at 12:00.",
    called="Seen by Karim at 11:00. Karim will call you.",
    by_other=f"{CANARY_NAME}’s request: seen Tuesday 24 November at 11:00 by Karim, who will call.",
    people="People I support",
    nobody="There is nobody on your list yet.",
)
IN_EACH_LANGUAGE = pytest.mark.parametrize("words", [FRENCH, ENGLISH], ids=["fr", "en"])


def times(phone: Phone, says: str) -> int:
    """Return how many messages of a chat say this."""
    return sum(says in one.words for one in phone.messages)


async def come_in(stage: Stage, words: Words) -> tuple[Phone, Phone]:
    """Let two coaches come in, and the first name the other for the Tuesday and the Wednesday."""
    nadia = await comes_to_work(stage, "Nadia", words.desk)
    karim = await comes_to_work(stage, "Karim", words.desk)
    await is_away(nadia, words)
    await karim.reads(words.asked)
    return nadia, karim


async def is_away(coach: Phone, words: Words) -> None:
    """Let a coach name Karim for the Tuesday and the Wednesday."""
    await coach.write("/menu")
    await coach.tap(words.absence, "Karim")
    await coach.write("24/11")
    await coach.write("25/11")
    assert words.mine in coach.screen


@IN_EACH_LANGUAGE
async def test_what_stays_unread_goes_to_who_covers_and_each_knows(
    stage: Stage, words: Words
) -> None:
    nadia, karim = await come_in(stage, words)
    person = await is_brought_in(stage, nadia, words.desk)

    await stage.go_to(paris(24, 9))
    await person.write("/contact")
    assert words.if_unread in person.screen
    await person.write(CANARY_TEXT)
    await stage.go_to(paris(24, 10))
    await nadia.reads(words.still)
    assert times(karim, CANARY_NAME) == 0
    await stage.go_to(paris(24, 11))
    assert words.contact in karim.screen
    assert words.instead in karim.screen
    assert CANARY_TEXT in karim.screen
    await person.reads(words.handed)
    await karim.tap(words.call)
    await person.reads(words.called)
    await nadia.reads(words.by_other)

    await karim.write("/menu")
    await karim.tap(words.people)
    assert words.nobody in karim.screen


@IN_EACH_LANGUAGE
async def test_before_and_after_who_covers_gets_nothing(stage: Stage, words: Words) -> None:
    nadia, karim = await come_in(stage, words)
    person = await is_brought_in(stage, nadia, words.desk)

    for day in (23, 26):
        await stage.go_to(paris(day, 10))
        await person.write("/contact")
        for hour in (11, 12):
            await stage.go_to(paris(day, hour))
        assert words.unread in person.screen
        await nadia.tap(words.seen)
        await stage.pass_time(minutes=1)
        assert words.receipt in person.screen

    assert times(person, words.receipt) == 2
    assert times(person, "Karim") == 0
    assert times(karim, CANARY_NAME) == 0


@IN_EACH_LANGUAGE
async def test_who_is_named_can_say_no_and_the_absence_can_be_taken_back(
    stage: Stage, words: Words
) -> None:
    nadia, karim = await come_in(stage, words)
    await karim.tap(words.cannot)
    await nadia.reads(words.refused)

    await is_away(nadia, words)
    await nadia.tap(words.remove)

    await karim.reads(words.over)
    await nadia.offers("Karim")
