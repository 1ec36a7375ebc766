"""Launch data of a Mini App, signed as Telegram signs it."""

import json

from init_data_py import sign

from bot.sandbox.ground import Ground


def launch_data(world: Ground, person_id: int, *, start_param: str | None = None) -> str:
    """Return the `initData` that a Mini App gets when this person opens it now."""
    person = world.people[person_id]
    user = {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "language_code": person.language_code,
        "allows_write_to_pm": True,
    }
    fields = {
        "query_id": f"AAH{person.id}",
        "user": json.dumps(user, separators=(",", ":"), ensure_ascii=False),
    }
    if start_param is not None:
        fields["start_param"] = start_param
    return sign(fields, world.bot.token, auth_date=world.clock.now())
