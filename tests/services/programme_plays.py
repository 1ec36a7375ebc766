"""Programmes of any number of workshops for tests."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.domain.people import Language
from bot.domain.programme import Booster, Programme, ProgrammeSession
from bot.library.programmes import Programmes
from bot.library.tellings import Tellings, Told
from tests.services.homework_plays import SMALL, use
from tests.services.stage import Stage


def use_programme(stage: Stage, count: int, *, boosters: int = 0) -> None:
    """Let there be one programme, of so many workshops, each with the small exercise after it."""
    programme = Programme(
        id="any",
        length=timedelta(hours=1),
        sessions=[
            ProgrammeSession(id=f"w{number}", exercises=(SMALL.id,))
            for number in range(1, count + 1)
        ],
        boosters=[
            Booster(id=f"b{number}", exercises=(SMALL.id,), months=number, after=f"w{count}")
            for number in range(1, boosters + 1)
        ],
    )
    keys = [programme.title]
    for number in range(1, count + boosters + 1):
        keys += [programme.session_title(number), programme.session_line(number)]
    told = {
        key: Told(key=key, place=(key,), text=f"Texte {key}", file=Path("tests")) for key in keys
    }
    plain = dict.fromkeys(Language, told)
    content = stage.library.content
    programmes = Programmes(by_id={programme.id: programme}, told=Tellings(plain=plain))
    use(stage, replace(content, programmes=programmes))
