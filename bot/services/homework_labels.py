"""What the buttons say by which somebody tells something about an exercise."""

from collections.abc import Mapping

from bot.domain.assignment import Habit, NotNow, Obstacle, Useful
from bot.domain.message import Phrase
from bot.domain.sharing import Share

HABITS: Mapping[Habit, Phrase] = {
    Habit.COFFEE: Phrase("button-habit-coffee"),
    Habit.ARRIVING: Phrase("button-habit-arriving"),
    Habit.LUNCH: Phrase("button-habit-lunch"),
    Habit.HOME: Phrase("button-habit-home"),
    Habit.NONE: Phrase("button-habit-none"),
}
OBSTACLES: Mapping[Obstacle, Phrase] = {
    Obstacle.TIRED: Phrase("button-obstacle-tired"),
    Obstacle.TIME: Phrase("button-obstacle-time"),
    Obstacle.FORGET: Phrase("button-obstacle-forget"),
    Obstacle.PEOPLE: Phrase("button-obstacle-people"),
}
REASONS: Mapping[NotNow, Phrase] = {
    NotNow.FORGOT: Phrase("button-reason-forgot"),
    NotNow.HARD: Phrase("button-reason-hard"),
    NotNow.UNCLEAR: Phrase("button-reason-unclear"),
    NotNow.ENERGY: Phrase("button-reason-energy"),
    NotNow.NOT_ME: Phrase("button-reason-not-me"),
    NotNow.UNSAID: Phrase("button-rather-not-say"),
}
USEFUL: Mapping[Useful, Phrase] = {
    Useful.YES: Phrase("button-yes"),
    Useful.BIT: Phrase("button-useful-bit"),
    Useful.NO: Phrase("button-no"),
    Useful.WORSE: Phrase("button-useful-worse"),
}
SHARES: Mapping[Share, Phrase] = {
    Share.EVERYTHING: Phrase("button-share-everything"),
    Share.STATE: Phrase("button-share-state"),
    Share.NOTHING: Phrase("button-share-nothing"),
}
