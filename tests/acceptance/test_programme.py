"""Eight workshops, six people, two facilitators: everybody lives the weeks in their own way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from tests.acceptance.groups import ENGLISH, ENTERS, FRENCH, enters_as_lead, joins, tuesdays
from tests.acceptance.stage import PATIENCE, Phone, Stage
from tests.canaries import CANARY_ANSWER, CANARY_TEXT

FIRST = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
AFTER = timedelta(hours=2, minutes=5)
REMINDED = timedelta(hours=19, minutes=1)
"""From the beginning of a workshop to nine o’clock on the day after."""

BEFORE = timedelta(days=6, hours=21)
WORKSHOPS = 8
UNREACHED_FROM = 4
NAMES = ("Ana", "Bo", "Chloe", "Dan", "Eve", "Fay")
GIVEN = ("Avant le prochain atelier", "Before the next workshop")
OPENLY = "Je le dis au groupe"
MANY = 40
"""More questions than any exercise asks: one that never ends is told, and not played for ever."""

INFORMAL = ("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui")
TO_ENGLISH = FRENCH[:2] + ENGLISH[2:]


@dataclass(frozen=True)
class Words:
    """What the buttons of an exercise say in one language."""

    exercises: str
    start: str
    go_on: str
    moves: tuple[str, str, str]
    done: str
    enough: str
    useful: str
    everything: str
    state: str
    nothing: str


FR = Words(
    exercises="/exercices",
    start="Commencer",
    go_on="Continuer l’exercice",
    moves=("Passer", "Retour", "Arrêter ici"),
    done="Terminé",
    enough="Cela suffit",
    useful="Un peu",
    everything="Tout",
    state="Seulement",
    nothing="Garder pour moi",
)
EN = Words(
    exercises="/exercises",
    start="Start now",
    go_on="Go on now",
    moves=("Skip", "Back", "Stop here"),
    done="Done",
    enough="That is enough",
    useful="A bit",
    everything="Everything",
    state="Only that",
    nothing="Keep it private",
)


async def test_a_whole_programme(stage: Stage) -> None:
    lina = await tuesdays(stage)
    omar = await enters_as_lead(lina, stage.phone("Omar"), "Omar")
    cast = await Cast.coming_in(stage, lina)
    for week in range(WORKSHOPS):
        lead = (lina, omar)[week % 2]
        begins = FIRST + week * WEEK
        await stage.go_to(begins + AFTER)
        if week == UNREACHED_FROM:
            stage.world.block(cast.eve.id)
        titles = await give(lead)
        await cast.live(week)
        await stage.go_to(begins + REMINDED)
        await plays(cast.dan, titles[0], FR, answer=CANARY_TEXT, shows=FR.state)

        await stage.go_to(begins + BEFORE)
        found = await seen(lead, titles)

        reached = week < UNREACHED_FROM
        assert found == {
            "Ana": ["fait", "reçu"],
            "Bo": ["reçu", "fait"],
            "Chloe": ["pas cette semaine", "pas cette semaine"],
            "Dan": ["fait", "moment choisi"],
            "Eve": ["reçu", "reçu"] if reached else ["pas reçu", "pas reçu"],
            "Fay": ["commencé", "reçu"],
        }
    await omar.tap("Ana", "Merci")
    await cast.ana.reads("Omar vous dit merci")
    for lead in (lina, omar):
        read = "\n".join(message.words for message in lead.messages)
        assert not [canary for canary in (CANARY_ANSWER, CANARY_TEXT) if canary in read]


@dataclass(frozen=True, kw_only=True)
class Cast:
    """The six of the group."""

    ana: Phone
    bo: Phone
    chloe: Phone
    dan: Phone
    eve: Phone
    fay: Phone

    @classmethod
    async def coming_in(cls, stage: Stage, lead: Phone) -> "Cast":
        """Let all of them come into the group."""
        fay = stage.phone("Fay", "en")
        return cls(
            ana=await joins(lead, stage.phone("Ana"), "Ana", to=FRENCH),
            bo=await joins(lead, stage.phone("Bo"), "Bo", to=FRENCH, enters=INFORMAL),
            chloe=await joins(lead, stage.phone("Chloe"), "Chloe", to=FRENCH),
            dan=await joins(lead, stage.phone("Dan"), "Dan", to=FRENCH),
            eve=await joins(lead, stage.phone("Eve"), "Eve", to=FRENCH),
            fay=await joins(lead, fay, "Fay", to=TO_ENGLISH, enters=ENTERS[ENGLISH]),
        )

    async def live(self, week: int) -> None:
        """Let each of them do what they do with two exercises; Eve does nothing."""
        for one in (self.bo, self.chloe, self.dan):
            await told(one, week + 1)
        first, second = titles = await told(self.ana, week + 1)
        english = await told(self.fay, week + 1)
        await plays(self.ana, first, FR, answer=CANARY_ANSWER, shows=FR.state)
        await plays(self.bo, second, FR, answer=OPENLY, shows=FR.everything)
        for title in titles:
            await lets_go(self.chloe, title)
            await plans(self.dan, title)
        await plays(self.fay, english[0], EN, answer=CANARY_TEXT, shows=EN.nothing)


async def seen(lead: Phone, titles: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return which marks the board shows for everybody, exercise by exercise."""
    await lead.write("/groupes")
    await lead.tap("Mardi", "Tableau", "Une par une")
    found = {}
    for name in NAMES:
        await lead.tap(name)
        lines = lead.screen.replace("\N{NO-BREAK SPACE}", " ").splitlines()
        marks = dict(line[2:].rsplit(" : ", 1) for line in lines if line.startswith("• "))
        found[name] = [marks[title] for title in titles]
        await lead.tap("Retour")
    return found


