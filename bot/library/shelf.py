"""The library: every word that the companion says, opened once and checked as it is opened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.domain.exercise import Exercise
from bot.domain.job_phase import Brought, JobPhase
from bot.domain.message import Phrase
from bot.domain.people import Address, Language, Voice
from bot.domain.programme import Programme
from bot.domain.safety import Tier
from bot.library.approvals import (
    WAKEUP,
    WAKEUP_KEYS,
    held_back,
    name_of,
    name_of_list,
    pieces,
    read_approvals,
)
from bot.library.cards import HelpCard, Line, read_cards
from bot.library.consents import Consent, fingerprint, read_consents
from bot.library.dates import phrase_short_date, word_weekday
from bot.library.exercises import Exercises, read_exercises
from bot.library.faults import ContentFault, Fault, MissingWord, UnknownCountry
from bot.library.hearing import Ear, Heard, read_heard
from bot.library.job_phases import JobPhases, read_job_phases
from bot.library.places import city
from bot.library.programmes import Programmes, read_programmes
from bot.library.speaking import Speaker
from bot.library.voices import Words, read_all_words
from bot.library.word_lists import WordLists, read_word_lists


@dataclass(frozen=True, kw_only=True)
class Content:
    """What was read from the content folder."""

    words: Words
    cards: dict[str, HelpCard]
    consents: dict[str, Consent]
    heard: Heard
    exercises: Exercises = field(default_factory=Exercises)
    programmes: Programmes = field(default_factory=Programmes)
    job_phases: JobPhases = field(default_factory=JobPhases)
    word_lists: WordLists = field(default_factory=dict)

    def texts(self, voice: Voice) -> Mapping[str, str]:
        """Return the texts of a voice that are said as they are, by key."""
        read = (self.exercises, self.programmes, self.job_phases)
        return {key: text for one in read for key, text in one.told.texts(voice).items()}


class Library:
    """Says phrases, knows the help cards, and recognises the words that ask for help."""

    def __init__(self, content: Content, held_back: frozenset[str] = frozenset()) -> None:
        """Take what was read, and the names of the pieces that are not to be used."""
        self._content = content
        self.held_back = held_back
        self._speakers = {
            voice: Speaker(voice.language, *content.words.files(voice), texts=content.texts(voice))
            for voice in (Voice(language=one, address=way) for one in Language for way in Address)
        }
        self._fingerprints: dict[str, str] = {}
        self._ear = Ear(self._heard())
        self._watchers = [
            found.watcher
            for language, found in content.word_lists.items()
            if name_of_list(language) not in held_back
        ]

    def say(self, phrase: Phrase, voice: Voice) -> str:
        """Return a phrase in somebody's language and form of address; raises MissingWord."""
        return self._speakers[voice].say(phrase)

    def help_card(self, country: str) -> HelpCard:
        """Return whom to call in a country (two letters); raises UnknownCountry."""
        if country not in self._content.cards:
            raise UnknownCountry(f"no help card for the country {country}")
        return self._content.cards[country]

    def help_text(self, country: str, voice: Voice, *, has_coach: bool = True) -> str:
        """Return the help card of a country in words: danger, dark thoughts, who else can help.

        Whoever is supported by nobody, as who works here, is told of no coach of theirs.
        """
        card = self.help_card(country)
        first, *others = card.lines
        phrases = [
            _danger(card),
            Phrase("help-card-line", _line_values(first, voice)),
            *(Phrase("help-card-other-line", _line_values(one, voice)) for one in others),
            Phrase("help-card-people" if has_coach else "help-card-people-no-coach"),
        ]
        return "\n\n".join(self.say(phrase, voice) for phrase in phrases)

    def first_help(self, country: str, voice: Voice) -> str:
        """Return the beginning of the help card: danger, and the first line."""
        card = self.help_card(country)
        first = Phrase("help-card-line", _line_values(card.lines[0], voice))
        return "\n\n".join(self.say(phrase, voice) for phrase in (_danger(card), first))

    def call_now(self, country: str, voice: Voice) -> str:
        """Return the numbers of a country for whoever is in danger now, the first one first."""
        card = self.help_card(country)
        phrases = [
            _danger(card, "care-call"),
            *(Phrase("help-card-other-line", _line_values(one, voice)) for one in card.lines),
        ]
        said = (self.say(phrase, voice) for phrase in phrases)
        return "\n\n".join(f"{line[:1].upper()}{line[1:]}" for line in said)

    def worry(self, text: str) -> Tier | None:
        """Return how plainly a text says that help is needed, in whatever language it is."""
        found = {watcher.find(text) for watcher in self._watchers}
        return next((tier for tier in Tier if tier in found), None)

    @property
    def watches(self) -> bool:
        """Whether any list of words that worry is in use."""
        return bool(self._watchers)

    def exercise(self, id_: str) -> Exercise | None:
        """Return an exercise, None for one that is not in the content (any more) or held back."""
        exercise = self._content.exercises.by_id.get(id_)
        return exercise if exercise and not self._is_held_back(exercise) else None

    def techniques(self) -> Sequence[Exercise]:
        """Return the techniques, each in its place."""
        found = self._content.exercises.techniques()
        return [one for one in found if not self._is_held_back(one)]

    def programmes(self) -> Sequence[Programme]:
        """Return the programmes, by their names."""
        return list(self._content.programmes.by_id.values())

    def programme(self, id_: str) -> Programme | None:
        """Return a programme, None for one that is not in the content (any more)."""
        return self._content.programmes.by_id.get(id_)

    def job_phase(self, phase: JobPhase) -> Sequence[Brought]:
        """Return the reminders that a phase of work proposes, as they are read."""
        return self._content.job_phases.templates.get(phase, ())

    def homework(self) -> Sequence[Exercise]:
        """Return the exercises between two workshops, in the order of the workshops."""
        found = [(one.homework, one) for one in self._content.exercises.by_id.values()]
        given = [
            (kept.workshop, one) for kept, one in found if kept and not self._is_held_back(one)
        ]
        return [one for _, one in sorted(given, key=lambda each: (each[0], each[1].id))]

    def holds_back(self, phrase: Phrase) -> bool:
        """Whether a phrase says anything of a piece that is held back."""
        if not self.held_back:
            return False
        if phrase.key in WAKEUP_KEYS:
            return WAKEUP in self.held_back
        exercise = self._content.exercises.by_id.get(phrase.key.partition("/")[0])
        if exercise and self._is_held_back(exercise):
            return True
        return any(self.holds_back(one) for one in _inside(phrase))

    def city(self, zone: str, language: Language) -> str:
        """Return the city that a time zone is named for, as a language calls it."""
        return city(zone, language)

    def short_date(self, day: date, voice: Voice) -> str:
        """Return a day in short, as a language writes it: `2 nov.`."""
        return self.say(phrase_short_date(day, voice.language), voice)

    def weekday(self, day: date, language: Language) -> str:
        """Return the day of the week in short: `lun.`."""
        return word_weekday(day, language)

    def fingerprint(self, key: str) -> tuple[int, str]:
        """Return the version and the SHA-256 (hex) of a text that people agree to, in all voices.

        Raises MissingWord where no version of the key is known.
        """
        if key not in self._content.consents:
            raise MissingWord(f"no version is known of {key}")
        if key not in self._fingerprints:
            self._fingerprints[key] = fingerprint(key, self._content.words.voices())
        return self._content.consents[key].version, self._fingerprints[key]

    def changed(self, key: str) -> str | None:
        """Return the key of what is new in a text that people agree to, if that is said."""
        consent = self._content.consents.get(key)
        return consent.changed if consent else None

    def match(self, text: str) -> str | None:
        """Return `menu` or `help` if the text is a bottom button or asks for one, else None."""
        return self._ear.match(text)

    def _is_held_back(self, exercise: Exercise) -> bool:
        frame = exercise.frame
        return name_of(exercise) in self.held_back or (
            frame is not None and self._is_held_back(frame)
        )

    def _heard(self) -> dict[str, list[str]]:
        heard = {"menu": [*self._content.heard.menu], "help": [*self._content.heard.help]}
        for speaker in self._speakers.values():
            heard["menu"].append(speaker.say(Phrase("keyboard-menu")))
            heard["help"].append(speaker.say(Phrase("keyboard-help")))
        return heard


