"""Every figure of the campaign, played for a short while; `make campaign` plays them whole."""

import os
from pathlib import Path

import pytest

from tests.campaign.figures import FIGURES
from tests.campaign.trial import NONE, POSTGRES, SQLITE, Figure, Trial

SEED = int(os.environ.get("CAMPAIGN_SEED", "1"))
"""Where all chance comes from; the variable gives another."""

PLAYED = [
    pytest.param(
        figure,
        database,
        id=f"{figure.name}-{database}",
        marks=[pytest.mark.postgresql] if database == POSTGRES else [],
    )
    for figure in FIGURES
    for database in figure.databases
    if database in figure.briefly
]
URLS = {SQLITE: "sqlite_url", POSTGRES: "postgres_url"}


@pytest.mark.parametrize(("figure", "database"), PLAYED)
async def test_a_figure_is_reached(
    request: pytest.FixtureRequest, tmp_path: Path, figure: Figure, database: str
) -> None:
    url = "" if database == NONE else str(request.getfixturevalue(URLS[database]))
    trial = Trial(number=figure.short, seed=SEED, folder=tmp_path, database_url=url)

    outcome = await figure.play(trial)

    assert list(outcome.faults) == [], f"CAMPAIGN_SEED={SEED}: {outcome.reached}"
