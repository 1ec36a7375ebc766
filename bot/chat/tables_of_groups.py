"""Which service answers which button, question and command of groups and their workshops."""

from collections.abc import Mapping

from bot.services import (
    attending,
    boosters,
    group_board,
    group_dates,
    group_drafts,
    group_exercises,
    group_people,
    groups,
    joining,
    my_workshops,
    preparing,
)
from bot.services.scene import Handler, Reader

TAPS: Mapping[str, Handler] = {
    "groups": groups.mine,
    "group": groups.card,
    "group.new": groups.new,
    "group.create": groups.create,
    "group.first": group_drafts.ask_first,
    "group.wall": group_drafts.ask_wall,
    "group.rhythm": group_drafts.ask_rhythm,
    "group.table": group_drafts.table,
    "group.draft": group_drafts.draft,
    "group.draft-day": group_drafts.ask_draft_day,
    "group.informal": group_drafts.ask_informal,
    "group.keep": group_drafts.keep,
    "group.boosters": boosters.show,
    "group.dates": group_dates.every,
    "group.move": group_dates.ask_day,
    "group.move-time": group_dates.ask_time,
    "group.move-to": group_dates.move,
    "group.exercises": group_exercises.suggested,
    "group.assign": group_exercises.give,
    "group.members": group_people.members,
    "group.member": group_people.member,
    "group.remove": group_people.remove,
    "group.leads": group_people.leads,
    "group.lead": group_people.one_lead,
    "group.lead-remove": group_people.remove_lead,
    "group.invite": group_people.invite,
    "group.invite-lead": group_people.invite_lead,
    "group.board": group_board.board,
    "group.people": group_board.people,
    "group.person": group_board.person,
    "group.answers": group_board.answers,
    "group.thank": group_board.thank,
    "group.prepare": preparing.prepare,
    "group.prepare-picture": preparing.picture,
    "group.prepare-page": preparing.page,
    "attendance": attending.ask,
    "attendance.keep": attending.keep,
    "join": joining.join,
    "join.decline": joining.decline,
    "workshop.coming": attending.coming,
    "workshop.cannot": attending.cannot,
    "workshops": my_workshops.mine,
    "workshops.leave": my_workshops.ask_leave,
    "workshops.left": my_workshops.leave,
}

READERS: Mapping[str, Reader] = {
    groups.NAME_TOPIC: groups.read_group_name,
    groups.PLACE_TOPIC: groups.read_group_place,
    group_people.TOPIC: group_people.read,
}

COMMANDS: Mapping[str, str] = {
    "groups": "groups",
    "groupes": "groups",
    "workshops": "workshops",
    "ateliers": "workshops",
}
