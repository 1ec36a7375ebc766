"""A group on its phones: a facilitator makes it, members come in by their own tap."""

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage

FRENCH = ("Les membres", "Inviter un membre", "Entrer", "Les dates des ateliers")
ENGLISH = ("The members", "Invite a member", "Join", "The dates of the workshops")
NEW_GROUP = {"Les membres": "Créer un groupe", "The members": "Create a group"}
IS_IN = {"Les membres": "est dans le groupe", "The members": "is in the group"}
"""What a facilitator is offered, and what they are told once somebody joined."""

ENTERS = {
    FRENCH: ("Continuer", "J’ai compris", "D’accord", "Le minimum", "Vous", "Oui"),
    ENGLISH: ("Continue", "I understand", "I agree", "The minimum", "Yes"),
}


async def tuesdays(stage: Stage) -> Phone:
    """Let Lina come in, and make a group that meets on eight Tuesdays."""
    lina = stage.phone("Lina")
    await lina.open(await stage.relais.invite(Role.FACILITATOR, "Lina"))
    await lina.tap("Français", "Oui", "09:00")
    await lina.reads("Que voulez-vous faire")
    await lina.tap("Mes groupes", "Créer un groupe")
    await lina.write("Mardi")
    await lina.write("12 rue du Port")
    await lina.tap("Huit ateliers", "Choisir les dates")
    await lina.write("1er décembre")
    await lina.tap("14:00", "Chaque semaine", "C’est bon")
    return lina


async def tuesdays_in_english(stage: Stage) -> Phone:
    """Let Lina come in, and make the same group, without a place."""
    lina = stage.phone("Lina", "en")
    await lina.open(await stage.relais.invite(Role.FACILITATOR, "Lina"))
    await lina.tap("English", "Yes", "09:00")
    await lina.reads("What would you like to do")
    await lina.tap("My groups", "Create a group")
    await lina.write("Tuesday")
    await lina.tap("Skip", "Eight workshops", "Choose the dates")
    await lina.write("1 December")
    await lina.tap("14:00", "Every week", "That’s it")
    return lina


async def enters_as_lead(lead: Phone, phone: Phone, name: str) -> Phone:
    """Let a second facilitator come in by the group's invitation, and lead it too."""
    await lead.write("/groupes")
    await lead.tap(lead.labels[0], "L’équipe", "Inviter à animer")
    await lead.write(name)
    await lead.reads("?start=")
    await phone.open(lead.link())
    await phone.tap("Français", "Oui", "09:00")
    await phone.offers("Entrer")
    await phone.tap("Entrer")
    return phone


async def joins(
    lead: Phone,
    phone: Phone,
    name: str,
    *,
    to: tuple[str, str, str, str],
    enters: tuple[str, ...] = (),
) -> Phone:
    """Let somebody come in by the group's invitation, and enter the group."""
    members, invite, join, dates = to
    await lead.write("/groups")
    await lead.offers(NEW_GROUP[members])
    await lead.tap(lead.labels[0], members, invite)
    await lead.write(name)
    await lead.reads("?start=")
    await phone.open(lead.link())
    await phone.tap(*(enters or ENTERS[to]))
    await phone.offers(join)
    await phone.tap(join)
    await phone.reads(dates)
    await lead.reads(f"{name} {IS_IN[members]}")
    return phone
