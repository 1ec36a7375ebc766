"""Plain words lead where a button or a command leads, if they are exactly what it is called."""

from bot.domain.commands import COMMANDS, listed
from bot.domain.people import Person, Voice
from bot.domain.rights import may_tap
from bot.library import Library
from bot.library.hearing import bare
from bot.services import menus


def meant_by(text: str, person: Person, *, library: Library, voice: Voice) -> str | None:
    """Return what is to be done for words that name it, or None.

    They are the whole label of a button in somebody's menu, what a command in their list is called,
    or its name, in one word or several; case, accents and signs do not count. What they may not do
    they do not mean.
    """
    said = bare(text)
    labels = [(button.label, button.action) for button in menus.menu(person).buttons]
    labels += [(command.called, command.action) for command in listed(person)]
    named = {bare(library.say(label, voice)): action for label, action in labels}
    action = named.get(said) or COMMANDS.get(said.replace(" ", ""))
    return action if action and may_tap(action, person) else None
