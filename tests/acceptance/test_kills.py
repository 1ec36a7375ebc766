"""`kill -9` at any moment of the path: people are patient, and nothing is lost in silence."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from bot.domain.delivery import State
from tests.acceptance.checking import complaints
from tests.acceptance.deaths import deaths
from tests.acceptance.hard_stage import LOG, PATIENCE, HardStage, PatientPhone, dying
from tests.acceptance.recording import records_of
from tests.canaries import CANARY_NAME
from tests.log_scan import find_leaks

TUESDAY_BEFORE_DAWN = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
SEVEN = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
DAYS_PLANNED = {"2026-11-24", "2026-11-25", "2026-11-26"}
ALREADY = "C’est déjà noté"
SEEDS = [int(one) for one in os.environ.get("KILL_SEED", "1,2").split(",")]
"""Where the kills come from; the variable gives others."""

KILLS = 27
KILLS_ON_POSTGRES = 10
HURRIED = 20


@pytest.mark.parametrize("seed", SEEDS)
async def test_nothing_is_lost_or_sent_too_often(
    sqlite_url: str, tmp_path: Path, seed: int
) -> None:
    await play_and_check(sqlite_url.replace("+aiosqlite", ""), tmp_path, (seed, KILLS))


@pytest.mark.postgresql
async def test_nothing_is_lost_or_sent_too_often_on_postgresql(
    postgres_url: str, tmp_path: Path
) -> None:
    await play_and_check(postgres_url, tmp_path, (SEEDS[0], KILLS_ON_POSTGRES), pace=HURRIED)


async def play_and_check(url: str, folder: Path, kills: tuple[int, int], *, pace: int = 1) -> None:
    seed, number = kills
    async with dying(url, folder, deaths(seed, number), pace=pace) as stage:
        await play(stage)
        await stage.outlive()
        records = await records_of(stage.database, stage.world)

    assert len(stage.bot.killed) == number
    assert complaints(replace(records, swallowed=stage.swallowed)) == [], f"KILL_SEED={seed}"
    assert {one.rpartition(" ")[2] for one in records.mornings} >= DAYS_PLANNED
    assert find_leaks((folder / LOG).read_text()) == []


async def play(stage: HardStage) -> None:
    """The whole path, as people play it who get no answer now and then."""
    coach, person = stage.phone("Nadia"), stage.phone("Someone")
    await coach_comes_in(stage, coach)
    await person_comes_in(coach, person)
    await wakeup_is_proposed(coach, person)
    await wakeup_is_agreed(person)
    await morning(stage, person)
    await coach.until(
        coach.shows("Ce matin\u00a0: debout"),
        coach.write("/menu"),
        coach.tap("Personnes"),
        coach.tap(CANARY_NAME),
    )


async def coach_comes_in(stage: HardStage, coach: PatientPhone) -> None:
    invitation = await stage.first_invitation("Nadia")
    await coach.until(coach.offers("Français"), coach.open(invitation))
    await coach.until(coach.offers("Oui"), coach.tap("Français"))
    await coach.until(coach.offers("09:00"), coach.tap("Oui"))
    await coach.until(coach.offers("Inviter"), coach.tap("09:00"), coach.write("/menu"))


async def person_comes_in(coach: PatientPhone, person: PatientPhone) -> None:
    await coach.until(coach.shows("?start="), coach.tap("Inviter"), coach.write(CANARY_NAME))
    await person.until(person.offers("Continuer"), person.open(coach.link()))
    taps = ("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui")
    for label, following in pairwise(taps):
        await person.until(person.offers(following), person.tap(label))
    await person.until(person.offers("Ma journée"), person.tap("Oui"), person.write("/menu"))


async def wakeup_is_proposed(coach: PatientPhone, person: PatientPhone) -> None:
    # Somebody's card has a button that begins with this word. And the name stands in two lists:
    # only from a menu that has just come does the newest of them lead to the reminder.
    await coach.until(
        coach.offers("Proposer", whole=True),
        coach.tap("Oui, bonne personne"),
        coach.write("/menu"),
        coach.tap("Nouveau rappel"),
        coach.tap("Réveil"),
        coach.tap(CANARY_NAME),
        coach.write("/menu"),
        coach.tap("Personnes"),
        coach.tap(CANARY_NAME),
    )
    await person.until(
        person.shows("te propose un réveil"),
        coach.tap("Proposer", whole=True),
        person.write("/menu"),
        person.tap("Ma journée"),
        person.tap("Mon réveil"),
    )


async def wakeup_is_agreed(person: PatientPhone) -> None:
    await person.until(
        person.offers("19:00"),
        person.tap("D’accord"),
        person.write("/menu"),
        person.tap("Ma journée"),
        person.tap("Mon réveil"),
        person.tap("Veille et départ"),
    )
    await person.until(person.offers("08:00"), person.tap("19:00"))
    await person.until(person.offers("09:00"), person.tap("08:00"))
    await person.until(person.shows("Garde aussi ton réveil"), person.tap("09:00"))


async def morning(stage: HardStage, person: PatientPhone) -> None:
    await stage.go_to(TUESDAY_BEFORE_DAWN)
    await stage.go_to(SEVEN)
    await person.until(
        person.shows("C’est l’heure du réveil"), stage.quiet, lambda: stage.pass_time(minutes=8)
    )
    await person.until(person.shows("Je t’écris", ALREADY), person.tap("Encore 8 minutes"))
    await stage.pass_time(minutes=8)
    await person.until(person.shows("Étape 1 sur 5", ALREADY), person.tap("Je suis debout"))


async def test_told_to_stop_it_leaves_nothing_half_sent(sqlite_url: str, tmp_path: Path) -> None:
    url = sqlite_url.replace("+aiosqlite", "")
    async with dying(url, tmp_path, []) as stage:
        coach = stage.phone("Nadia")
        await coach.until(coach.offers("Français"), coach.open(await stage.first_invitation("N")))
        answered = len(stage.world.accepted)
        for _ in range(20):
            stage.world.write(coach.id, "/menu")
        await stage.world.settled(lambda: len(stage.world.accepted) > answered, within=PATIENCE)
        await stage.bot.stop_within(seconds=10)
        records = await records_of(stage.database, stage.world)

    assert State.SENDING not in {one.state for one in records.sendings}
    assert len(records.arrivals) <= len(records.sendings)
