"""Plays one figure in a process of its own, which says nothing but what the figure came to."""

import asyncio
import gc
import logging
from collections.abc import Coroutine
from time import perf_counter
from traceback import format_exc
from typing import Any, cast

import structlog

from tests.campaign.figures import FIGURES
from tests.campaign.trial import NONE, Outcome, Trial
from tests.migrated import fill

SELDOM = 50_000
"""How many objects more are to be there before the youngest are looked through."""


def played(name: str, database: str, trial: Trial) -> tuple[Outcome, float]:
    """Make the tables, play, and return the outcome with the seconds that it took."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    figure = next(one for one in FIGURES if one.name == name)
    if database != NONE:
        fill(trial.database_url)
    # Most of what is there is there for good, or gone by itself: looked through seldom, it costs a
    # tenth less.
    gc.freeze()
    gc.set_threshold(SELDOM)
    begun = perf_counter()
    try:
        outcome = asyncio.run(cast("Coroutine[Any, Any, Outcome]", figure.play(trial)))
    except Exception:  # noqa: BLE001 - some cannot be sent back as they are
        outcome = Outcome(reached="it ended early", faults=[format_exc()])
    return outcome, perf_counter() - begun
