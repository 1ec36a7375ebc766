"""How the preparation of a workshop is told without names: its lines, the words of its picture."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.board import Mark
from bot.domain.message import Phrase
from bot.domain.preparation import Counted, Overview
from bot.pictures import overview as drawn
from bot.services.homework_labels import REASONS
from bot.services.picturing import MARKS


def lines_of(overview: Overview) -> Iterator[Phrase]:
    """Yield the lines that name nobody."""
    if overview.workshop:
        yield overview.workshop
        yield coming_of(overview.coming)
    for one in overview.exercises:
        counts = each([(MARKS[mark], count) for mark, count in one.counts.items()])
        if counts:
            yield Phrase("line-board-counts", {"title": one.title, "counts": counts})
    if not overview.exercises:
        yield Phrase("prepare-nothing")
    if overview.reasons:
        yield Phrase("line-reasons", {"counts": each(reasons_of(overview))})
    if overview.themes:
        yield Phrase("line-themes", {"counts": each(themes_of(overview))})


def coming_of(coming: tuple[int, int, int] | None) -> Phrase:
    """Return how many come, do not come, and have not said, or that nobody is asked yet."""
    if coming is None:
        return Phrase("line-coming-not-asked")
    yes, no, unsaid = coming
    return Phrase("line-coming-counts", {"yes": yes, "no": no, "unsaid": unsaid})


def reasons_of(overview: Overview) -> Sequence[tuple[Phrase, int]]:
    """Return the reasons, as they are said, with how many people gave each."""
    return [(REASONS[one], count) for one, count in overview.reasons.items()]


def themes_of(overview: Overview) -> Sequence[tuple[Phrase, int]]:
    """Return the themes, as they are said, with how many people met each."""
    return [(Phrase(key), count) for key, count in overview.themes.items()]


def words_of(overview: Overview, say: Callable[[Phrase], str]) -> drawn.Words:
    """Return the words of the picture."""
    blocks = [
        (Phrase("prepare-reasons"), reasons_of(overview)),
        (Phrase("prepare-themes"), themes_of(overview)),
    ]
    return drawn.Words(
        title=say(Phrase("prepare-title", {"group": overview.group})),
        workshop=say(overview.workshop) if overview.workshop else "",
        exercises=[(say(one.title), _marked(one, say)) for one in overview.exercises],
        nothing=say(Phrase("prepare-nothing")),
        blocks=[
            drawn.Block(heading=say(heading), counts=[(say(one), count) for one, count in counts])
            for heading, counts in blocks
            if counts
        ],
        foot=say(Phrase("prepare-foot")),
    )


def each(counts: Sequence[tuple[Phrase, int]]) -> tuple[Phrase, ...]:
    """Return a line for each."""
    return tuple(_count(what, count) for what, count in counts)


def _marked(one: Counted, say: Callable[[Phrase], str]) -> Sequence[tuple[Mark, str]]:
    return [(mark, say(_count(MARKS[mark], count))) for mark, count in one.told.items()]


def _count(what: Phrase, count: int) -> Phrase:
    return Phrase("board-count", {"mark": what, "count": count})
