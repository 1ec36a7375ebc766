"""The path as people play it on the demo's page, in real Chromium."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.acceptance.demo_page import DemoPage, Phone, Steps, opened_demo
from tests.sandbox.phones_page import CHROMIUM, launched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="install Chromium: apt-get install chromium"),
]


@dataclass(frozen=True, kw_only=True)
class Play:
    """What is read and tapped on the way, in one language."""

    locale: str
    invites: Steps
    link: str
    enrols: Steps
    proposes: Steps
    accepts: Steps
    agreed: str
    evening: str
    nudge: str
    gets_up: Steps
    first_step: str
    looks: Steps
    seen: str


FRENCH = Play(
    locale="fr-FR",
    invites=(("Que voulez-vous faire", "Inviter"),),
    link="Invitation pour Lou",
    enrols=(
        ("C’est Nadia qui vous invite", "Continuer"),
        ("ni un service d’urgence", "J’ai compris"),
        ("Êtes-vous d’accord", "D’accord"),
        ("Que peut voir Nadia", "L’essentiel"),
        ("On se dit vous, ou tu", "Tu"),
        ("Est-ce aussi ton heure", "Oui"),
    ),
    proposes=(
        ("L’invitation pour Lou est utilisée", "Oui"),
        ("Lou est dans votre liste", "Nouveau rappel"),
        ("Quel rappel pour Lou", "Réveil"),
        ("Un réveil pour Lou", "Proposer"),
    ),
    accepts=(
        ("Nadia te propose un réveil", "D’accord"),
        ("un message la veille", "19:00"),
        ("À quelle heure pars-tu", "08:00"),
        ("pas de réponse ce matin", "09:00"),
    ),
    agreed="Garde aussi ton réveil habituel",
    evening="Demain, réveil à 07:00, départ à 08:00.",
    nudge="C’est l’heure du réveil",
    gets_up=(("C’est l’heure du réveil", "Je suis debout"),),
    first_step="Étape 1 sur 5",
    looks=(("Que voulez-vous faire", "Personnes"), ("• Lou", "Lou")),
    seen="Ce matin : debout, réponse à 07:00",
)

ENGLISH = Play(
    locale="en-GB",
    invites=(
        ("You can also choose English", "English"),
        ("What would you like to do", "Invite"),
    ),
    link="Invitation for Lou",
    enrols=(
        ("You are invited by Nadia", "Continue"),
        ("not an emergency service", "I understand"),
        ("Do you agree", "I agree"),
        ("What may Nadia see", "The essential"),
        ("Is that your time too", "Yes"),
    ),
    proposes=(
        ("The invitation for Lou has been used", "Yes"),
        ("Lou is on your list", "New reminder"),
        ("Which reminder for Lou", "Wake-up"),
        ("A wake-up for Lou", "Propose"),
    ),
    accepts=(
        ("Nadia proposes a wake-up", "I agree"),
        ("a message the evening before", "19:00"),
        ("At what time do you leave home", "08:00"),
        ("no answer this morning", "09:00"),
    ),
    agreed="Keep your own alarm clock too",
    evening="Tomorrow, wake-up at 07:00, leaving at 08:00.",
    nudge="It is time to wake up",
    gets_up=(("It is time to wake up", "I’m up"),),
    first_step="Step 1 of 5",
    looks=(("What would you like to do", "People I support"), ("• Lou", "Lou")),
    seen="This morning: up, answered at 07:00",
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as browser:
        yield browser


@pytest.mark.parametrize(("play", "asks_first"), [(FRENCH, ""), (ENGLISH, "/language")])
async def test_a_morning_is_played_from_the_invitation_to_the_coach(
    browser: Browser, tmp_path: Path, play: Play, asks_first: str
) -> None:
    async with opened_demo(browser, tmp_path, locale=play.locale) as opened:
        coach = opened.phone("Nadia")
        if asks_first:
            await coach.writes(asks_first)

        person = await _comes_in(opened, coach, play)
        await coach.plays(play.proposes)
        await person.plays(play.accepts)
        await person.reads(play.agreed)

        await opened.go("tomorrow", arrives="06:00")
        await person.reads(play.evening)
        await opened.go("next", arrives="07:00")
        await expect(person.region.locator(".preview-body")).to_contain_text(play.nudge)
        await person.plays(play.gets_up)
        await person.reads(play.first_step)

        await coach.opens_menu()
        await coach.plays(play.looks)
        await coach.reads(play.seen)
    assert not opened.complaints


async def _comes_in(opened: DemoPage, coach: Phone, play: Play) -> Phone:
    """Let the coach invite somebody, who opens the link on a new phone and agrees."""
    await coach.plays(play.invites)
    await coach.writes("Lou")
    link = coach.message(play.link).get_by_role("link")
    person = await opened.open_on_new_phone(link, "Lou")
    await person.plays(play.enrols)
    return person
