"""How texts of exercises and programmes are written: as all words, in both forms of address."""

from collections.abc import Collection, Iterator

from fluent.syntax import ast

from bot.domain.exercise import WRITTEN, StepKind
from bot.domain.people import Language
from bot.library import french, rules
from bot.library.avoiding import Avoid
from bot.library.entries import Entry
from bot.library.exercises import Exercises
from bot.library.faults import Fault
from bot.library.job_phases import JobPhases
from bot.library.programmes import Programmes
from bot.library.tellings import ByKey, Told

TITLE = ("title",)
TECHNIQUES = "techniques"


def faults(exercises: Exercises | Programmes | JobPhases, avoid: Avoid) -> Iterator[Fault]:
    """Yield what is not written as agreed."""
    sentences = frozenset(_sentences(exercises) if isinstance(exercises, Exercises) else ())
    for language, plain in exercises.told.plain.items():
        familiar = exercises.told.familiar.get(language, {})
        for told in (*plain.values(), *familiar.values()):
            yield from _style(told, language, avoid=avoid, sentences=sentences)
        if language is Language.FRENCH:
            yield from _plain_address(plain, familiar)
        yield from _familiar_address(plain, familiar)


def _sentences(exercises: Exercises) -> Iterator[str]:
    """Yield the keys of options that may be whole sentences: examples, and what homework offers."""
    homework = {id_: one.homework for id_, one in exercises.by_id.items() if one.homework}
    coming_back = {one.again.plays for one in homework.values() if one.again}
    for exercise in exercises.by_id.values():
        is_homework = exercise.id in homework or exercise.id in coming_back
        kinds = WRITTEN | {StepKind.ONE, StepKind.SEVERAL} if is_homework else WRITTEN
        for step in exercise.steps:
            if step.kind in kinds:
                yield from (exercise.label(step, option) for option in step.options)


def _style(
    told: Told, language: Language, *, avoid: Avoid, sentences: Collection[str]
) -> Iterator[Fault]:
    entry = _entry(told)
    entries = {entry.key: entry}
    yield from rules.length(entry, entries)
    if told.key in sentences:
        yield from rules.sentence(entry, entries)
    elif told.place == TITLE or told.is_label:
        yield from rules.label(entry, entries)
    yield from rules.lock_screen(entry, entries, language=language, avoid=avoid)
    for what in (*rules.signs(told.text, language), *avoid.complaints(told.text, language)):
        yield told.fault(what)
    if told.file.parent.parent.name == TECHNIQUES:
        for what in avoid.unsafe(told.text, language):
            yield told.fault(what)


def _plain_address(plain: ByKey, familiar: ByKey) -> Iterator[Fault]:
    for key, told in plain.items():
        if word := french.tu_in(told.text):
            yield told.fault(f"says tu: “{word}”")
        if (word := french.vous_in(told.text)) and key not in familiar:
            yield told.fault(f"says “{word}” and is missing with tu")


def _familiar_address(plain: ByKey, familiar: ByKey) -> Iterator[Fault]:
    for key, told in familiar.items():
        if word := french.vous_in(told.text):
            yield told.fault(f"says vous: “{word}”")
        if key in plain and plain[key].text == told.text:
            yield told.fault(f"says the same as {plain[key].file.name}: leave it out")


def _entry(told: Told) -> Entry:
    """Return a text as the rules of words know it; the first line of a message shows its title."""
    return Entry(
        key=".".join(told.place),
        file=told.file,
        line=told.line,
        pattern=ast.Pattern([ast.TextElement(told.text)]),
        notes={"lock-screen": ""} if told.place == TITLE else {},
    )
