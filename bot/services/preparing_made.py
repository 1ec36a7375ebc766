"""Makes the preparation of a workshop as it goes out, from what is kept at that moment.

So nothing is told of what somebody keeps meanwhile, nor to somebody who leads the group no more,
and none of it is kept in a message.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.delivery import Class
from bot.domain.errors import Withdrawn
from bot.domain.group import Group
from bot.domain.message import Form, Phrase, Prepares, Values
from bot.domain.people import Role, Standing
from bot.pictures import overview as drawn
from bot.pictures.render import png
from bot.services import naming, preparation_page, preparation_words
from bot.services.ports import File, Worded
from bot.services.preparation import Preparation, gather
from bot.services.viewing import OnTheWay
from bot.store import groups, people

NAMED = 6
"""How many people a line names at most: all of it is one message. The board shows them all."""


async def with_preparation(
    way: OnTheWay, prepares: Prepares, worded: Worded, *, kind: Class
) -> Worded:
    """Return a message with what there is to know now; in a discreet chat only once it is revealed.

    Raises Withdrawn where whoever reads it does not lead the group any more, or where the workshop
    that it tells of has begun or is on another day.
    """
    group = await _led(way, prepares)
    if way.chat.is_discreet and kind is not Class.REPLY:
        return worded
    found = await gather(way, group)
    match prepares.form:
        case Form.WORDS:
            return replace(worded, text=way.say(words(found)))
        case Form.PICTURE:
            drawing = drawn.draw(preparation_words.words_of(found.overview, way.say))
            return replace(worded, picture=png(drawing))
        case Form.PAGE:
            content = preparation_page.page(found, way)
            name = way.say(Phrase("prepare-file"))
            return replace(worded, file=File(name=f"{name}.html", content=content.encode()))


async def is_due(way: OnTheWay, prepares: Prepares) -> bool:
    """Whether there is still something to tell whoever reads it."""
    try:
        await _led(way, prepares)
    except Withdrawn:
        return False
    return True


def words(found: Preparation) -> Phrase:
    """Return what facilitators read, who needs the names."""
    overview = found.overview
    unreached = [_named("line-unreached", {}, found.unreached)] if found.unreached else []
    values: Values = {
        "group": overview.group,
        "lines": tuple(preparation_words.lines_of(overview)),
        "names": (*_brings(found), *unreached),
    }
    return Phrase("prepare", values)


async def _led(way: OnTheWay, prepares: Prepares) -> Group:
    """Return the group, led by whoever reads this; raise Withdrawn otherwise."""
    group = await groups.get(way.session, prepares.group)
    person = await people.get(way.session, way.chat.person_id) if way.chat.person_id else None
    if group is None or person is None:
        raise Withdrawn("no such group or person")
    if person.standing is not Standing.ACTIVE or Role.FACILITATOR not in person.roles:
        raise Withdrawn("no facilitator")
    if not await groups.is_led_by(way.session, group.id, person.id):
        raise Withdrawn("not their group")
    if prepares.workshop:
        one = await groups.get_session(way.session, prepares.workshop)
        if one is None or one.day != prepares.day or one.begins(group.where) <= way.now:
            raise Withdrawn("not before that workshop")
    return group


def _brings(found: Preparation) -> Iterator[Phrase]:
    for exercise, names in found.brings:
        if names:
            yield _named("line-brings", {"title": Phrase(exercise.title)}, names)


def _named(key: str, values: Values, names: Sequence[str]) -> Phrase:
    return Phrase(key, {**values, "names": naming.named(names, most=NAMED)})
