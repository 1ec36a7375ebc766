"""Turns phrases into sentences of one voice, with Fluent."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.types import fluent_number

from bot.domain.message import Days, Names, Phrase, Value
from bot.domain.people import Language
from bot.library.dates import phrase_date, phrase_days, word_list, word_time
from bot.library.entries import WordFile
from bot.library.faults import MissingWord

_EMPTY_LINES = re.compile(r"\n{3,}")


class Speaker:
    """Says phrases in one language and form of address."""

    def __init__(
        self, language: Language, *files: WordFile, texts: Mapping[str, str] | None = None
    ) -> None:
        """Take the files of words; where two hold the same key, the first one counts.

        `texts` are said as they are: they hold no values.
        """
        self._language = language
        self._texts = texts or {}
        self._bundle = FluentBundle([language.value], use_isolating=False)
        for file in files:
            self._bundle.add_resource(file.resource)

    def say(self, phrase: Phrase) -> str:
        """Return the sentences of a phrase; raises MissingWord rather than show a raw key.

        Empty lines that belong to no value are few; those of a text that somebody wrote all stay.
        """
        if phrase.key in self._texts:
            return self._texts[phrase.key]
        known = self._bundle.has_message(phrase.key)
        pattern = self._bundle.get_message(phrase.key).value if known else None
        if pattern is None:
            raise MissingWord(f"no words for the key {phrase.key}")
        text, errors = self._bundle.format_pattern(pattern, self._values(phrase))
        if errors:
            raise MissingWord(f"{phrase.key}: {errors[0]}")
        if any(_EMPTY_LINES.search(one) for one in phrase.values.values() if isinstance(one, str)):
            return str(text).strip()
        return _EMPTY_LINES.sub("\n\n", str(text)).strip()

    def _values(self, phrase: Phrase) -> dict[str, Any]:
        return {name: self._word(value) for name, value in phrase.values.items()}

    def _word(self, value: Value) -> Any:  # noqa: PLR0911 - a line for each kind reads best
        match value:
            case Phrase():
                return self.say(value)
            case tuple():
                return "\n".join(self.say(one) for one in value)
            case time():
                return word_time(value)
            case date():
                return self.say(phrase_date(value, self._language))
            case Days():
                return self.say(phrase_days(value, self._language))
            case Names():
                return word_list(value.names, self._language)
            case int():
                return fluent_number(value, useGrouping=False)
            case _:
                return value