async def give(lead: Phone) -> Sequence[str]:
    """Give the group what is suggested after the workshop that is over, and return its titles."""
    await lead.write("/groupes")
    await lead.tap("Mardi", "Exercices")
    titles = [line[2:] for line in lead.screen.splitlines() if line.startswith("• ")]
    await lead.tap("Proposer au groupe")
    return titles


async def told(phone: Phone, times: int) -> Sequence[str]:
    """Wait until somebody was told so often of exercises for the group; return the latest."""

    def given() -> Sequence[str]:
        return [one.words for one in phone.messages if one.words.startswith(GIVEN)]

    await phone.world.settled(lambda: len(given()) == times, within=PATIENCE)
    return [line[2:] for line in given()[-1].splitlines() if line.startswith("• ")]


async def plays(phone: Phone, title: str, words: Words, *, answer: str, shows: str) -> None:
    """Play an exercise from its first question to what is shown of it.

    The first answer of each question is tapped; where none is offered, one is written. What cannot
    be shown whole is shown as done.
    """
    await phone.write(words.exercises)
    await phone.tap(title, words.start)
    for _ in range(MANY):
        offered = phone.labels
        if words.go_on in offered:
            # The first answer was a very tense one: something calming was offered before.
            await phone.tap(words.go_on)
        elif words.enough in offered:
            await phone.tap(words.enough)
        elif words.useful in offered:
            await phone.tap(words.useful)
            is_offered = any(shows in one for one in phone.labels)
            await phone.tap(shows if is_offered else words.state)
            return
        elif offered[0] in words.moves:
            await phone.write(answer)
        else:
            await phone.tap(offered[0])
            if words.done in offered[1:]:
                await phone.tap(words.done)
    pytest.fail(f"{title} does not end: {phone.screen}")


async def lets_go(phone: Phone, title: str) -> None:
    """Choose not to do an exercise this week."""
    await phone.write(FR.exercises)
    await phone.tap(title, "Pas cette semaine", "Énergie ou temps")


async def plans(phone: Phone, title: str) -> None:
    """Choose nine o’clock on the next day."""
    await phone.write(FR.exercises)
    await phone.tap(title, "Plus tard", "Demain")
    await phone.write("9h")
    await phone.tap("Après le café", "La fatigue")
