"""Asking where somebody lives: the usual place in one tap, a few others, or a typed city."""

from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.schedule import shown
from bot.domain.schedule import zone as zone_named
from bot.domain.typed_zone import read_zone
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import questions

TOPIC = "zone"
NEARBY = ("Europe/Paris", "Europe/London", "America/Montreal", "America/Martinique")
FAR = ("Indian/Reunion", "Pacific/Noumea", "Pacific/Apia", "America/Cayenne")
ACROSS = 2


async def ask(scene: Scene, action: str, back_label: Phrase, *, back: str) -> None:
    """Ask for the zone; `action` gets it as `zone`, typed cities too."""
    about = {"action": action, "back": back}
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=about, now=scene.now)
    usual = scene.deployment.zone
    rows = (
        (_place(usual, action, Phrase("button-zone-usual", here(scene, usual))),),
        (Button(Phrase("button-zone-other"), "zone.others", about),),
        (Button(back_label, back),),
    )
    await show(scene, Message(says=Phrase("zone-question", here(scene, usual)), rows=rows))


async def others(scene: Scene, args: Plain) -> None:
    """Offer more places, and say that a city can be typed."""
    action = str(args["action"])
    places = [
        _place(name, action, Phrase("button-zone", here(scene, name)))
        for name in (*NEARBY, *FAR)
        if name != scene.deployment.zone
    ]
    rows = tuple(tuple(places[at : at + ACROSS]) for at in range(0, len(places), ACROSS))
    back = (Button(Phrase("button-back"), str(args["back"])),)
    await show(scene, Message(says=Phrase("zone-others"), rows=(*rows, back)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Offer the place that was typed for confirmation, or ask again with an example."""
    found = read_zone(text)
    if found is None:
        await say(scene, Message(says=Phrase("zone-unknown")))
        return
    yes = _place(found, str(details["action"]), Phrase("button-zone-right"))
    no = Button(Phrase("button-zone-other"), "zone.others", details)
    says = Phrase("zone-confirm", here(scene, found))
    await say(scene, Message(says=says, rows=((yes,), (no,))))


def here(scene: Scene, name: str) -> Values:
    """Return a place as whoever acts calls it, and the time there."""
    city = scene.deployment.library.city(name, scene.chat.voice.language)
    return {"city": city, "time": shown(scene.now, zone_named(name))}


def _place(name: str, action: str, label: Phrase) -> Button:
    return Button(label, action, {"zone": name})
