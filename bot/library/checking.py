"""Checks the content before it is used: what is missing, left over, or not written as agreed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.domain.people import Address, Language, Voice
from bot.library import exercise_rules, french, rules
from bot.library.avoiding import Avoid, read_avoid
from bot.library.cards import HelpCard, Texts
from bot.library.consents import fingerprint
from bot.library.entries import Entries, Entry
from bot.library.faults import Fault
from bot.library.patterns import texts, variables
from bot.library.shelf import Content, read_content
from bot.library.usage import Usage, Use, read_usage
from bot.library.voices import Words


def check(folder: Path, source_folder: Path) -> list[Fault]:
    """Return every fault of a content folder, given the source of the program that uses it."""
    content, faults = read_content(folder)
    avoid, avoid_faults = read_avoid(folder / "words" / "avoid.yaml")
    usage = read_usage(source_folder)
    found = {
        *faults,
        *avoid_faults,
        *_unknown_keys(content.words, usage),
        *_unused_keys(content, usage),
        *_written_otherwise(content.words, avoid),
        *_addressed_otherwise(content.words),
        *_changed_consents(content, folder / "words" / "consents.yaml"),
        *_faulty_cards(content, avoid, folder / "help"),
        *exercise_rules.faults(content.exercises, avoid),
        *exercise_rules.faults(content.programmes, avoid),
        *exercise_rules.faults(content.job_phases, avoid),
    }
    return sorted(found, key=lambda fault: (str(fault.file), fault.line, fault.what))


def _unknown_keys(words: Words, usage: Usage) -> Iterator[Fault]:
    entries = words.entries(Voice(language=Language.FRENCH))
    for use in usage.uses:
        known = _meant(use, entries)
        if not known:
            yield _use_fault(use, "is used here and stands in no file of words")
        if use.given is not None:
            for entry in known:
                for name in sorted(variables(entry, entries) - use.given):
                    yield _use_fault(use, f"is used here without ${name} ({entry.key})")


def _meant(use: Use, entries: Entries) -> Sequence[Entry]:
    """Return the entries that a use can mean: a key with gaps stands for several."""
    if use.key in entries:
        return [entries[use.key]]
    return [entry for key, entry in entries.items() if use.pattern.fullmatch(key)]


def _use_fault(use: Use, what: str) -> Fault:
    return Fault(file=use.file, line=use.line, field=use.key, what=what)


def _unused_keys(content: Content, usage: Usage) -> Iterator[Fault]:
    said = {one.changed for one in content.consents.values()}
    for file in content.words.plain.values():
        referred = said | {key for entry in file.entries.values() for key in entry.named.keys}
        for key, entry in file.entries.items():
            if key not in referred and not usage.mentions(key) and "unused" not in entry.notes:
                yield entry.fault("is used nowhere")


def _written_otherwise(words: Words, avoid: Avoid) -> Iterator[Fault]:
    for language, files in ((one, words.files(_familiar(one))) for one in Language):
        entries = words.entries(_familiar(language))
        for file in files:
            for found in file.entries.values():
                entry = _with_notes(found, words)
                yield from _style(entry, {**entries, entry.key: entry}, language, avoid=avoid)


def _familiar(language: Language) -> Voice:
    return Voice(language=language, address=Address.TU)


def _with_notes(entry: Entry, words: Words) -> Entry:
    """Return the entry with the notes of the first language, which hold for all of them."""
    first = words.plain[Language.FRENCH].entries.get(entry.key, entry)
    return replace(entry, notes={**first.notes, **entry.notes})


def _style(entry: Entry, entries: Entries, language: Language, *, avoid: Avoid) -> Iterator[Fault]:
    yield from rules.length(entry, entries)
    yield from rules.labels(entry, entries)
    yield from rules.lock_screen(entry, entries, language=language, avoid=avoid)
    for text in texts(entry, entries):
        for what in rules.signs(text, language):
            yield entry.fault(what)
        if "words" not in entry.notes:
            for what in avoid.complaints(text, language):
                yield entry.fault(what)


def _addressed_otherwise(words: Words) -> Iterator[Fault]:
    for language, file in words.familiar.items():
        plain = words.plain[language].entries
        for key, entry in plain.items():
            yield from _plain_address(entry, plain, told=key in file.entries)
        for key, entry in file.entries.items():
            yield from _familiar_address(entry, file.entries)
            if key in plain and texts(entry, file.entries) == texts(plain[key], plain):
                yield entry.fault(f"says the same as {plain[key].file.name}: leave it out")


def _plain_address(entry: Entry, entries: Entries, *, told: bool) -> Iterator[Fault]:
    for text in texts(entry, entries):
        if (word := french.tu_in(text)) and "tu" not in entry.notes:
            yield entry.fault(f"says tu: “{word}”")
        if (word := french.vous_in(text)) and not told and "vous" not in entry.notes:
            yield entry.fault(f"says “{word}” and is missing with tu")


def _familiar_address(entry: Entry, entries: Entries) -> Iterator[Fault]:
    for text in texts(entry, entries):
        if (word := french.vous_in(text)) and "vous" not in entry.notes:
            yield entry.fault(f"says vous: “{word}”")


def _changed_consents(content: Content, file: Path) -> Iterator[Fault]:
    entries = content.words.entries(Voice(language=Language.FRENCH))
    for key, consent in content.consents.items():
        found = fingerprint(key, content.words.voices())
        line = _line_of(file, f"{key}:")
        for one in (key, consent.changed):
            if one and one not in entries:
                yield Fault(file=file, line=line, field=one, what="stands in no file of words")
        if key in entries and found != consent.sha256:
            what = f"has changed: raise its version, and write sha256: {found}"
            yield Fault(file=file, line=line, field=key, what=what)


def _faulty_cards(content: Content, avoid: Avoid, folder: Path) -> Iterator[Fault]:
    for country, card in content.cards.items():
        file = folder / f"{country}.yaml"
        for language, text in _card_texts(card):
            whats = [*rules.signs(text, language), *avoid.complaints(text, language)]
            if language is Language.FRENCH and (french.vous_in(text) or french.tu_in(text)):
                whats.append("speaks to somebody: it has to fit both vous and tu")
            for what in whats:
                yield Fault(file=file, line=_line_of(file, text), field=text, what=what)


def _card_texts(card: HelpCard) -> Iterator[tuple[Language, str]]:
    for line in card.lines:
        every: list[Texts] = [line.name, line.hours]
        if line.note:
            every.append(line.note)
        for one in every:
            yield from one.items()


def _line_of(file: Path, text: str) -> int:
    before, found, _ = file.read_text(encoding="utf-8").partition(text)
    return before.count("\n") + 1 if found else 1
