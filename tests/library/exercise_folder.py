"""A small exercise with a step of each kind, to break and to play."""

from pathlib import Path

EXERCISE = "exercises/small"

STEPS = """\
version: 1
status: draft
steps:
  - { id: feel, kind: one, options: ["yes", "no"] }
  - { id: which, kind: several, options: [one, two], when: { feel: ["no"] } }
  - { id: size, kind: scale, options: [less, more] }
  - { id: hour, kind: time, options: ["07:00"] }
  - { id: day, kind: date }
  - { id: words, kind: text, options: [walk], limit: 40 }
  - { id: own, kind: own, from: small/words }
  - { id: last, kind: guide, lines: [{ id: look, seconds: 10 }] }
"""

FRENCH = """\
title: Petit
closing: Fini.
steps:
  feel: { prompt: Sortir avec vous, options: { yes: Oui, no: Non } }
  which: { prompt: Lesquels, options: { one: Un, two: Deux } }
  size: { name: taille, prompt: Combien, options: { less: Moins, more: Plus } }
  hour: { prompt: Quelle heure }
  day: { prompt: Quel jour }
  words: { prompt: Quels mots, options: { walk: Marcher } }
  own: { prompt: Lequel }
  last: { prompt: Sur place, lines: { look: Regarder loin } }
"""

FAMILIAR = """\
steps:
  feel: { prompt: Sortir avec toi }
"""

ENGLISH = """\
title: Small
closing: The end.
steps:
  feel: { prompt: Going out, options: { yes: Yes, no: No } }
  which: { prompt: Which ones, options: { one: One, two: Two } }
  size: { name: size, prompt: How much, options: { less: Less, more: More } }
  hour: { prompt: What time }
  day: { prompt: What day }
  words: { prompt: What words, options: { walk: Walking } }
  own: { prompt: Which one }
  last: { prompt: Where you are, lines: { look: Look far away } }
"""


def write_small_exercise(content: Path, path: str = EXERCISE) -> Path:
    """Write the small exercise into a content folder; return its folder."""
    folder = content / path
    folder.mkdir(parents=True)
    kind = "checkin" if path.startswith("checkins") else "exercise"
    (folder / f"{kind}.yaml").write_text(STEPS, encoding="utf-8")
    (folder / "fr.yaml").write_text(FRENCH, encoding="utf-8")
    (folder / "fr-tu.yaml").write_text(FAMILIAR, encoding="utf-8")
    (folder / "en.yaml").write_text(ENGLISH, encoding="utf-8")
    return folder
