"""The page on which somebody reads all that is kept about them: one HTML file, no script.

It says nothing that the rows do not say, in the words of the person, and prints well.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from html import escape
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from bot.domain.coping import Toolbox
from bot.domain.dialogue import Run
from bot.domain.exercise import Answer, Answers, Exercise, Step, StepKind
from bot.domain.message import Days, Message, Phrase, Value, Values
from bot.domain.people import Voice
from bot.domain.schedule import Rule, local
from bot.library import Library
from bot.library.faults import MissingWord
from bot.services import homework_answers
from bot.services.homework_labels import HABITS, OBSTACLES, REASONS, USEFUL
from bot.services.html_sheets import sheet
from bot.store.exporting import Export, Row
from bot.store.keeping import RULES, Aged

Line: TypeAlias = tuple[str, str]
"""What it is called, and what it is."""

STYLE = """
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 42rem;
  margin: 2rem auto; padding: 0 1rem; color: #1b1f23; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-top: 1px solid #999;
  padding-top: .8rem }
article { margin: .8rem 0; padding-left: .8rem; border-left: 3px solid #bbb; break-inside: avoid }
p { margin: .3rem 0; white-space: pre-line; overflow-wrap: anywhere }
.small { color: #4a5258; font-size: .95rem }
@media (prefers-color-scheme: dark) { @media screen {
  body { color: #e8eaec; background: #16191c } .small { color: #b6bdc3 } } }
"""

LABELS = (HABITS, OBSTACLES, REASONS, USEFUL)

FIELDS: Mapping[str, tuple[str, ...]] = {
    "person": ("name", "standing", "zone", "created_at", "paused_until", "hours"),
    "role": ("role",),
    "chat": ("telegram_id", "language", "address", "heard_at", "reachable", "discreet"),
    "erasure": ("due",),
    "support": ("coach_id", "state", "since"),
    "sharing": ("stream", "audience", "shown"),
    "consent": ("purpose", "version", "given_at", "withdrawn_at", "replaced_at"),
    "look": ("staff_id", "looked_at"),
    "plan": ("kind", "state", "rule", "around", "details", "proposed_by", "created_at"),
    "morning": ("day", "state", "answered_at", "snoozes"),
    "checkin": ("day", "values"),
    "event": ("day", "what"),
    "run": ("day", "state", "run"),
    "assignment": (
        *("assigned_at", "assigned_by", "easier", "state", "outcome", "answers"),
        *("shares", "brings", "thanked_at"),
    ),
    "sentence": ("written_at", "text"),
    "coach_note": ("coach_id", "written_at", "text"),
    "toolbox": ("changed_at", "toolbox"),
    "job_phase": ("job", "day", "shown", "set_by", "set_at"),
    "wishes": ("said", "gentle_until", "resting_since"),
    "contact_request": ("asked_at", "state", "line", "seen_by", "seen_at", "calls"),
    "contact_notice": ("next_at", "step"),
    "desk": ("coach_id", "wall", "next_at", "last_at", "unreachable"),
    "cover": ("coach_id", "cover_id", "first", "last"),
    "group_member": ("since",),
    "group_lead": ("since",),
    "group_invitation": (),
    "attendance": ("coming", "came"),
    "group_chat": (),
    "outing": ("what", "place", "day", "wall", "most", "state"),
    "outing_member": ("name", "since"),
    "question": ("asked_at", "details"),
    "delivery": ("due", "state", "message"),
    "incoming": ("received_at", "raw"),
    "chat_window": ("opened_at", "seconds"),
    "invitation": ("role", "name", "state", "expires_at"),
    "overview_look": ("looked_at",),
    "wrong_code": ("tried_at",),
}
"""What is shown of the rows of each table; the other file has it all."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Whoever reads: how they are spoken to, and by which clock they live."""

    library: Library
    voice: Voice
    zone: ZoneInfo

    def say(self, phrase: Phrase) -> str:
        """Return a phrase in their words."""
        return self.library.say(phrase, self.voice)


def page(export: Export, reader: Reader, now: datetime) -> str:
    """Return the page of all that is kept about somebody."""
    title = reader.say(Phrase("mydata-title"))
    intro = reader.say(Phrase("mydata-intro", {"made": _moment(now, reader)}))
    sections = "".join(_section(table, rows, reader) for table, rows in export.items())
    body = f"<p>{escape(intro)}</p>{sections}"
    return sheet(title, body, language=reader.voice.language, style=STYLE)


def _section(table: str, rows: Sequence[Row], reader: Reader) -> str:
    articles = [_article(_lines(table, row, reader)) for row in rows]
    nothing = "" if rows else f"<p>{escape(reader.say(Phrase('mydata-nothing')))}</p>"
    heading = escape(_heading(table, reader))
    kept = escape(_kept(table, reader))
    return f'<h2>{heading}</h2><p class="small">{kept}</p>{nothing}{"".join(articles)}'


def _article(lines: Sequence[Line]) -> str:
    said = "".join(f"<p>{escape(name)} {escape(value)}</p>" for name, value in lines if value)
    return f"<article>{said}</article>" if said else ""


def _kept(table: str, reader: Reader) -> str:
    """Return how long rows of a table are kept."""
    ages = [rule.age.days for rule in RULES[table] if isinstance(rule, Aged) and rule.age.days]
    if not ages or table in {"person", "chat"}:
        return reader.say(Phrase("mydata-kept"))
    return reader.say(Phrase("mydata-kept-days", {"days": max(ages)}))


def _heading(table: str, reader: Reader) -> str:
    try:
        return reader.say(Phrase(f"mydata-table-{table.replace('_', '-')}"))
    except MissingWord:
        return table


def _lines(table: str, row: Row, reader: Reader) -> list[Line]:
    lines: list[Line] = []
    for column in FIELDS.get(table, tuple(row)):
        if row.get(column) is None:
            continue
        if column in TOLD:
            lines += TOLD[column](row, reader)
        else:
            lines.append((_name(column, reader), _value(row[column], reader)))
    return lines


def _name(column: str, reader: Reader) -> str:
    try:
        return reader.say(Phrase(f"mydata-field-{column.replace('_', '-')}"))
    except MissingWord:
        return f"{column} ="


def _value(value: Any, reader: Reader) -> str:  # noqa: PLR0911 - a line for each kind reads best
    match value:
        case datetime():
            return _moment(value, reader)
        case date():
            return value.strftime("%d/%m/%Y")
        case bool():
            return reader.say(Phrase("mydata-yes" if value else "mydata-no"))
        case StrEnum():
            return _state(value, reader)
        case str():
            return value
        case dict():
            return ", ".join(f"{name} = {_value(one, reader)}" for name, one in value.items())
        case list():
            return ", ".join(_value(one, reader) for one in value)
        case _:
            return str(value)


def _moment(moment: datetime, reader: Reader) -> str:
    return local(moment, reader.zone).strftime("%d/%m/%Y, %H:%M")


def _state(value: StrEnum, reader: Reader) -> str:
    """Return a state or a kind in words; one for which there are none, as it is kept."""
    try:
        return reader.say(Phrase(f"mydata-value-{value.value.replace('_', '-')}"))
    except MissingWord:
        return value.value


def _rule(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield when something comes."""
    try:
        rule = Rule.from_values(row["rule"])
    except (KeyError, TypeError, ValueError):
        yield "", _value(row["rule"], reader)
        return
    key = "rule-with-holidays" if rule.holidays else "rule"
    values: Values = {"days": Days(numbers=rule.days), "time": rule.wall, "starts": rule.starts}
    yield "", reader.say(Phrase(key, values))
    if rule.ends:
        yield "", reader.say(Phrase("line-until", {"day": rule.ends}))


def _around(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield what surrounds a wake-up."""
    keys = {"evening": "line-evening", "leaves": "line-leaving", "tells_coach": "line-telling"}
    for name, wall in row["around"].items():
        if wall:
            yield "", reader.say(Phrase(keys[name], {"time": wall})) if name in keys else str(wall)


def _details(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield what a plan brings; of a reminder the words, as its rule says when it comes."""
    details = row["details"]
    kept = details.get("reminder") if isinstance(details, dict) else None
    if isinstance(kept, dict) and "what" in kept:
        yield _name("what", reader), _value(kept["what"], reader)
    elif details:
        yield _name("details", reader), _value(_without_buttons(details), reader)


def _without_buttons(details: Any) -> Any:
    """Return what a question was about; its buttons are no words of anybody."""
    if not isinstance(details, dict):
        return details
    return {name: one for name, one in details.items() if name != "rows"}


def _run(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield the questions of an exercise with what was answered."""
    run = Run.from_plain(row["run"])
    yield from _answers(run.exercise, run.answers, reader)


def _checkin(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield what a check-in keeps of the answers."""
    yield from _answers(row["exercise"], row["values"], reader)


def _answers(exercise_id: str, answers: Answers, reader: Reader) -> Iterator[Line]:
    exercise = reader.library.exercise(exercise_id)
    steps = {step.id: step for step in exercise.steps} if exercise else {}
    yield "", _title(exercise_id, reader)
    for id_, answer in answers.items():
        step = steps.get(id_)
        if exercise and step and step.kind is StepKind.GUIDE:
            continue  # what was read or done, not said
        if exercise and step:
            asked = reader.say(Phrase(exercise.prompt(step)))
            parts = _in_words(exercise, step, answer)
            yield asked, ", ".join(_told(one, reader) for one in parts)
        else:
            yield id_, ", ".join(_parts(answer))


def _in_words(exercise: Exercise, step: Step, answer: Answer) -> Sequence[Value]:
    """Return an answer part by part; one that an older question took as it is kept."""
    try:
        return [*homework_answers.said(exercise, step, answer)]
    except ValueError:
        return _parts(answer)


def _told(part: Value, reader: Reader) -> str:
    if isinstance(part, Phrase):
        return reader.say(part)
    return f"{part:%H:%M}" if isinstance(part, time) else _value(part, reader)


def _parts(answer: Answer) -> Sequence[str]:
    return [answer] if isinstance(answer, str) else [*answer]


def _toolbox(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield which techniques somebody wants, and which they put aside."""
    toolbox = Toolbox.from_plain(row["toolbox"])
    for id_, is_wanted in toolbox.chosen.items():
        yield f"{_title(id_, reader)} :", _value(is_wanted, reader)
    for id_ in toolbox.aside:
        yield f"{_title(id_, reader)} :", reader.say(Phrase("mydata-aside"))


def _assigned(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield which exercise somebody was given, and when."""
    yield "", _title(row["exercise"], reader)
    yield _name("assigned_at", reader), _value(row["assigned_at"], reader)


def _said(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield what somebody said about an exercise, as its buttons did."""
    known: Mapping[str, Phrase] = {
        one.value: label for labels in LABELS for one, label in labels.items()
    }
    told = row["answers"]
    for one in told.values() if isinstance(told, dict) else [told]:
        said = reader.say(known[one]) if one in known else str(one)
        yield _name("answers", reader), said


def _title(exercise_id: str, reader: Reader) -> str:
    exercise = reader.library.exercise(exercise_id)
    return reader.say(Phrase(exercise.title)) if exercise else exercise_id


def _message(row: Row, reader: Reader) -> Iterator[Line]:
    """Yield the words of a message, as far as they are kept."""
    try:
        yield "", reader.library.say(Message.from_plain(row["message"]).says, reader.voice)
    except (MissingWord, ValueError):
        yield "", _value(row["message"], reader)


TOLD: Mapping[str, Callable[[Row, Reader], Iterator[Line]]] = {
    "rule": _rule,
    "around": _around,
    "details": _details,
    "run": _run,
    "values": _checkin,
    "toolbox": _toolbox,
    "message": _message,
    "assigned_at": _assigned,
    "answers": _said,
}
"""The columns that are told in words of their own."""
