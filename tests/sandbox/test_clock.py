from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.clock import SimulatedClock

START = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class HandClock:
    """A real clock that a test moves by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2030, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def steady(self) -> datetime:
        return self.moment


@pytest.fixture
def real() -> HandClock:
    return HandClock()


@pytest.mark.parametrize(("pace", "passed"), [(0, 0), (1, 1), (60, 60), (0.5, 0.5)])
def test_time_passes_at_the_pace_that_was_asked(
    real: HandClock, pace: float, passed: float
) -> None:
    clock = SimulatedClock(start=START, real=real, pace=pace)

    real.moment += MINUTE

    assert clock.now() == START + passed * MINUTE
    assert clock.pace == pace


def test_a_new_pace_counts_from_now_on_only(real: HandClock) -> None:
    clock = SimulatedClock(start=START, real=real, pace=60)

    real.moment += MINUTE
    clock.run(0)
    real.moment += MINUTE
    clock.run(1)
    real.moment += MINUTE

    assert clock.now() == START + 61 * MINUTE


def test_a_jump_goes_on_at_the_same_pace(real: HandClock) -> None:
    clock = SimulatedClock(start=START, real=real, pace=60)

    clock.jump(START + timedelta(days=1))
    real.moment += MINUTE

    assert clock.now() == START + timedelta(days=1, hours=1)


def test_the_clock_never_goes_back(real: HandClock) -> None:
    clock = SimulatedClock(start=START, real=real)

    with pytest.raises(ValueError, match="only goes forward"):
        clock.jump(START - MINUTE)
    with pytest.raises(ValueError, match="pace"):
        clock.run(-1)

    assert clock.now() == START


def test_leases_see_the_real_time_only(real: HandClock) -> None:
    clock = SimulatedClock(start=START, real=real, pace=60)

    clock.jump(START + timedelta(days=30))
    real.moment += MINUTE

    assert clock.steady() == real.moment
