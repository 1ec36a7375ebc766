"""Reads all files of words, and lays one voice over another: *tu* holds only what differs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.people import Address, Language, Voice
from bot.library.entries import Entries, WordFile, read_words
from bot.library.faults import Fault
from bot.library.patterns import variables


@dataclass(frozen=True, kw_only=True)
class Words:
    """All words: a file for each language, and one for each language that has a *tu*."""

    plain: Mapping[Language, WordFile]
    familiar: Mapping[Language, WordFile]

    def files(self, voice: Voice) -> tuple[WordFile, ...]:
        """Return the files of a voice, the one that counts first."""
        familiar = self.familiar.get(voice.language) if voice.address is Address.TU else None
        return (familiar, self.plain[voice.language]) if familiar else (self.plain[voice.language],)

    def entries(self, voice: Voice) -> Entries:
        """Return the entries of a voice by key."""
        return {k: e for file in reversed(self.files(voice)) for k, e in file.entries.items()}

    def voices(self) -> Iterator[tuple[str, Entries]]:
        """Yield the entries of each voice that has words of its own, with a lasting name."""
        for language in self.plain:
            yield language.value, self.entries(Voice(language=language))
            if language in self.familiar:
                tu = Voice(language=language, address=Address.TU)
                yield f"{language.value}-tu", self.entries(tu)


def read_all_words(folder: Path) -> tuple[Words, list[Fault]]:
    """Return the words of a folder, and what would keep a sentence from being said."""
    faults: list[Fault] = []
    plain: dict[Language, WordFile] = {}
    familiar: dict[Language, WordFile] = {}
    for language in Language:
        plain[language], found = read_words(folder / f"{language.value}.ftl")
        faults += found
        file = folder / f"{language.value}-tu.ftl"
        if file.exists():
            familiar[language], found = read_words(file)
            faults += found
    words = Words(plain=plain, familiar=familiar)
    return words, [*faults, *_lost_keys(words), *_lost_references(words), *_lost_values(words)]


def _lost_keys(words: Words) -> Iterator[Fault]:
    everything = {k: e for file in words.plain.values() for k, e in file.entries.items()}
    for language, file in words.plain.items():
        for key in everything.keys() - file.entries.keys():
            yield everything[key].fault(f"is missing in {file.file.name}")
        if language in words.familiar:
            for key, entry in words.familiar[language].entries.items():
                if key not in file.entries:
                    yield entry.fault(f"is not in {file.file.name}")


def _lost_references(words: Words) -> Iterator[Fault]:
    for _, entries in words.voices():
        for entry in entries.values():
            for key in entry.named.keys.difference(entries):
                yield entry.fault(f"refers to {key}, which is not there")


def _lost_values(words: Words) -> Iterator[Fault]:
    (_, first), *others = words.voices()
    for _, entries in others:
        for key in first.keys() & entries.keys():
            wanted, found = variables(first[key], first), variables(entries[key], entries)
            if wanted != found:
                names = ", ".join(f"${name}" for name in sorted(wanted ^ found))
                yield entries[key].fault(f"differs from {first[key].file.name} in {names}")
