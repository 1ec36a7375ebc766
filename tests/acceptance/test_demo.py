"""The demo: when it begins, and that its people are in their places."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot import demo


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        ("2026-11-23 23:00", "2026-11-24 08:30"),
        ("2026-11-24 05:00", "2026-11-24 08:30"),
        ("2026-11-20 09:00", "2026-11-23 08:30"),
        ("2026-11-21 09:00", "2026-11-23 08:30"),
        ("2026-12-23 09:00", "2026-12-23 08:30"),
        ("2026-12-24 09:00", "2026-12-28 08:30"),
        ("2026-07-13 09:00", "2026-07-15 07:30"),
    ],
)
def test_it_begins_on_a_working_morning_before_another(today: str, begins: str) -> None:
    morning = demo.working_morning(datetime.fromisoformat(today).replace(tzinfo=UTC))

    assert morning == datetime.fromisoformat(begins).replace(tzinfo=UTC)


async def test_its_people_are_in_their_places(tmp_path: Path) -> None:
    async with demo.playing(tmp_path) as playing:
        world = playing.world
        newest = {
            person.first_name: [message.words for message in world.messages(person.id)][-1:]
            for person in world.people.values()
        }

    assert "Votre réveil" in newest["Camille"][0]
    assert newest["Alex"] == []
    [menu] = newest["Nadia"]
    assert menu.startswith("Bonjour Nadia. Que voulez-vous faire\N{NO-BREAK SPACE}?")
    assert newest["Karim"][0].startswith("Bonjour Karim")
    assert newest["Rose"][0].startswith("Vue d’ensemble, sans aucun nom.")


@pytest.mark.parametrize("to", ["ten", "next", "tomorrow"])
async def test_time_waits_for_the_answer_to_what_was_just_written(tmp_path: Path, to: str) -> None:
    async with demo.playing(tmp_path) as playing:
        world = playing.world
        camille = next(one.id for one in world.people.values() if one.first_name == "Camille")
        answered_by = playing.clock.now() + timedelta(minutes=1)
        headers = {"Origin": playing.address}
        async with httpx.AsyncClient(base_url=playing.address, headers=headers) as page:
            asked = len(world.messages(camille))
            world.write(camille, "/help")
            journey = await page.post("/clock/travel", json={"to": to}, timeout=30)
        answers = [one for one in world.messages(camille)[asked:] if "3114" in one.words]

    assert journey.json()["arrived"]
    assert [one.date < answered_by for one in answers] == [True]


async def test_who_works_there_soon_finds_the_commands_of_their_work(tmp_path: Path) -> None:
    async with demo.playing(tmp_path) as playing:
        world = playing.world
        headers = {"Origin": playing.address}
        async with httpx.AsyncClient(base_url=playing.address, headers=headers) as page:
            await page.post("/clock/travel", json={"to": "ten"}, timeout=30)
        names = {person.first_name: person.id for person in world.people.values()}
        listed = {
            name: {one.command for one in world.commands_for(id_)} for name, id_ in names.items()
        }

    assert "personnes" in listed["Nadia"] - listed["Camille"]
    assert "moi" in listed["Camille"] - listed["Nadia"]