def open_library(folder: Path, approvals: Path | None = None) -> Library:
    """Read the content folder; raises ContentFault with all that would silence a message.

    Given the file of the approvals, what nobody signed off as it stands is held back.
    """
    content, faults = read_content(folder)
    if faults:
        raise ContentFault(faults)
    if approvals is None:
        return Library(content)
    found = pieces(folder, content.words)
    return Library(content, held_back(found, read_approvals(approvals)))


def read_content(folder: Path) -> tuple[Content, list[Fault]]:
    """Return what stands in the content folder, and what is malformed in it."""
    words, word_faults = read_all_words(folder / "words")
    cards, card_faults = read_cards(folder / "help")
    consents, consent_faults = read_consents(folder / "words" / "consents.yaml")
    heard, heard_faults = read_heard(folder / "words" / "heard.yaml")
    exercises, exercise_faults = read_exercises(folder)
    programmes, programme_faults = read_programmes(folder, exercises.by_id)
    job_phases, phase_faults = read_job_phases(folder)
    word_lists, list_faults = read_word_lists(folder)
    content = Content(
        words=words,
        cards=cards,
        consents=dict(consents),
        heard=heard,
        exercises=exercises,
        programmes=programmes,
        job_phases=job_phases,
        word_lists=word_lists,
    )
    faults = (
        *(word_faults, card_faults, consent_faults, heard_faults),
        *(exercise_faults, programme_faults, phase_faults, list_faults),
    )
    return content, [one for found in faults for one in found]


def _inside(phrase: Phrase) -> Iterator[Phrase]:
    for value in phrase.values.values():
        if isinstance(value, Phrase):
            yield value
        elif isinstance(value, tuple):
            yield from value


def _danger(card: HelpCard, key: str = "help-card-danger") -> Phrase:
    first, *second = card.emergency
    if second:
        return Phrase(f"{key}-two", {"number": first, "other": second[0]})
    return Phrase(key, {"number": first})


def _line_values(line: Line, voice: Voice) -> dict[str, str]:
    return {
        "name": line.name[voice.language],
        "number": line.number,
        "hours": line.hours[voice.language],
        "note": line.note[voice.language] if line.note else "",
    }
