"""What Prometheus may ask for: counted in the database, so it is the same whoever is asked.

Messages are counted over a window of the past; a figure can go down, so none is a counter.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeHistogramMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from bot.domain.delivery import Class, State
from bot.domain.errors import DatabaseAway
from bot.domain.figures import Backlog, Lateness, Standing, Windows
from bot.store import figures, windows
from bot.web.health import Vitals

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class Metrics(Collector):
    """The figures of one moment."""

    def __init__(self) -> None:
        self._families: list[Metric] = []

    def collect(self) -> Iterator[Metric]:
        """Give every family of figures."""
        yield from self._families

    def standings(self, found: Sequence[Standing]) -> None:
        """Tell how many messages of each class stand in each state; zero where none does."""
        counts = dict.fromkeys(((kind, state) for kind in Class for state in State), 0)
        for one in found:
            counts[one.kind, one.state] += one.count
        family = GaugeMetricFamily(
            "relais_messages",
            "Messages planned, and those due in the last 24 hours, by class and state.",
            labels=("class", "state"),
        )
        for (kind, state), count in counts.items():
            family.add_metric((kind.value, state.value), count)
        self._families.append(family)

    def lateness(self, found: Mapping[Class, Lateness]) -> None:
        """Tell how late messages were sent, as a histogram for each class."""
        family = GaugeHistogramMetricFamily(
            "relais_lateness_seconds",
            "How late the messages due in the last hour were sent, by class.",
            labels=("class",),
        )
        for kind, late in found.items():
            steps = [(str(step.total_seconds()), count) for step, count in late.within.items()]
            family.add_metric(
                (kind.value,), [*steps, ("+Inf", late.count)], late.total.total_seconds()
            )
        self._families.append(family)

    def number(self, name: str, about: str, value: float) -> None:
        """Tell one number."""
        self._families.append(GaugeMetricFamily(f"relais_{name}", about, value=value))


async def scrape(vitals: Vitals) -> bytes:
    """Return the figures of this moment in Prometheus' text form; may raise DatabaseAway."""
    now, steady = vitals.clock.now(), vitals.clock.steady()
    metrics = Metrics()
    async with vitals.database.look() as session:
        metrics.standings(await figures.standings(session, since=now - DAY))
        metrics.lateness(await figures.lateness(session, since=now - HOUR))
        _tell(metrics, await figures.backlog(session, now=now, steady=steady), now, steady=steady)
        _tell_windows(metrics, await windows.count(session, now, since=now - DAY))
        aside = await figures.set_aside(session, limit=0)
    metrics.number("plans_set_aside", "Plans whose days cannot be written.", aside.count)
    metrics.number(
        "heartbeat_age_seconds", "Since the last heartbeat.", vitals.heart.age().total_seconds()
    )
    metrics.number(
        "intake_age_seconds",
        "Since Telegram last answered a question for updates, or brought one.",
        vitals.ears.age().total_seconds(),
    )
    metrics.number(
        "loop_stalled_seconds",
        "How long the loop stood still, at most, in the last hour; 0 if never over a second.",
        vitals.stalls.longest().total_seconds(),
    )
    registry = CollectorRegistry()
    registry.register(metrics)
    return generate_latest(registry)


class MetricsPage:
    """Answers with the figures of the moment, or 503 while the database is away."""

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    async def show(self, request: Request) -> Response:
        """Answer whoever scrapes."""
        del request
        try:
            return Response(await scrape(self._vitals), media_type=CONTENT_TYPE_LATEST)
        except DatabaseAway:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)


def _tell(metrics: Metrics, waits: Backlog, now: datetime, *, steady: datetime) -> None:
    numbers = (
        ("overdue_messages", "Messages that could go out and did not yet.", waits.overdue),
        ("oldest_overdue_seconds", "Age of the oldest of these.", _since(waits.oldest_due, now)),
        ("held_messages", "Messages due in chats to which nothing is sent now.", waits.held),
        ("resting_chats", "Chats in a window in which nothing is sent to them.", waits.resting),
        ("longest_rest_seconds", "Until the last window ends.", -_since(waits.rest_ends, steady)),
        ("unreachable_chats", "Chats that blocked or left the bot.", waits.unreachable),
        ("inbox_updates", "Updates kept and not handled yet.", waits.waiting_updates),
        ("inbox_age_seconds", "Age of the oldest of these.", _since(waits.oldest_update, now)),
        ("dead_letters", "Updates set aside that could not be handled.", waits.dead_letters),
    )
    for name, about, value in numbers:
        metrics.number(name, about, value)


def _tell_windows(metrics: Metrics, found: Windows) -> None:
    numbers = (
        ("windows_open", "Windows of Telegram's (429) that are open.", found.open),
        ("windows_opened", "Such windows that opened in the last 24 hours.", found.opened),
        ("windows_longest_seconds", "The longest of these.", found.longest.total_seconds()),
        ("windows_seconds", "All of these together.", found.total.total_seconds()),
    )
    for name, about, value in numbers:
        metrics.number(name, about, value)


def _since(moment: datetime | None, now: datetime) -> float:
    return (now - moment).total_seconds() if moment else 0.0
